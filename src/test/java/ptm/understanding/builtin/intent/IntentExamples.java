package ptm.understanding.builtin.intent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.understanding.Context;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.estimate.ExampleFile;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.LexiconFile;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimeReader;

/** The labelled texts of {@code intents/}, read by the other readers as the application would. */
final class IntentExamples {
    /** A word that so many texts have is looked at itself rather than for its form. */
    private static final int COMMON = 10;
    private static final Instant NOW = Instant.parse("2026-05-19T08:05:00Z");

    /** How many texts a pattern gives, and how much each counts beside one that somebody wrote. */
    private static final int PER_PATTERN = 4;
    private static final double PATTERN_WEIGHT = 0.6;
    private static final double TASK_WEIGHT = 0.4;

    /** How much a text counts that is read beside simulated tasks; it counts as often without any. */
    private static final double BESIDE_TASKS = 0.6;

    /** @param withTasks whether it was read beside simulated tasks */
    record Labelled(Language language, Purpose purpose, Clues clues, double weight, boolean withTasks) {}

    final Lexicon lexicon = LexiconFile.load("/lexicon/en.yml", "/lexicon/ru.yml");
    final DumpWords words = DumpWords.load();
    private final ClueReader reader = new ClueReader(lexicon, new TimeReader(), EstimatorThemes.load());

    /** Each text twice: as it is read where there are no tasks, and beside simulated ones. */
    List<Labelled> read() {
        List<Labelled> all = new ArrayList<>();
        for (Language language : Language.values()) {
            SimulatedTasks tasks = new SimulatedTasks(lexicon, words, language);
            for (String line : text(language).lines().filter(line -> !line.isBlank()).toList()) {
                String[] cells = line.split("\t", 2);
                Purpose purpose = Purpose.valueOf(cells[0].toUpperCase(Locale.ROOT));
                Clues alone = clues(cells[1], language);
                all.add(new Labelled(language, purpose, alone, BESIDE_TASKS, false));
                all.add(new Labelled(language, purpose, beside(tasks.of(purpose, alone, false), alone, language),
                        BESIDE_TASKS, true));
            }
        }
        return all;
    }

    /** What else is learned from: texts made of patterns, and the example tasks, which are all to be kept. */
    List<Labelled> more() {
        List<Labelled> all = new ArrayList<>();
        for (Language language : Language.values()) {
            SimulatedTasks tasks = new SimulatedTasks(lexicon, words, language);
            boolean withTasks = false;
            for (IntentPatterns.Made made : IntentPatterns.of(language, PER_PATTERN)) {
                Clues alone = clues(made.text(), language);
                boolean beside = withTasks || made.named();
                Clues clues = beside ? beside(tasks.of(made.purpose(), alone, made.named()), alone, language) : alone;
                all.add(new Labelled(language, made.purpose(), clues, PATTERN_WEIGHT, beside));
                withTasks = !withTasks;
            }
            for (String task : ExampleFile.texts(language))
                all.add(new Labelled(language, Purpose.CAPTURE, clues(task, language), TASK_WEIGHT, false));
        }
        return all;
    }

    Clues clues(String text, Language language) {
        return clues(text, language, SimulatedTasks.Scene.NOTHING);
    }

    private Clues beside(SimulatedTasks.Scene scene, Clues alone, Language language) {
        return clues(alone.text(), language, scene);
    }

    private Clues clues(String text, Language language, SimulatedTasks.Scene scene) {
        Context context = new Context(new AccountId(1), language, ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT,
                scene.shown(), Vocabulary.EMPTY, scene::titles, List::of);
        return reader.read(Utterance.own(text, NOW), Words.of(text), context);
    }

    static int[] common(List<Labelled> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (Labelled text : texts)
            if (!text.withTasks())
                text.clues().words().stream().map(Word::plain).distinct()
                        .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream().filter(entry -> entry.getValue() >= COMMON)
                .mapToInt(entry -> Features.hash(entry.getKey())).sorted().distinct().toArray();
    }

    /** A hash of all texts with their labels. */
    static int fingerprint() {
        return Features.hash(text(Language.EN) + text(Language.RU) + IntentPatterns.text(Language.EN)
                + IntentPatterns.text(Language.RU));
    }

    private static String text(Language language) {
        try (InputStream in = Objects.requireNonNull(IntentExamples.class
                .getResourceAsStream("/intents/intents_" + language.code() + ".tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
