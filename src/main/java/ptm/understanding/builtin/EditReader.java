package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.task.Proposed;
import ptm.task.Status;
import ptm.task.TaskId;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** Reads a text as a command about tasks that are there: a verb, the tasks it is about, new values. */
final class EditReader {

    /**
     * @param evidence   how much the words themselves speak of a command; 0: nothing does
     * @param isTargeted whether tasks were found, by name, by number or by "it"
     * @param isFirst    whether the text begins with the verb
     */
    record Reading(List<EditCommand> commands, double evidence, boolean isTargeted, boolean isFirst, double confidence,
            List<Piece> pieces) {

        static final Reading NOTHING = new Reading(List.of(), 0, false, false, 0, List.of());
    }

    private static final Set<String> IT =
            Set.of("it", "this", "that", "one", "them", "these", "those", "это", "его", "ее", "их", "эту", "этот",
                    "эта", "эти", "этой", "этого", "этому", "ней", "нем", "туда", "этим", "последнюю");
    private static final Set<String> FILLER = Set.of("already", "just", "now", "please", "уже", "пожалуйста", "сегодня",
            "вчера", "today", "yesterday", "only", "finally", "наконец", "только", "что");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|->|=>|⇒)\\s*");

    private final Lexicon lexicon;
    private final Utterance utterance;
    private final Context context;
    private final List<Word> words;
    private final RequestReading request;
    private final TitleFinder finder;

    EditReader(Lexicon lexicon, Utterance utterance, Context context, List<Word> words, RequestReading request) {
        this.request = request;
        this.lexicon = lexicon;
        this.utterance = utterance;
        this.context = context;
        this.words = words;
        this.finder = new TitleFinder(words.isEmpty() ? List.of() : context.titles().get());
    }

    Reading read() {
        Reading arrow = arrow();
        if (arrow != null)
            return arrow;
        Reading bare = bareNumber();
        if (bare != null)
            return bare;
        Found found = verb();
        if (found == null)
            return afterTask();
        return command(found);
    }

    /** @param at first word of its phrase */
    private record Found(Verb verb, double weight, int at, int length) {}

    /** The strongest verb said, a longer phrase before a shorter one. */
    private @Nullable Found verb() {
        Found best = null;
        int verbs = 0;
        for (int i = 0; i < words.size(); i++) {
            Lexicon.Match match = lexicon.longest(words, i);
            if (match == null)
                continue;
            boolean isVerb = false;
            for (Entry entry : match.entries())
                if (entry.verb() != null) {
                    isVerb = true;
                    if (best == null || entry.weight("edit") > best.weight())
                        best = new Found(entry.verb(), entry.weight("edit"), i, match.length());
                }
            verbs += isVerb ? 1 : 0;
            i += match.length() - 1;
        }
        if (best != null && verbs > 1)
            best = new Found(best.verb(), best.weight() + 0.8, best.at(), best.length());
        Found past = past();
        return best == null || past != null && past.weight() > best.weight() ? past : best;
    }

    /** "I called mom already": something done, said as such. */
    private @Nullable Found past() {
        for (int i = 0; i < words.size(); i++) {
            double weight = PastTense.weight(words, i);
            if (weight > 0)
                return new Found(Verb.COMPLETE, weight, i, 1);
        }
        return null;
    }

    private Reading command(Found found) {
        if (found.verb() == Verb.UNDO)
            return new Reading(List.of(new EditCommand(Verb.UNDO, List.of(), List.of(), List.of())), found.weight(),
                    true, true, 0.95, List.of());
        boolean past = found.verb() == Verb.COMPLETE && PastTense.weight(words, found.at()) > 0;
        List<Word> object = new ArrayList<>();
        for (int i = 0; i < words.size(); i++)
            if ((past || i < found.at() || i >= found.at() + found.length()) && !FILLER.contains(words.get(i).plain())
                    && !isWindow(i))
                object.add(words.get(i));
        EditValues.Split split = new EditValues(utterance, context).split(found.verb(), object, utterance.text());
        List<TaskId> shown = ordinals(split.object());
        TitleFinder.Found titles = shown.isEmpty()
                ? finder.find(split.object(), wanted(found.verb()))
                : new TitleFinder.Found(shown, List.of());
        boolean it = titles.isEmpty() && isIt(split.object()) && (!split.object().isEmpty() || !hasWindow());
        if (it)
            titles = lastShown();
        boolean targeted = !titles.isEmpty() || it;
        double confidence = titles.clear().isEmpty() ? titles.near().isEmpty() ? 0.5 : 0.75 : 0.92;
        EditCommand command = new EditCommand(found.verb(), titles.clear(), titles.near(), split.values());
        return new Reading(List.of(command), found.weight(), targeted, found.at() <= 1, confidence, split.pieces());
    }

    private boolean hasWindow() {
        return request.parts().stream().anyMatch(part -> part.filter() instanceof Filter.Window);
    }

    private boolean isWindow(int word) {
        return request.parts().stream().anyMatch(part -> part.filter() instanceof Filter.Window && part.from() <= word
                && word < part.until());
    }

    private static Status wanted(Verb verb) {
        return verb == Verb.REOPEN ? Status.DONE : Status.OPEN;
    }

    private boolean isIt(List<Word> object) {
        return object.stream().allMatch(word -> word.isMark() || IT.contains(word.plain())
                || FILLER.contains(word.plain())) || object.stream().anyMatch(word -> IT.contains(word.plain()));
    }

    private TitleFinder.Found lastShown() {
        List<TaskId> shown = context.shown();
        return shown.size() == 1
                ? new TitleFinder.Found(shown, List.of())
                : new TitleFinder.Found(List.of(), shown.stream().limit(6).toList());
    }

    /** The tasks of the last list that numbers and ordinals name. */
    private List<TaskId> ordinals(List<Word> object) {
        List<TaskId> named = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
            int number = Ordinals.of(object, i);
            int size = context.shown().size();
            int index = number == Ordinals.LAST ? size : number;
            if (index >= 1 && index <= size && !named.contains(context.shown().get(index - 1)))
                named.add(context.shown().get(index - 1));
        }
        return named;
    }

    /** "2" after a list. */
    private @Nullable Reading bareNumber() {
        if (context.shown().isEmpty() || words.isEmpty() || words.size() > 3
                || words.stream().anyMatch(word -> !word.isMark() && Ordinals.of(List.of(word), 0) == 0))
            return null;
        List<TaskId> named = ordinals(words);
        if (named.isEmpty())
            return null;
        return new Reading(List.of(new EditCommand(Verb.START, named, List.of(), List.of())), 5, true, true, 0.7,
                List.of());
    }

    /** "slides → monday". */
    private @Nullable Reading arrow() {
        String[] sides = ARROW.split(utterance.text(), 2);
        if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank() || utterance.text().indexOf('\n') >= 0)
            return null;
        List<Word> object = Words.of(sides[0]);
        List<TaskId> shown = ordinals(object);
        TitleFinder.Found titles = shown.isEmpty()
                ? finder.find(object, Status.OPEN)
                : new TitleFinder.Found(shown, List.of());
        List<Proposed> values = new EditValues(utterance, context).values(sides[1]);
        if (titles.isEmpty() && values.isEmpty())
            return null;
        return new Reading(List.of(new EditCommand(Verb.SET, titles.clear(), titles.near(), values)), 4,
                !titles.isEmpty(), false, titles.clear().isEmpty() ? 0.7 : 0.95, List.of());
    }

    /** "to friday" after one task: new values and nothing else. */
    private Reading afterTask() {
        if (context.shown().size() != 1)
            return Reading.NOTHING;
        EditValues values = new EditValues(utterance, context);
        if (!values.isNothingElse(words))
            return Reading.NOTHING;
        List<Proposed> set = values.values(utterance.text());
        return set.isEmpty()
                ? Reading.NOTHING
                : new Reading(
                        List.of(new EditCommand(Verb.SET, context.shown(), List.of(), set)), 4, true, true, 0.85,
                        List.of());
    }
}
