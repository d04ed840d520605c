package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.estimate.ExampleFile;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import ptm.account.Language;
import ptm.task.Status;
import ptm.task.TaskId;
import ptm.task.TaskTitle;

/**
 * Tasks that a person could have who says a text: a few of the example tasks; where a text changes tasks, mostly one
 * that its words name; beside a text of another kind now and then one that shares a word with it. Always the same ones.
 */
final class SimulatedTasks {

    /** @param shown the last list, in its order; empty where none was shown */
    record Scene(List<TaskTitle> titles, List<TaskId> shown) {

        static final Scene NOTHING = new Scene(List.of(), List.of());
    }

    private static final int OTHERS = 9;
    private static final int LISTED = 5;
    /** In how many of 100 texts there is a task that the words name. */
    private static final int NAMED = 75;
    private static final int ASKED_FOR = 35;
    private static final int SIMILAR = 30;
    private static final int SHOWN = 40;
    private static final Set<String> NO_NAMES = Set.of("the", "and", "that", "this", "was", "were", "been", "has",
            "have", "had", "with", "for", "from", "not", "его", "она", "они", "это", "эту", "что", "как", "уже", "все",
            "там", "так", "для", "при", "про", "над", "под", "или");
    private static final List<String> ENGLISH_HEADS = List.of("call about", "get", "sort out", "finish", "prepare");
    private static final List<String> RUSSIAN_HEADS = List.of("разобраться:", "сделать", "доделать", "подготовить");

    private final Lexicon lexicon;
    private final DumpWords words;
    private final Language language;
    private final List<String> examples;

    SimulatedTasks(Lexicon lexicon, DumpWords words, Language language) {
        this.lexicon = lexicon;
        this.words = words;
        this.language = language;
        this.examples = ExampleFile.texts(language);
    }

    /**
     * @param alone the text as it is read without any tasks
     * @param named whether one of the tasks must be named by it
     */
    Scene of(Purpose purpose, Clues alone, boolean named) {
        Random random = new Random(Features.hash(alone.text()));
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++)
            titles.add(examples.get(random.nextInt(examples.size())));
        List<String> names = names(alone);
        int chance = random.nextInt(100);
        boolean isNamed =
                named || purpose == Purpose.EDIT && chance < NAMED || purpose == Purpose.REQUEST && chance < ASKED_FOR;
        if (!names.isEmpty() && isNamed)
            titles.set(random.nextInt(LISTED), title(names, random));
        else if (!names.isEmpty() && purpose != Purpose.EDIT && chance >= 100 - SIMILAR)
            titles.set(random.nextInt(OTHERS), similar(names, titles, random));
        List<TaskTitle> all = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++)
            all.add(new TaskTitle(new TaskId(i + 1), titles.get(i), i + 1 < OTHERS ? Status.OPEN : Status.DONE));
        int listed = random.nextInt(100) < SHOWN ? 1 + random.nextInt(LISTED) : 0;
        return new Scene(all, all.stream().limit(listed).map(TaskTitle::id).toList());
    }

    private String title(List<String> names, Random random) {
        List<String> heads = language == Language.EN ? ENGLISH_HEADS : RUSSIAN_HEADS;
        String head = random.nextBoolean() ? heads.get(random.nextInt(heads.size())) + " " : "";
        int from = random.nextInt(3) == 0 ? Math.max(0, names.size() - 2) : 0;
        return head + names.stream().skip(from).limit(5).collect(Collectors.joining(" "));
    }

    /** Another task that happens to hold one of the words. */
    private static String similar(List<String> names, List<String> titles, Random random) {
        String other = titles.get(random.nextInt(titles.size()));
        String[] its = other.split(" ");
        its[its.length - 1] = names.get(random.nextInt(names.size()));
        return String.join(" ", its);
    }

    /** The words that could be those of a title: no times, no verbs of edits, no deeds. */
    private List<String> names(Clues alone) {
        List<String> names = new ArrayList<>();
        List<Word> all = alone.words();
        for (int i = 0; i < all.size(); i++) {
            Word word = all.get(i);
            boolean deed = words.is(DumpWords.Part.PAST, word) || words.isPast(word) || PastTense.weight(all, i) > 0;
            Lexicon.Match match = lexicon.longest(all, i);
            boolean verb = match != null && match.entries().stream()
                    .anyMatch(entry -> entry.verb() != null || !entry.cue().isEmpty());
            if (verb && match.gapEnd() == 0)
                i += match.length() - 1;
            else if (!word.isMark() && !word.isNumber() && word.plain().length() > 2 && !deed
                    && !NO_NAMES.contains(word.plain()) && !isTime(alone, word))
                names.add(word.text());
        }
        return names;
    }

    private static boolean isTime(Clues alone, Word word) {
        int at = alone.text().codePointCount(0, word.from());
        return alone.time().pieces().stream().anyMatch(piece -> piece.from() <= at && at < piece.until());
    }
}
