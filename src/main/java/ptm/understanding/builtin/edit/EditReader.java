package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Ordinals;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.time.TimeReader;

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
public final class EditReader {

    /**
     * @param evidence   how much the words themselves speak of a command; 0: nothing does
     * @param isTargeted whether tasks were found, by name, by number or by "it"
     * @param isFirst    whether the text begins with the verb
     */
    public record Reading(List<EditCommand> commands, double evidence, boolean isTargeted, boolean isFirst,
            double confidence,
            List<Piece> pieces) {

        public static final Reading NOTHING = new Reading(List.of(), 0, false, false, 0, List.of());
    }

    private static final Set<String> IT =
            Set.of("it", "this", "that", "one", "them", "these", "those", "это", "его", "ее", "их", "эту", "этот",
                    "эта", "эти", "этой", "этого", "этому", "ней", "нем", "туда", "этим", "последнюю");
    private static final Set<String> FILLER = Set.of("already", "just", "now", "please", "уже", "пожалуйста", "сегодня",
            "вчера", "today", "yesterday", "only", "finally", "наконец", "только", "что");
    private static final Set<String> POINTERS =
            Set.of("the", "this", "that", "these", "those", "it", "them", "all", "both",
                    "everything", "one", "first", "second", "third", "last", "due", "deadline", "priority", "task",
                    "tasks", "to");
    private static final Pattern ARROW = Pattern.compile("→|->|=>|⇒");

    private final Lexicon lexicon;
    private final Spelling spelling;
    private final Utterance utterance;
    private final Context context;
    private final List<Word> words;
    private final EditValues values;
    private final RequestReading request;
    private final TitleFinder finder;

    public EditReader(Lexicon lexicon, Spelling spelling, TimeReader times, Utterance utterance, Context context,
            List<Word> words,
            RequestReading request) {
        this.values = new EditValues(times, utterance, context);
        this.request = request;
        this.lexicon = lexicon;
        this.spelling = spelling;
        this.utterance = utterance;
        this.context = context;
        this.words = words;
        this.finder = new TitleFinder(words.isEmpty() ? List.of() : context.titles().get());
    }

    public Reading read() {
        Reading arrow = arrow();
        if (arrow != null)
            return arrow;
        Reading bare = bareNumber();
        if (bare != null)
            return bare;
        Found found = verb(words);
        if (found == null)
            found = verb(words.stream().map(this::mended).toList());
        if (found == null)
            return afterTask();
        return command(found);
    }

    /** @param at first word of its phrase */
    private record Found(Verb verb, double weight, int at, Lexicon.Match match) {

        boolean covers(int word) {
            return match.covers(word - at);
        }

        Found plus(double more) {
            return new Found(verb, weight + more, at, match);
        }
    }

    private static final Lexicon.Match ONE_WORD = new Lexicon.Match(List.of(), 1, 0, 0);

    /** The strongest verb said, a longer phrase before a shorter one. */
    private @Nullable Found verb(List<Word> words) {
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
                        best = new Found(entry.verb(), entry.weight("edit"), i, match);
                }
            verbs += isVerb ? 1 : 0;
            i += match.length() - 1;
        }
        if (best != null && verbs > 1)
            best = best.plus(0.8);
        Found past = past();
        if (best != null && past != null && best.verb() == Verb.COMPLETE)
            return best.plus(1.5);
        return best == null || past != null && past.weight() > best.weight() ? past : best;
    }

    /** "I fed the hens already": something done, said as such. */
    private @Nullable Found past() {
        for (int i = 0; i < words.size(); i++) {
            double weight = PastTense.weight(words, i);
            if (weight > 0)
                return new Found(Verb.COMPLETE, weight, i, ONE_WORD);
        }
        return null;
    }

    private Reading command(Found found) {
        if (found.verb() == Verb.UNDO)
            return new Reading(List.of(new EditCommand(Verb.UNDO, List.of(), List.of(), List.of())), found.weight(),
                    true, true, 0.95, List.of());
        boolean past = found.verb() == Verb.COMPLETE && PastTense.weight(words, found.at()) > 0;
        EditValues.Split split = values.split(found.verb(), object(found, past), utterance.text());
        List<TaskId> shown = ordinals(split.object());
        TitleFinder.Found titles = shown.isEmpty()
                ? finder.find(split.object(), wanted(found.verb()))
                : new TitleFinder.Found(shown, List.of());
        if (past && titles.clear().isEmpty()) {
            TitleFinder.Found without = finder.find(object(found, false), Status.OPEN);
            titles = without.isEmpty() ? titles : without;
        }
        boolean it = titles.isEmpty() && isIt(split.object()) && (!split.object().isEmpty() || !hasWindow());
        if (it)
            titles = lastShown();
        boolean targeted = !titles.isEmpty() || it;
        double confidence = titles.clear().isEmpty() ? titles.near().isEmpty() ? 0.5 : 0.75 : 0.92;
        EditCommand command = new EditCommand(found.verb(), titles.clear(), titles.near(), split.values());
        return new Reading(List.of(command), targeted ? found.weight() : found.weight() - doubt(found), targeted,
                found.at() <= 1, confidence, split.pieces());
    }

    private Word mended(Word word) {
        String better = word.isMark() || word.isNumber() || lexicon.knows(word) ? null : spelling.mend(word);
        return better == null ? word : word.as(better);
    }

    private boolean hasWindow() {
        return request.parts().stream().anyMatch(part -> part.filter() instanceof Filter.Window);
    }

    private boolean isWindow(int word) {
        if (!context.shown().isEmpty() && Ordinals.of(words, word) != 0 && words.size() <= 4)
            return false;
        return request.parts().stream().anyMatch(part -> part.filter() instanceof Filter.Window && part.from() <= word
                && word < part.until());
    }

    /** "delete last year's drafts" speaks of no task that is there: nothing points at one. */
    private double doubt(Found found) {
        int next = found.at() + found.match().length();
        boolean certain = found.verb() == Verb.COMPLETE || found.verb() == Verb.REOPEN || found.verb() == Verb.ADD_STEP;
        if (certain || next >= words.size() || found.at() > 1 || found.match().gapEnd() > 0)
            return 0;
        if (words.subList(found.at(), next).stream().anyMatch(word -> POINTERS.contains(word.plain())))
            return 0;
        String after = words.get(next).plain();
        boolean infinitive = PastTense.isInfinitive(words.get(found.at()));
        boolean english = !Stems.isCyrillic(words.get(found.at()).plain());
        return infinitive
                ? 1.5
                : english && !POINTERS.contains(after) && !words.get(next).isMark()
                        && !words.get(next).isNumber() ? 1.8 : 0;
    }

    /** The words that may name tasks. */
    private List<Word> object(Found found, boolean withVerb) {
        List<Word> object = new ArrayList<>();
        for (int i = 0; i < words.size(); i++)
            if ((withVerb || !found.covers(i)) && !FILLER.contains(words.get(i).plain()) && !isWindow(i))
                object.add(words.get(i));
        return object;
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
        List<Proposed> set = values.values(sides[1]);
        if (titles.isEmpty() && set.isEmpty())
            return null;
        return new Reading(List.of(new EditCommand(Verb.SET, titles.clear(), titles.near(), set)), 4,
                !titles.isEmpty(), false, titles.clear().isEmpty() ? 0.7 : 0.95, List.of());
    }

    /** "to friday" after one task: new values and nothing else. */
    private Reading afterTask() {
        if (context.shown().size() != 1)
            return Reading.NOTHING;
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
