package ptm.understanding.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ptm.TestClock;
import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.filter.FilterText;
import ptm.task.Status;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.task.When;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.Engine;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.TestEngine;

/** A model is asked once for the same words, and what it said stays true. */
class ReadingCacheTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final String DRILL = """
            {"intent":"CAPTURE","drafts":[{"title":"Return the drill","words":"the drill back","when":"tomorrow",
            "details":"","steps":[]}],"request":null,"edits":[]}""";

    private final ModelServer model = new ModelServer();
    private final List<Long> paid = new ArrayList<>();
    private final Interpreter reader = reader("small");

    private Interpreter reader(String name) {
        return new LlmConfiguration().llmInterpreter(
                new LlmProperties(URI.create(model.url()), null, name, null, Duration.ofSeconds(20),
                        Duration.ofSeconds(20), 3, Duration.ofSeconds(30)),
                TestEngine.make(), (account, _) -> (_, _) -> paid.add(account.value()), new TestClock(MONDAY),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        model.close();
    }

    private static Context context(long account, List<String> themes, TaskTitle... tasks) {
        return new Context(new AccountId(account), Language.EN, ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT,
                List.of(), new Vocabulary(themes, List.of(), Map.of()), () -> List.of(tasks), List::of);
    }

    private Interpretation read(String text, Instant at, Context context) {
        return reader.interpret(Utterance.own(text, at), context);
    }

    private static When due(Interpretation read) {
        return ((Intent.Capture) read.intent()).drafts().getFirst().values().stream()
                .map(value -> value.edit() instanceof TaskEdit.Reschedule(When due, var _) ? due : null)
                .filter(java.util.Objects::nonNull).findFirst().orElseThrow();
    }

    @Test
    void tomorrowIsAnotherDayTomorrow() {
        model.says(DRILL);
        Context ann = context(1, List.of());
        Interpretation first = read("gotta get the drill back tomorrow", MONDAY, ann);
        Interpretation second = read("gotta get the drill back tomorrow", TUESDAY, ann);
        assertThat(List.of(first.by(), second.by())).containsExactly(Engine.MODEL, Engine.CACHE);
        assertThat(due(first)).isEqualTo(new When.Day(LocalDate.of(2026, 11, 24)));
        assertThat(due(second)).isEqualTo(new When.Day(LocalDate.of(2026, 11, 25)));
        assertThat(model.asked()).hasSize(1);
        assertThat(paid).hasSize(1);
    }

    @Test
    void whatChangesTheAnswerIsAskedAnew() {
        model.says(DRILL);
        String text = "gotta get the drill back tomorrow";
        read(text, MONDAY, context(1, List.of()));
        read(text, MONDAY, context(2, List.of()));
        read(text, MONDAY, context(1, List.of("workshop")));
        read(text, MONDAY, context(1, List.of(), new TaskTitle(new TaskId(5), "Buy a drill", Status.OPEN)));
        read(text + "!", MONDAY, context(1, List.of()));
        reader("large").interpret(Utterance.own(text, MONDAY), context(1, List.of()));
        assertThat(model.asked()).hasSize(6);
        assertThat(read(text, MONDAY, context(1, List.of(), new TaskTitle(new TaskId(6), "Iron the shirts",
                Status.OPEN))).by()).as("a task that has no word of the message").isEqualTo(Engine.CACHE);
    }

    @Test
    void anAnswerThatCountsDaysIsGoodForOneDay() {
        model.says("""
                {"intent":"REQUEST","request":{"conditions":[{"field":"DUE","until":"today+2d"}],"answer":"ALL"}}""");
        Context ann = context(1, List.of());
        Interpretation first = read("what is breathing down my neck", MONDAY, ann);
        assertThat(read("what is breathing down my neck", MONDAY, ann).by()).isEqualTo(Engine.CACHE);
        assertThat(read("what is breathing down my neck", TUESDAY, ann).by()).isEqualTo(Engine.MODEL);
        assertThat(FilterText.print(((Intent.Request) first.intent()).preset().where(), List.of(), null))
                .contains("due<=today+2d");
    }

    @Test
    void anAnswerThatCouldNotBeUsedIsNotKept() {
        model.says("{\"intent\":\"CAPTURE\",\"drafts\":[]}");
        Context ann = context(1, List.of());
        for (int i = 0; i < 2; i++)
            assertThatThrownBy(() -> read("gotta get the drill back tomorrow", MONDAY, ann))
                    .isInstanceOf(AnnotatorUnavailable.class).hasMessageContaining("no task");
        model.says(DRILL);
        assertThat(read("gotta get the drill back tomorrow", MONDAY, ann).by()).isEqualTo(Engine.MODEL);
    }
}
