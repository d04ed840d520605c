package ptm.understanding.builtin.evaluation;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.task.Task;
import ptm.task.TestDrafts;
import ptm.task.When;
import ptm.understanding.Context;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.TestEngine;
import tools.jackson.databind.JsonNode;

/**
 * Reads the texts under {@code evaluation/} with the built-in engine and prints how well. No part of the tests, run by
 * name: {@code mvn -q test -Dtest=Evaluation}, with {@code -Dptm.failures=true} to see what was read wrongly.
 */
class Evaluation {
    static final ZonedDateTime NOW = ZonedDateTime.parse("2026-05-19T10:05:00+02:00[Europe/Berlin]");

    private static final int LONGEST = 4_096;

    private static final String SEEN = "";
    private static final String UNSEEN = "unseen/";

    private String set = SEEN;
    private final long began = System.nanoTime();
    private final Interpreter engine = TestEngine.make();
    private final Tally tally = new Tally();
    private final DumpJudge dumps = new DumpJudge(NOW);
    private final DraftJudge drafts = new DraftJudge();
    private final List<Long> nanos = new ArrayList<>();

    @Test
    void printsHowWellItReadsTextsThatNothingWasMendedBy() throws IOException {
        set = UNSEEN;
        judge();
        print("Texts that no fault was mended by:");
    }

    private void print(String headline) {
        System.out.println(headline);
        System.out.println(tally.table());
        for (Language language : Language.values())
            System.out.print(Tally.line("dumps, F1 " + language.code(), percent(dumps.f1(language))));
        System.out.println();
        for (String what : List.of("intents", "requests", "dumps cut without a fault"))
            System.out.println(tally.reliability(what));
        if (Boolean.getBoolean("ptm.failures"))
            tally.failures().forEach(System.out::println);
    }

    @Test
    void printsHowWellTheEngineReads() throws IOException {
        Interpretation first = read("buy milk tomorrow", Language.EN, NOW);
        long cold = System.nanoTime() - began;
        judge();
        nanos.clear();
        readAgain();
        print("Texts that faults were mended by:");
        System.out.println(times(cold, first));
        hostile().forEach((name, text) -> System.out.print(Tally.line("4,096 characters, " + name,
                String.format(Locale.ROOT, "%.1f ms", slowest(text)))));
    }

    Tally tally() {
        return tally;
    }

    double f1(Language language) {
        return dumps.f1(language);
    }

    private void readAgain() throws IOException {
        for (Language language : Language.values())
            for (String kind : List.of("requests", "intents", "dumps", "tasks", "times"))
                for (EvaluationText text : EvaluationText.load(set, kind, language))
                    read(text.words(), language, NOW);
    }

    void judge() throws IOException {
        RequestJudge requests = new RequestJudge(new Universe(NOW));
        for (Language language : Language.values()) {
            for (EvaluationText text : EvaluationText.load(set, "requests", language))
                requests.judge(text, read(text.words(), language, NOW), tally);
            for (EvaluationText text : EvaluationText.load(set, "intents", language))
                intent(text, read(text.words(), language, NOW));
            for (EvaluationText text : EvaluationText.load(set, "dumps", language)) {
                Interpretation read = read(text.words(), language, NOW);
                dumps.judge(text, read, tasks(read, NOW), tally);
            }
            for (EvaluationText text : EvaluationText.load(set, "tasks", language))
                estimate(text, read(text.words(), language, NOW));
            for (EvaluationText text : EvaluationText.load(set, "times", language))
                time(text);
        }
    }

    private Interpretation read(String text, Language language, ZonedDateTime now) {
        Context context = new Context(new AccountId(1), language, now.getZone(), TimesOfDay.DEFAULT, List.of(),
                Vocabulary.EMPTY, List::of, List::of);
        long start = System.nanoTime();
        Interpretation read = engine.interpret(Utterance.own(text, now.toInstant()), context);
        nanos.add(System.nanoTime() - start);
        return read;
    }

    static List<Task> tasks(Interpretation read, ZonedDateTime now) {
        return read.intent() instanceof Intent.Capture(var found)
                ? found.stream().map(draft -> TestDrafts.task(draft, now.toInstant())).toList()
                : List.of();
    }

    private void intent(EvaluationText text, Interpretation read) {
        String given = EvaluationText.name(read.intent());
        boolean isRight = text.json().required("ok").valueStream().anyMatch(name -> name.asString().equals(given));
        tally.add("intents", text.language(), isRight, read.confidence());
        tally.add("intents, " + text.json().get("ok").get(0).asString(), text.language(), isRight, read.confidence());
        if (!isRight)
            tally.fail(text.words(), "read as " + given + ", is " + text.json().get("ok"));
    }

    private void estimate(EvaluationText text, Interpretation read) {
        List<Task> tasks = tasks(read, NOW);
        for (var field : text.json().required("expect").properties()) {
            boolean isRight =
                    !tasks.isEmpty() && drafts.isExpected(field.getKey(), field.getValue(), tasks.getFirst());
            tally.add("estimates", text.language(), isRight, read.confidence());
            if (!isRight)
                tally.fail(text.words(), field.getKey() + " is not " + field.getValue());
        }
    }

    private void time(EvaluationText text) {
        ZoneId zone = ZoneOffset.UTC;
        ZonedDateTime now = LocalDateTime.parse(text.json().required("now").asString()).atZone(zone);
        Interpretation read = read(text.words(), text.language(), now);
        List<Task> tasks = tasks(read, now);
        boolean isRight = !tasks.isEmpty() && isTime(text.json().required("gold"), tasks.getFirst(), zone);
        tally.add("times", text.language(), isRight, read.confidence());
        if (!isRight)
            tally.fail(text.words(), tasks.isEmpty()
                    ? "read as " + EvaluationText.name(read.intent())
                    : "read " + when(tasks.getFirst()) + " " + tasks.getFirst().minutes() + " "
                            + tasks.getFirst().repeat() + ", is " + text.json().get("gold"));
    }

    private static boolean isTime(JsonNode gold, Task task, ZoneId zone) {
        When when = when(task);
        if (gold.isEmpty())
            return when == null && task.repeat() == null;
        boolean date = !gold.has("dt") || DraftJudge.isWhen(gold.get("dt"), when, zone);
        boolean length = !gold.has("dur") || DraftJudge.isLong(gold.get("dur"), task.minutes());
        return date && length && (!gold.has("rr") || isRule(gold.get("rr").asString(), task, when, zone));
    }

    private static boolean isRule(String gold, Task task, @Nullable When when, ZoneId zone) {
        for (String wanted : gold.split("\\|", -1)) {
            String[] parts = wanted.split("@", 2);
            boolean clock = parts.length == 1 || when instanceof When.Moment(var at)
                    && at.atZone(zone).toLocalTime().toString().startsWith(parts[1]);
            if (clock && DraftJudge.hasRule(parts[0], task.repeat()))
                return true;
        }
        return false;
    }

    private static @Nullable When when(Task task) {
        if (task.due() != null)
            return task.due();
        if (task.start() != null)
            return task.start();
        return task.reminders().isEmpty() ? null : new When.Moment(task.reminders().getFirst());
    }

    private String times(long cold, Interpretation first) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(Locale.ROOT,
                "%d texts read once before: median %.2f ms, 95 %% within %.2f ms, the slowest %.1f ms%n"
                        + "made and first text read (%s): %.0f ms",
                sorted.size(), millis(sorted.get(sorted.size() / 2)), millis(sorted.get(sorted.size() * 95 / 100)),
                millis(sorted.getLast()), EvaluationText.name(first.intent()), millis(cold));
    }

    /** What is slow to read if anything is: as long as one piece of a text may be. */
    private static Map<String, String> hostile() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String piece : List.of("and ", "и ", "in ", "every ", "каждый ", "9", "1 ", "- ", ",", "(", "\"", " ",
                "\n",
                "a\u0301", "\u202e", "👩‍🚀", "tomorrow ", "завтра в 5 ", "not except ", "кроме ", "buy ", "http://a.",
                "2026-01-01 ",
                "without work and ", "до и после "))
            texts.put('"' + piece.strip() + "\" over and over", piece.repeat(LONGEST / piece.length()));
        texts.put("one word", "x".repeat(LONGEST));
        return texts;
    }

    /** The median of three readings, in milliseconds: a pause of the machine is not the reader's. */
    private double slowest(String text) {
        return IntStream.range(0, 3).mapToDouble(_ -> {
            long start = System.nanoTime();
            read(text, Language.EN, NOW);
            return millis(System.nanoTime() - start);
        }).sorted().skip(1).findFirst().orElse(0);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
