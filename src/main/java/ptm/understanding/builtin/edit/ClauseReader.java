package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Ordinals;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.task.Status;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.understanding.Verb;

/** Reads one clause of a message: its verb, the tasks it names, its values. */
final class ClauseReader {

    /** A title that its words fit so well is surely meant, though no verb was said. */
    private static final double SURE = 0.8;
    private static final Set<String> MOVED =
            Set.of("to", "till", "until", "→", "⇒", ">", "на", "к", "ко", "до", "теперь", "now", "instead");
    private static final Lexicon.Match NOTHING = new Lexicon.Match(List.of(), 0, 0, 0);

    private final String message;
    private final List<TaskId> shown;
    private final EditVerbs verbs;
    private final EditValues values;
    private final EditTimes times;
    private final TitleFinder finder;

    ClauseReader(String message, List<TaskId> shown, EditVerbs verbs, EditValues values, EditTimes times,
            TitleFinder finder) {
        this.message = message;
        this.shown = shown;
        this.verbs = verbs;
        this.values = values;
        this.times = times;
        this.finder = finder;
    }

    Part read(Clause clause) {
        EditVerbs.Found verb = verb(clause);
        EditValues.Read read = values.read(clause, verb);
        List<Word> object = object(clause, verb, read.used());
        Word deed = verb != null && verb.deed() ? clause.words().get(verb.at()) : null;
        TitleFinder.Found targets = targets(clause, object, deed, verb, read);
        boolean it = targets.isEmpty() && isIt(object, deed);
        boolean foreign = targets.isEmpty() && !it && object.stream().anyMatch(word -> word != deed
                && !word.isMark() && !EditWords.is(word, "filler") && !EditWords.is(word, "not"));
        boolean bare = verb == null;
        if (bare && !read.values().isEmpty() && read.worded() && isBeforeTitle(object, read.used(), clause))
            return new Part(null, TitleFinder.Found.NONE, false, List.of(), true, true, 0, clause.written(message));
        return new Part(verb, targets, it, read.values(), foreign, bare, weight(clause, verb, targets, read),
                clause.written(message));
    }

    private EditVerbs.@Nullable Found verb(Clause clause) {
        List<Word> words = clause.words();
        EditVerbs.Found found = verbs.find(words, clause.title());
        if (found != null && found.verb() == Verb.UNDO && Stems.isCyrillic(words.get(found.at()).plain()))
            return new EditVerbs.Found(Verb.DROP, 2, found.at(), found.match(), false);
        for (int i = 0; i < words.size(); i++)
            if (!clause.title().get(i) && EditWords.cue(words, i, "remind") > 0 && !EditWords.has(words, "noRemind"))
                return new EditVerbs.Found(Verb.SET, 2.5, i,
                        new Lexicon.Match(List.of(), EditWords.cue(words, i, "remind"), 0, 0), false);
        for (int i = 1; i < words.size() - 1 && (found == null || found.verb() == Verb.SET); i++)
            if (!clause.title().get(i) && EditWords.cue(words, i, "waits") > 0)
                return new EditVerbs.Found(Verb.SET, 2.5, i, NOTHING, false);
        if (found == null || found.verb() == Verb.SET || found.deed())
            for (int i = 0; i < words.size(); i++)
                if (!clause.title().get(i) && (EditWords.cue(words, i, "noDue") > 0
                        || EditWords.cue(words, i, "noRepeat") > 0 || EditWords.cue(words, i, "noRemind") > 0))
                    return new EditVerbs.Found(Verb.SET, 3, i, NOTHING, false);
        if (found == null && words.stream().anyMatch(word -> "→⇒>".contains(word.plain())))
            return new EditVerbs.Found(Verb.SET, 4, 0, NOTHING, false);
        int last = words.size() - 1;
        while (last > 0 && words.get(last).isMark())
            last--;
        int over = 0;
        for (int i = Math.max(1, last - 3); found == null && i <= last && over == 0; i++)
            if (!clause.title().get(i) && EditWords.cue(words, i, "over") == last - i + 1)
                over = i;
        return over > 0
                ? new EditVerbs.Found(Verb.COMPLETE, 1.5, over,
                        new Lexicon.Match(List.of(), last - over + 1, 0, 0), false)
                : found;
    }

    /** The words that may name tasks. */
    private static List<Word> object(Clause clause, EditVerbs.@Nullable Found verb, BitSet used) {
        List<Word> object = new ArrayList<>();
        for (int i = 0; i < clause.words().size(); i++) {
            boolean taken = !clause.title().get(i) && (used.get(i) || verb != null && !verb.deed() && verb.covers(i));
            if (!taken && !"→⇒>-=".contains(clause.words().get(i).plain()))
                object.add(clause.words().get(i));
        }
        return object;
    }

    private TitleFinder.Found targets(Clause clause, List<Word> object, @Nullable Word deed,
            EditVerbs.@Nullable Found verb, EditValues.Read read) {
        Status wanted = verb != null && verb.verb() == Verb.REOPEN ? Status.DONE : Status.OPEN;
        TitleFinder.Found found = finder.find(object, deed, wanted);
        TitleFinder.Found bare = finder.find(withoutFiller(clause, object), deed, wanted);
        if (found.isEmpty() || found.clear().isEmpty() && bare.fit() > found.fit())
            found = bare;
        if (isOfOpen(verb) && found.all().stream().allMatch(this::isClosed))
            found = TitleFinder.Found.NONE;
        List<TaskId> numbered = found.fit() >= SURE ? List.of() : ordinals(object);
        if (!numbered.isEmpty())
            return new TitleFinder.Found(numbered, List.of(), 1);
        if (found.near().size() < 2)
            return found;
        for (Word word : clause.words())
            if (!EditWords.window(word).isEmpty())
                found = finder.narrowed(found, task -> times.isOn(EditWords.window(word), task));
        for (ptm.task.When day : read.days())
            found = finder.narrowed(found, task -> times.isOn(day, task));
        return found;
    }

    /** Whether only an open task can be meant: what is done is not moved, put off or begun. */
    private static boolean isOfOpen(EditVerbs.@Nullable Found verb) {
        return verb == null || verb.verb() == Verb.SET || verb.verb() == Verb.SNOOZE || verb.verb() == Verb.START
                || verb.verb() == Verb.DROP;
    }

    private boolean isClosed(TaskId id) {
        TaskTitle task = finder.task(id);
        return task != null && task.status() != Status.OPEN;
    }

    /** Without what only surrounds a title; a day word may stand before one ("Friday's dentist"). */
    private static List<Word> withoutFiller(Clause clause, List<Word> object) {
        return object.stream().filter(word -> !EditWords.is(word, "filler") && EditWords.window(word).isEmpty()
                && !EditWords.is(word, "not")).toList();
    }

    /** The tasks of the last list that numbers and ordinals name. */
    private List<TaskId> ordinals(List<Word> object) {
        List<TaskId> named = new ArrayList<>();
        int size = shown.size();
        for (int i = 0; i < object.size() && size > 0; i++) {
            int number = Ordinals.of(object, i);
            int index = number == Ordinals.LAST ? size : number;
            if (index >= 1 && index <= size && !named.contains(shown.get(index - 1)))
                named.add(shown.get(index - 1));
        }
        return named;
    }

    private static boolean isIt(List<Word> object, @Nullable Word deed) {
        return object.stream().anyMatch(word -> EditWords.is(word, "it"))
                && object.stream().allMatch(word -> word.isMark() || word == deed || EditWords.is(word, "it")
                        || EditWords.is(word, "filler"));
    }

    /** "important report" is no statement about the report. */
    private static boolean isBeforeTitle(List<Word> object, BitSet used, Clause clause) {
        int value = used.nextSetBit(0);
        return value >= 0 && object.stream().filter(word -> !word.isMark() && !EditWords.is(word, "filler"))
                .findFirst().map(word -> clause.words().indexOf(word) > value).orElse(false);
    }

    private double weight(Clause clause, EditVerbs.@Nullable Found verb, TitleFinder.Found targets,
            EditValues.Read read) {
        if (verb != null)
            return targets.isEmpty() || !verb.deed() ? verb.weight() : Math.max(verb.weight(), 2.5 * targets.fit());
        if (targets.isEmpty() || read.values().isEmpty())
            return 0;
        boolean whole = PastTense.isInfinitive(clause.words().getFirst()) || isSaidInFull(clause);
        boolean anew = whole || !isMarked(clause) && times.isDayAndClock(clause.text());
        return anew ? 0.5 : targets.fit() >= SURE ? 3.2 : targets.fit() >= 0.7 ? 2.2 : 0.8;
    }

    /** Whether words lead to a value as only a change does: "to friday", «ко вторнику», an arrow. */
    private static boolean isMarked(Clause clause) {
        return clause.words().stream().skip(1).anyMatch(word -> MOVED.contains(word.plain()));
    }

    /** "Call mom tomorrow" of "Call mom" is rather said anew. */
    private static boolean isSaidInFull(Clause clause) {
        int end = clause.title().nextClearBit(0);
        return end > 1 && end < clause.words().size() && !Stems.isCyrillic(clause.words().getFirst().plain())
                && EditWords.cue(clause.words(), end, "to") == 0;
    }
}
