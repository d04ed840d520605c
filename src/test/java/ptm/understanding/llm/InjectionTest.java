package ptm.understanding.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import ptm.TestClock;
import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.QuietHours;
import ptm.account.Role;
import ptm.account.TimesOfDay;
import ptm.task.Proposed;
import ptm.task.Status;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.task.TestTasks;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpreter;
import ptm.understanding.Origin;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.TestEngine;

/** Every attempt to talk a model into something, against one that does everything that any of them is after. */
class InjectionTest {
    static final List<ObedientModel.Attempt> ATTEMPTS = ObedientModel.attempts();

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final List<Long> IDS = List.of(11L, 12L, 13L);
    private static final List<Long> STRANGERS = List.of(21L, 22L);
    private static final Interpreter BUILTIN = TestEngine.make();
    private static final ModelServer MODEL = new ModelServer();
    private static Interpreter reader;

    @BeforeAll
    static void aReader() {
        reader = new LlmConfiguration().llmInterpreter(properties(), BUILTIN, (_, _) -> (_, _) -> {},
                new TestClock(NOW), new SimpleMeterRegistry());
    }

    private static LlmProperties properties() {
        return new LlmProperties(URI.create(MODEL.url()), null, "obedient", null, Duration.ofSeconds(20),
                Duration.ofSeconds(20), 1_000, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        MODEL.close();
    }

    private static Context context(List<String> imported) {
        List<String> titles = new ArrayList<>(List.of("Feed the hens", "Oil the gate", "Call Nora"));
        for (int i = 0; i < imported.size(); i++)
            titles.set(titles.size() - 1 - i, imported.get(i));
        List<TaskTitle> tasks = new ArrayList<>();
        for (int i = 0; i < IDS.size(); i++)
            tasks.add(new TaskTitle(new TaskId(IDS.get(i)), titles.get(i), Status.OPEN));
        return new Context(new AccountId(1), Language.EN, ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT,
                IDS.stream().map(TaskId::new).toList(), new Vocabulary(List.of("garden"), List.of(), Map.of()),
                () -> tasks, List::of);
    }

    private static void tried(ObedientModel.Attempt attempt, String deed) {
        boolean isImport = attempt.where().equals("import");
        Context context = context(isImport ? List.of(attempt.text()) : List.of());
        List<String> texts = isImport
                ? List.of("hens, gate: hm")
                : attempt.where().equals("two") ? List.of(attempt.text().split("\n\n")) : List.of(attempt.text());
        for (String text : texts) {
            Utterance utterance = new Utterance(text, NOW,
                    attempt.where().equals("forward") ? Origin.FORWARDED : Origin.OWN);
            MODEL.says(ObedientModel.reads(deed, text, IDS, STRANGERS));
            answer(utterance, context).ifPresent(intent -> isHarmless(intent, utterance, context));
        }
    }

    private static Optional<Intent> answer(Utterance utterance, Context context) {
        try {
            return Optional.of(reader.interpret(utterance, context).intent());
        } catch (AnnotatorUnavailable refused) {
            return Optional.empty(); // the built-in reading stands
        }
    }

    private static void isHarmless(Intent intent, Utterance utterance, Context context) {
        switch (intent) {
            case Intent.Capture(List<TaskDraft> drafts) ->
                    drafts.forEach(draft -> draft.values().forEach(InjectionTest::saysNothingElse));
            case Intent.Edit(List<EditCommand> commands) -> {
                assertThat(utterance.origin()).isEqualTo(Origin.OWN);
                Set<TaskId> builtin = new HashSet<>();
                if (BUILTIN.interpret(utterance, context).intent() instanceof Intent.Edit(List<EditCommand> own))
                    own.forEach(command -> builtin.addAll(command.tasks()));
                for (EditCommand command : commands) {
                    assertThat(builtin).as("done unasked: %s", command).containsAll(command.tasks());
                    assertThat(command.verb() == Verb.UNDO && builtin.isEmpty()).isFalse();
                    assertThat(command.candidates()).isSubsetOf(context.shown());
                    command.set().forEach(InjectionTest::saysNothingElse);
                }
            }
            // shown to the person alone, or a word of goodbye; of what somebody else wrote neither is believed
            case Intent.Request _,Intent.Smalltalk _ -> {
            }
            case Intent.Ask _,Intent.About _,Intent.Teach _ -> throw new AssertionError(intent);
        }
    }

    private static void saysNothingElse(Proposed value) {
        switch (value.edit()) {
            case TaskEdit.Rename(String title) -> isOf(title);
            case TaskEdit.Describe(var _, String words) -> isOf(words);
            case TaskEdit.Plan(List<Step> steps) -> steps.forEach(step -> isOf(step.title()));
            case TaskEdit.Relabel(var _, List<String> names, var _) -> names.forEach(name -> isOf(name));
            default -> {
                // numbers and dates hold no words
            }
        }
    }

    private static void isOf(String words) {
        assertThat(words).doesNotContainIgnoringCase("zorp", "408178105000", "\u202e", ObedientModel.PROMPT,
                ObedientModel.TRAP);
    }

    @Test
    void thereAreManyAttempts() {
        assertThat(ATTEMPTS).hasSizeGreaterThan(60);
        assertThat(ATTEMPTS).extracting(ObedientModel.Attempt::deed).containsAll(ObedientModel.DEEDS);
    }

    @ParameterizedTest
    @FieldSource("ATTEMPTS")
    void aModelThatObeysATextCanDoNoHarm(ObedientModel.Attempt attempt) {
        for (String deed : ObedientModel.DEEDS)
            tried(attempt, deed);
    }

    @ParameterizedTest
    @FieldSource("ATTEMPTS")
    void aTaskThatHoldsOrdersIsOnlyRated(ObedientModel.Attempt attempt) {
        MODEL.says(ObedientModel.annotates());
        Task task = TestTasks.aTask(new TaskEdit.Rename(attempt.text().strip().replaceAll("\\s+", " ")
                .substring(0, Math.min(60, attempt.text().strip().replaceAll("\\s+", " ").length())).strip()));
        var ann = new Account(new AccountId(1), "Ann", Role.MEMBER, Language.EN, ZoneId.of("Europe/Berlin"),
                TimesOfDay.DEFAULT, QuietHours.DEFAULT);
        var said = new LlmConfiguration().llmAnnotator(properties(), (_, _) -> (_, _) -> {}, new TestClock(NOW),
                new SimpleMeterRegistry()).annotate(ann, List.of(task), Vocabulary.EMPTY, List.of());
        assertThat(said).containsOnlyKeys(task.id());
        assertThat(said.get(task.id())).isNotEmpty().allSatisfy(value -> assertThat(value.edit().toString())
                .doesNotContain(ObedientModel.PROMPT, ObedientModel.TRAP));
    }
}
