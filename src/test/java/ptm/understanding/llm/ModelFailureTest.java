package ptm.understanding.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ptm.TestClock;
import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.QuietHours;
import ptm.account.Role;
import ptm.account.TimesOfDay;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.task.TestTasks;
import ptm.understanding.Annotator;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.Engine;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;

/**
 * All the ways an endpoint can fail, for both questions that are put to one: whatever happens, whoever asks is told only
 * that the model is not there now. That the person then gets the built-in result, once, is the journey's to show.
 */
class ModelFailureTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String PRIVATE_WORDS = "the grey parrot sings at dawn";
    private static final Account ANN = new Account(new AccountId(1), "Ann", Role.MEMBER, Language.EN,
            ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT, QuietHours.DEFAULT);

    private final ModelServer model = new ModelServer();

    @AfterEach
    void stop() {
        model.close();
    }

    private static LlmProperties properties(String url, Duration patience) {
        return new LlmProperties(URI.create(url), null, "scripted", null, patience, patience, 100,
                Duration.ofSeconds(30));
    }

    private Interpretation read(String text, String url, Duration patience) {
        Interpreter reader = new LlmConfiguration().llmInterpreter(properties(url, patience),
                ModelFailureTest::oneDraft, (_, _) -> (_, _) -> {}, new TestClock(NOW), new SimpleMeterRegistry());
        return reader.interpret(Utterance.own(text, NOW), context());
    }

    private Interpretation read(String text) {
        return read(text, model.url(), Duration.ofSeconds(20));
    }

    private static Context context() {
        return new Context(ANN.id(), Language.EN, ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT,
                List.of(new TaskId(12)), Vocabulary.EMPTY,
                () -> List.of(new TaskTitle(new TaskId(12), "Feed the hens", Status.OPEN)), List::of);
    }

    private static Interpretation oneDraft(Utterance utterance, Context context) {
        return new Interpretation(new Intent.Capture(List.of(new TaskDraft(utterance.text(),
                List.of(new Proposed(new TaskEdit.Rename("x"), Provenance.guessed(NOW, 0.4)))))), Language.EN,
                Engine.BUILTIN, 1, List.of(), List.of());
    }

    private Map<TaskId, List<Proposed>> annotate(Task task, String url, Duration patience) {
        Annotator annotator = new LlmConfiguration().llmAnnotator(properties(url, patience),
                (_, _) -> (_, _) -> {}, new TestClock(NOW), new SimpleMeterRegistry());
        return annotator.annotate(ANN, List.of(task), Vocabulary.EMPTY, List.of());
    }

    private List<TaskEdit> annotate(String title) {
        Task task = TestTasks.aTask(new TaskEdit.Rename(title));
        return annotate(task, model.url(), Duration.ofSeconds(20)).getOrDefault(task.id(), List.of()).stream()
                .map(Proposed::edit).toList();
    }

    /** Neither question is answered, nobody's words are told on, and there is one repair at most. */
    private void nobodyAnswers(String how) {
        model.misbehaves(how);
        nobodyAnswers(model.url(), Duration.ofSeconds(20));
        assertThat(model.asked()).hasSizeBetween(2, 6); // a repair or the three forms of an answer, for each
    }

    private void nobodyAnswers(String url, Duration patience) {
        assertThatThrownBy(() -> read(PRIVATE_WORDS, url, patience)).isInstanceOf(AnnotatorUnavailable.class)
                .hasNoCause().hasMessageNotContaining("parrot");
        assertThatThrownBy(() -> annotate(TestTasks.aTask(new TaskEdit.Rename(PRIVATE_WORDS)), url, patience))
                .isInstanceOf(AnnotatorUnavailable.class).hasNoCause().hasMessageNotContaining("parrot");
    }

    @Test
    void aRefusalIsNoAnswer() {
        nobodyAnswers("refusal");
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        nobodyAnswers("garbage");
    }

    @Test
    void anEmptyAnswerIsNone() {
        nobodyAnswers("empty content");
    }

    @Test
    void anAnswerWithNothingInItIsNone() {
        nobodyAnswers("nothing");
    }

    @Test
    void anAnswerWithoutChoicesIsNone() {
        nobodyAnswers("no choices");
    }

    @Test
    void aPageInPlaceOfAnAnswerIsNone() {
        nobodyAnswers("html");
    }

    @Test
    void aBadRequestIsNotAskedAgainAndAgain() {
        nobodyAnswers("400");
    }

    @Test
    void aKeyThatIsNotAcceptedIsNoAnswer() {
        nobodyAnswers("401");
    }

    @Test
    void aModelThatIsNotKnownIsNoAnswer() {
        nobodyAnswers("404");
    }

    @Test
    void aServerThatTookTooLongItselfIsNoAnswer() {
        nobodyAnswers("408");
    }

    @Test
    void aServerThatIsBusyForLongIsNoAnswer() {
        nobodyAnswers("429");
    }

    @Test
    void aServerThatFailedIsNoAnswer() {
        nobodyAnswers("500");
    }

    @Test
    void aServerThatIsAwayForLongIsNoAnswer() {
        nobodyAnswers("503");
    }

    @Test
    void aConnectionThatIsResetIsNoAnswer() {
        nobodyAnswers("reset");
    }

    @Test
    void aStreamOfRubbishIsNoAnswer() {
        nobodyAnswers("cut");
    }

    @Test
    void aStreamThatEndsHalfWayIsNoAnswer() {
        nobodyAnswers("half");
    }

    @Test
    void aServerThatDoesNotListenIsNoAnswer() throws java.io.IOException {
        int free;
        try (var taken = new java.net.ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        nobodyAnswers("http://127.0.0.1:" + free + "/v1", Duration.ofSeconds(20));
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsNone() {
        model.misbehaves("slow");
        nobodyAnswers(model.url(), Duration.ofMillis(200));
    }

    /** The library's own limit ends with the first byte. */
    @Test
    void anAnswerThatDripsIsWaitedForNoLongerThanOneThatDoesNotCome() {
        model.misbehaves("dripping");
        nobodyAnswers(model.url(), Duration.ofMillis(200));
    }

    @Test
    void tenThousandTokensOfNonsenseAreNoAnswer() {
        nobodyAnswers("nonsense");
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        nobodyAnswers("endless");
    }

    @Test
    void anAnswerIsAskedToEndSomewhere() {
        model.says("{\"intent\":\"SMALLTALK\",\"tasks\":[]}");
        read("hm");
        annotate("Feed the hens");
        assertThat(model.asked()).hasSize(2).allSatisfy(body -> assertThat(body).contains("\"max_tokens\""));
    }

    /** Newer models want the bound under another name, and no word about how sober to be. */
    @Test
    void whatAnEndpointRefusesToBeToldIsLeftOutFromThenOn() {
        model.refuses("{\"intent\":\"SMALLTALK\"}", "max_tokens", "temperature");
        assertThat(read("hm").by()).isEqualTo(Engine.MODEL);
        assertThat(model.asked().getLast()).contains("\"max_completion_tokens\"", "\"json_schema\"")
                .doesNotContain("\"max_tokens\"", "\"temperature\"");
        model.refuses("{\"intent\":\"SMALLTALK\"}", "max_tokens", "max_completion_tokens");
        assertThat(read("hm").by()).isEqualTo(Engine.MODEL);
        assertThat(model.asked().getLast()).contains("\"json_schema\"").doesNotContain("_tokens\"");
    }

    @Test
    void anIntentThatDoesNotExistIsNoAnswer() {
        model.says("{\"intent\":\"DANCE\"}");
        assertThatThrownBy(() -> read(PRIVATE_WORDS)).isInstanceOf(AnnotatorUnavailable.class);
        model.says("{\"intent\":null}");
        assertThatThrownBy(() -> read(PRIVATE_WORDS)).isInstanceOf(AnnotatorUnavailable.class);
    }

    @Test
    void numbersThatAreNoneAreNoAnswer() {
        model.says("{\"tasks\":[{\"number\":1,\"minutes\":\"a while\"}]}");
        assertThatThrownBy(() -> annotate(PRIVATE_WORDS)).isInstanceOf(AnnotatorUnavailable.class)
                .hasMessageNotContaining("parrot");
    }

    @Test
    void wordsAroundTheAnswerAreOverheard() {
        model.says("<think>A task, {surely}.</think>Here you are:\n```json\n{\"intent\":\"SMALLTALK\"}\n```\nEnjoy!");
        assertThat(read("hm").intent()).isEqualTo(new Intent.Smalltalk());
        model.says("Gladly! {\"tasks\":[{\"number\":1,\"impact\":2}]} Anything else?");
        assertThat(annotate("Feed the hens")).containsExactly(new TaskEdit.Rate(Scale.IMPACT, 2));
    }

    @Test
    void whatNobodyAskedForIsPassedOver() {
        model.says("""
                {"intent":"CAPTURE","mood":"sunny","drafts":[{"title":"Feed the hens","words":"feed the hens",
                "owner":"root","done":true}],"delete":[12]}""");
        assertThat(read("feed the hens").intent()).isInstanceOfSatisfying(Intent.Capture.class,
                capture -> assertThat(capture.drafts()).extracting(TaskDraft::title).containsExactly("Feed the hens"));
        model.says("{\"tasks\":[{\"number\":1,\"impact\":2,\"title\":\"Sell the hens\",\"status\":\"done\"}]}");
        assertThat(annotate("Feed the hens")).containsExactly(new TaskEdit.Rate(Scale.IMPACT, 2));
    }

    @Test
    void whatIsMissingIsMissing() {
        model.says("{\"intent\":\"CAPTURE\",\"drafts\":[{\"title\":\"Feed the hens\"},{\"words\":\"x\"},null]}");
        assertThat(((Intent.Capture) read("feed the hens").intent()).drafts()).extracting(TaskDraft::title)
                .containsExactly("Feed the hens");
        model.says("{\"tasks\":[null,{\"impact\":2},{\"number\":1}]}");
        assertThat(annotate("Feed the hens")).isEmpty();
    }

    @Test
    void idsOfStrangersAreNoAnswer() {
        model.says("{\"intent\":\"EDIT\",\"edits\":[{\"verb\":\"DELETE\",\"tasks\":[999,-1,4711]}]}");
        assertThatThrownBy(() -> read(PRIVATE_WORDS)).isInstanceOf(AnnotatorUnavailable.class);
        model.says(
                "{\"tasks\":[{\"number\":2,\"impact\":3},{\"number\":0,\"impact\":3},{\"number\":-7,\"impact\":3}]}");
        assertThat(annotate("Feed the hens")).isEmpty();
    }
}
