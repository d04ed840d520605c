package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Ordinals;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeReading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Status;
import ptm.task.TaskId;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** Reads a text as a command about tasks that are there: verbs, the tasks they are about, new values. */
public final class EditReader {

    /**
     * @param evidence   how much the words themselves speak of a command; 0: nothing does
     * @param isTargeted whether tasks were found, by name, by number or by "it"
     * @param isFirst    whether the text begins with the verb
     * @param matched    how many times a task was named by its title or number
     * @param fit        how well the worst of them fits its title, 0 to 1
     * @param hasValue   whether a new value was read
     * @param hasVerb    whether a verb of edits was said, more than a deed ("bought") or a bare title with a value
     * @param unread     parts of the text that speak of no task that is there
     */
    public record Reading(List<EditCommand> commands, double evidence, boolean isTargeted, boolean isFirst,
            double confidence, List<Piece> pieces, int matched, double fit, boolean hasValue, boolean hasVerb,
            List<String> unread) {

        public static final Reading NOTHING =
                new Reading(List.of(), 0, false, false, 0, List.of(), 0, 0, false, false, List.of());
    }

    private static final Set<String> POINTERS =
            Set.of("the", "this", "that", "these", "those", "it", "them", "all", "both",
                    "everything", "one", "first", "second", "third", "last", "due", "deadline", "priority", "task",
                    "tasks", "to");
    /** Words that fit a title so well name it. */
    private static final double FITS = 0.75;
    /** What a text weighs more in which every clause was understood. */
    private static final double CERTAIN = 2.5;
    private static final Set<String> QUESTIONS = Set.of("what", "which", "who", "when", "where", "how", "why", "что",
            "какие", "какая", "какое", "какой", "сколько", "где", "когда", "кто", "чего", "почему");
    /** A message of more clauses than these is no command. */
    private static final int CLAUSES = 12;

    private final Lexicon lexicon;
    private final Spelling spelling;
    private final Utterance utterance;
    private final Context context;
    private final List<Word> words;
    private final RequestReading request;
    private final TitleFinder finder;
    private final EditVerbs verbs;
    private final EditTimes times;
    private final ClauseReader clauses;

    public EditReader(Lexicon lexicon, Spelling spelling, TimeReader times, Utterance utterance, Context context,
            List<Word> words, RequestReading request) {
        this.request = request;
        this.lexicon = lexicon;
        this.spelling = spelling;
        this.utterance = utterance;
        this.context = context;
        this.words = words;
        this.finder = new TitleFinder(words.isEmpty() ? List.of() : context.titles().get());
        this.verbs = new EditVerbs(lexicon);
        this.times = new EditTimes(times, utterance, context);
        this.clauses = new ClauseReader(utterance.text(), context.shown(), verbs,
                new EditValues(lexicon, this.times, new EditThemes(context)), this.times, finder);
    }

    public Reading read() {
        if (words.isEmpty())
            return Reading.NOTHING;
        Reading bare = bareNumber();
        if (bare != null)
            return bare;
        Reading worded = worded();
        if (worded != null)
            return worded;
        List<Word> mended = words.stream().map(this::mended).toList();
        BitSet verbatim = finder.verbatim(words);
        EditVerbs.Found strongest = verbs.find(words, verbatim);
        if (strongest == null)
            strongest = verbs.find(mended, verbatim);
        if (strongest != null && strongest.verb() == Verb.UNDO && !hasObject(strongest))
            return undo(strongest);
        Reading bulk = strongest == null ? null : bulk(strongest);
        if (bulk != null)
            return bulk;
        double said = strongest == null || strongest.deed() ? 0 : strongest.weight();
        Reading named = named(words, verbatim, said);
        if (!named.isTargeted())
            named = named(mended, verbatim, said);
        if (named.isTargeted())
            return named;
        return strongest == null ? afterTask(verbatim) : unnamed(strongest, verbatim);
    }

    /** Whether there are tasks that the text could be about. */
    public boolean hasTasks() {
        return !finder.tasks().isEmpty();
    }

    private Reading undo(EditVerbs.Found found) {
        return new Reading(List.of(new EditCommand(Verb.UNDO, List.of(), List.of(), List.of())), found.weight(), true,
                true, 0.95, List.of(), 0, 0, false, true, List.of());
    }

    /** Whether words beside the verb could name something: "cancel the subscription" takes nothing back. */
    private boolean hasObject(EditVerbs.Found found) {
        return Stems.isCyrillic(words.get(found.at()).plain()) && object(found).stream()
                .anyMatch(word -> !word.isMark() && !EditWords.is(word, "filler") && !EditWords.is(word, "it")
                        && !EditWords.is(word, "not") && Ordinals.of(List.of(word), 0) != Ordinals.LAST
                        && lexicon.all(List.of(word), 0).stream().flatMap(match -> match.entries().stream())
                                .noneMatch(entry -> entry.verb() != null || entry.weight("smalltalk") > 0));
    }

    /** A new title, steps or a note: the rest of the words are kept as they are. */
    private @Nullable Reading worded() {
        EditPatterns.Said said = EditPatterns.find(utterance.text());
        if (said == null)
            return null;
        List<Word> subject = Words.of(said.subject());
        List<Word> named = subject.stream().filter(word -> !EditWords.is(word, "filler")
                && !EditWords.is(word, "it") && !EditWords.is(word, "adding")).toList();
        TitleFinder.Found found = shown(named);
        if (found.isEmpty())
            found = finder.find(subject, null, Status.OPEN);
        if (found.isEmpty())
            found = finder.find(named, null, Status.OPEN);
        if (found.isEmpty() && named.stream().allMatch(Word::isMark))
            found = it();
        List<Proposed> set = List.of(new Proposed(said.edit(), Provenance.said(utterance.at(), 0.9, said.words())));
        boolean targeted = !found.isEmpty();
        return new Reading(List.of(new EditCommand(said.verb(), found.clear(), found.near(), set)), said.weight(),
                targeted, true, found.clear().isEmpty() ? targeted ? 0.75 : 0.5 : 0.92, List.of(), targeted ? 1 : 0,
                found.fit(), true, true, List.of());
    }

    private TitleFinder.Found shown(List<Word> named) {
        List<TaskId> ids = new ArrayList<>();
        int size = context.shown().size();
        for (int i = 0; i < named.size() && named.size() <= 3; i++) {
            int number = Ordinals.of(named, i);
            int index = number == Ordinals.LAST ? size : number;
            if (index >= 1 && index <= size)
                ids.add(context.shown().get(index - 1));
        }
        return ids.isEmpty() ? TitleFinder.Found.NONE : new TitleFinder.Found(ids, List.of(), 1);
    }

    private TitleFinder.Found it() {
        List<TaskId> shown = context.shown();
        return shown.size() == 1
                ? new TitleFinder.Found(shown, List.of(), 1)
                : new TitleFinder.Found(List.of(), shown.stream().limit(6).toList(), 0.5);
    }

    private @Nullable Reading bulk(EditVerbs.Found found) {
        List<EditCommand> commands = new BulkReader(utterance, context, words, lexicon, times, finder, request)
                .read(found);
        if (commands == null)
            return null;
        int tasks = commands.stream().mapToInt(command -> command.tasks().size()).sum();
        return new Reading(commands, Math.max(3, found.weight()), true, found.at() <= 1, 0.9, List.of(), tasks, 1,
                commands.stream().anyMatch(command -> !command.set().isEmpty()), true, List.of());
    }

    /**
     * What is said of tasks by their names, each clause for itself.
     *
     * @param said how much the whole speaks of an edit
     */
    private Reading named(List<Word> words, BitSet verbatim, double said) {
        List<Part> parts = new ArrayList<>();
        for (Clause clause : EditClauses.of(utterance.text(), words, lexicon, times.read(utterance.text()), verbatim))
            parts.add(clauses.read(clause));
        if (parts.size() > CLAUSES || parts.stream().noneMatch(Part::isTargeted) || isSaidAnew(parts))
            return Reading.NOTHING;
        TitleFinder.Found it = context.shown().isEmpty() ? TitleFinder.Found.NONE : it();
        Groups groups = Groups.of(parts, it, utterance, finder);
        List<Piece> pieces = new ArrayList<>();
        List<EditCommand> commands = groups.commands(pieces,
                EditValue.of(times.putOff(EditWords.has(words, "later")), "hiddenUntil", "", 0.8));
        if (commands.isEmpty())
            return Reading.NOTHING;
        boolean verb = parts.stream().anyMatch(part -> part.verb() != null && !part.verb().deed());
        boolean unsure = commands.stream().anyMatch(command -> command.tasks().isEmpty());
        return new Reading(commands, evidence(parts, groups, verb, said), true, isFirst(parts), unsure ? 0.75 : 0.92,
                pieces,
                groups.matched(), groups.fit(), commands.stream().anyMatch(command -> !command.set().isEmpty()), verb,
                groups.unread());
    }

    /** "Physio tomorrow at 10" beside a physio that is there: something of its own. */
    private static boolean isSaidAnew(List<Part> parts) {
        return parts.stream().allMatch(Part::bare) && parts.stream().anyMatch(part -> !part.values().isEmpty())
                && parts.stream().allMatch(part -> part.weight() < 1 && !part.values().isEmpty() == part.isTargeted());
    }

    private static double evidence(List<Part> parts, Groups groups, boolean verb, double said) {
        double most = parts.stream().filter(part -> part.isTargeted() || part.verb() != null)
                .mapToDouble(Part::weight).max().orElse(0);
        if (most == 0)
            most = Math.max(said, 1.2);
        long speaking = parts.stream().filter(part -> part.weight() > 0).count();
        double all = most + (speaking > 1 ? 0.8 : 0);
        boolean sure = groups.fit() >= FITS && parts.stream().filter(Part::isTargeted)
                .allMatch(part -> part.weight() >= 1 || !part.bare() || part.values().isEmpty());
        if (!groups.unread().isEmpty())
            // something to do beside a title is rather a list of things to do
            return verb ? all : all * 0.4;
        return sure && verb ? Math.max(2, all) + CERTAIN : sure && most >= 1 ? all + CERTAIN : all;
    }

    private static boolean isFirst(List<Part> parts) {
        EditVerbs.Found verb = parts.getFirst().verb();
        return verb != null && verb.at() <= 1;
    }

    /** A command about no task that is known by name: "done with the laundry". */
    private Reading unnamed(EditVerbs.Found found, BitSet verbatim) {
        if (found.verb() == Verb.UNDO && hasObject(found))
            found = new EditVerbs.Found(Verb.DROP, PastTense.isInfinitive(words.get(found.at())) ? 0.5 : 2,
                    found.at(), found.match(), false);
        Clause whole = Clause.of(words, 0, words.size(), verbatim, utterance.text());
        Part part = clauses.read(whole);
        List<Word> object = object(found);
        boolean everything = found.verb() != Verb.COMPLETE && EditWords.has(object, "all");
        TitleFinder.Found titles = !everything && object.stream().allMatch(word -> word.isMark()
                || EditWords.is(word, "it") || EditWords.is(word, "filler") || EditWords.is(word, "not"))
                        ? it()
                        : TitleFinder.Found.NONE;
        // a bare time beside the verb may as well be asked for
        boolean isIt = titles != TitleFinder.Found.NONE && (!context.shown().isEmpty() || object.stream().anyMatch(
                word -> EditWords.is(word, "it")) || times.read(utterance.text()).pieces().isEmpty());
        Verb verb = found.verb();
        List<EditValue> values = verb == Verb.SNOOZE && part.values().isEmpty()
                ? List.of(EditValue.of(times.putOff(EditWords.has(words, "later")), "hiddenUntil", "", 0.8))
                : part.values();
        List<Proposed> set = part.action() == verb || part.action() == null
                ? values.stream().map(value -> value.on(titles.clear().isEmpty()
                        ? null
                        : finder.task(titles.clear().getFirst()), utterance)).toList()
                : List.of();
        List<Piece> pieces = set.isEmpty() ? List.of() : part.values().stream().map(value -> value.piece(0)).toList();
        EditCommand command = new EditCommand(verb == Verb.START && !set.isEmpty() ? Verb.SET : verb, titles.clear(),
                titles.near(), set);
        double weight = isQuestion() ? found.weight() * 0.3 : found.weight();
        return new Reading(List.of(command), isIt ? weight : weight - doubt(found), isIt,
                found.at() <= 1, titles.clear().isEmpty() ? titles.near().isEmpty() ? 0.5 : 0.75 : 0.92, pieces, 0, 0,
                !set.isEmpty(), !found.deed(), List.of());
    }

    private boolean isQuestion() {
        return words.getLast().plain().equals("?") || QUESTIONS.contains(words.getFirst().plain());
    }

    /** The words that are neither the verb nor about time. */
    private List<Word> object(EditVerbs.Found found) {
        List<TimePiece> pieces = times.read(utterance.text()).pieces();
        List<Word> object = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!found.covers(i) && pieces.stream().noneMatch(piece -> EditTimes.covers(utterance.text(), 0, piece,
                    word)))
                object.add(word);
        }
        return object;
    }

    private Word mended(Word word) {
        String better = word.isMark() || word.isNumber() || lexicon.knows(word) ? null : spelling.mend(word);
        return better == null ? word : word.as(better);
    }

    /** "delete last year's drafts" speaks of no task that is there: nothing points at one. */
    private double doubt(EditVerbs.Found found) {
        int next = found.at() + found.match().length();
        boolean certain = found.verb() == Verb.COMPLETE || found.verb() == Verb.REOPEN || found.verb() == Verb.ADD_STEP;
        if (certain || next >= words.size() || found.at() > 1 || found.match().gapEnd() > 0)
            return 0;
        if (words.subList(found.at(), next).stream().anyMatch(word -> POINTERS.contains(word.plain())))
            return 0;
        String after = words.get(next).plain();
        if (PastTense.isInfinitive(words.get(found.at())))
            return 1.5;
        boolean english = !Stems.isCyrillic(words.get(found.at()).plain());
        return english && !POINTERS.contains(after) && !words.get(next).isMark() && !words.get(next).isNumber()
                ? 1.8
                : 0;
    }

    /** "2" after a list. */
    private @Nullable Reading bareNumber() {
        if (context.shown().isEmpty() || words.size() > 3
                || words.stream().anyMatch(word -> !word.isMark() && Ordinals.of(List.of(word), 0) == 0))
            return null;
        TitleFinder.Found named = shown(words);
        return named.isEmpty()
                ? null
                : new Reading(List.of(new EditCommand(Verb.START, named.clear(), List.of(), List.of())), 5, true, true,
                        0.7, List.of(), named.clear().size(), 1, false, false, List.of());
    }

    /** "to friday" after one task: new values and nothing else. */
    private Reading afterTask(BitSet verbatim) {
        Part part = clauses.read(Clause.of(words, 0, words.size(), verbatim, utterance.text()));
        TimeReading time = times.read(utterance.text());
        if (context.shown().size() != 1 || part.values().isEmpty() || part.foreign()
                || part.isTargeted() || time.pieces().isEmpty())
            return Reading.NOTHING;
        TaskId task = context.shown().getFirst();
        List<Proposed> set = part.values().stream().map(value -> value.on(finder.task(task), utterance)).toList();
        return new Reading(List.of(new EditCommand(Verb.SET, List.of(task), List.of(), set)), 4, true, true, 0.85,
                part.values().stream().map(value -> value.piece(0)).toList(), 0, 0, true, false, List.of());
    }
}
