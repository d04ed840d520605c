package ptm.understanding.builtin;

import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.time.TimeReading;

import java.util.List;
import java.util.Set;

import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.task.When;

/** How much a text with nobody asking in it has the shape of a thing to do: a time and a deed, a length and a matter. */
final class TaskShape {
    private static final double STRONG = 4;
    private static final double WEAK = 3;
    /** Longer texts that say "I need to" pour something out. */
    private static final int DICTATION = 14;
    /** Words that ask, count or point: with one of them a text is no plain note. */
    private static final Set<String> CUES = Set.of("things", "count", "order", "except", "not");
    private static final Set<String> MOTION = Set.of("к", "ко", "на", "в", "во", "за", "to", "at");
    /** "I dread Thursdays" is about the speaker. */
    private static final Set<String> SELF = Set.of("i", "im", "я", "мне", "меня");

    private final Lexicon lexicon;
    private final List<Word> words;
    private final RequestReading request;
    private final TimeReading time;
    private final DumpWords verbs;
    private final String text;

    TaskShape(Lexicon lexicon, DumpWords verbs, List<Word> words, RequestReading request, TimeReading time,
            String text) {
        this.lexicon = lexicon;
        this.verbs = verbs;
        this.words = words;
        this.request = request;
        this.time = time;
        this.text = text;
    }

    /** 0 where somebody asks for something, or where no time is said. */
    double weight() {
        if (words.size() > DICTATION && verbs.has(DumpWords.Part.NEED, words) && !words.getLast().plain().equals("?"))
            return STRONG;
        if (time.pieces().isEmpty() || words.getLast().plain().equals("?") || isAsking())
            return 0;
        int first = firstAfterTime();
        if (first < 0 || !hasMatter())
            return 0;
        if (!time.reminders().isEmpty() || time.repeat().isPresent() && !SELF.contains(words.get(first).plain()))
            return STRONG;
        boolean leads = first > 0;
        if (leads && verbs.isVerb(words.get(first)) && first + 1 < words.size())
            return STRONG;
        if (onlyNames() && leads && time.hasDate() && MOTION.contains(words.get(first).plain()))
            return WEAK;
        boolean clock = time.due().filter(due -> due.when() instanceof When.Moment).isPresent();
        boolean length = !time.hasDate() && time.minutes().isPresent();
        return onlyNames() && (clock || length) ? WEAK : 0;
    }

    /** Whether the only time said is how long something takes: "the report takes an hour" may change a task. */
    boolean isLengthAlone() {
        return !time.hasDate() && time.minutes().isPresent();
    }

    private boolean isAsking() {
        for (int i = 0; i < words.size(); i++)
            for (Lexicon.Match match : lexicon.all(words, i))
                if (match.entries().stream().anyMatch(entry -> entry.weight("request") >= 0.6
                        || CUES.stream().anyMatch(entry::isCue)))
                    return true;
        return false;
    }

    /** The first word that says nothing of time, or -1. */
    private int firstAfterTime() {
        for (int i = 0; i < words.size(); i++) {
            int at = text.codePointCount(0, words.get(i).from());
            boolean timed = time.pieces().stream().anyMatch(piece -> piece.from() <= at && at < piece.until());
            if (!timed && !words.get(i).isMark())
                return i;
        }
        return -1;
    }

    /** Whether the request reader found nothing but lengths, dates, names and words: no quality, state or order. */
    private boolean onlyNames() {
        return !request.isOrdered() && request.limit() == null && request.parts().stream().noneMatch(
                RequestReading.Part::negated)
                && request.parts().stream().map(RequestReading.Part::filter).allMatch(TaskShape::isPlain);
    }

    private static boolean isPlain(Filter filter) {
        return switch (filter) {
            case Filter.Range range -> range.field() == NumberField.MINUTES;
            case Filter.Names names -> names.field() == NameField.THEME || names.field() == NameField.ACTIVITY;
            case Filter.Window _,Filter.Words _ -> true;
            case Filter.Any any -> any.parts().stream().allMatch(TaskShape::isPlain);
            case Filter.All all -> all.parts().stream().allMatch(TaskShape::isPlain);
            case Filter.Not _,Filter.Present _ -> false;
        };
    }

    /** "… on the thesis": the length is of something that is named, not of the person's free time. */
    private boolean hasMatter() {
        return !request.unread().isEmpty() || request.parts().stream().map(RequestReading.Part::filter)
                .anyMatch(filter -> filter instanceof Filter.Names || filter instanceof Filter.Words);
    }
}
