package ptm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.TestAccounts;
import ptm.task.ChangeSetId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.understanding.Annotator;
import ptm.understanding.Vocabulary;
import ptm.understanding.llm.HangingModel;
import ptm.understanding.llm.ModelServer;
import tools.jackson.databind.JsonNode;

/** With a model, with one that fails in every way, and without one in the end: what the person sees. */
@Journey
class ModelJourneyIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String TWO = "water the ferns, replace the hall lamp";
    private static final String ONE = "ferns lamp";
    private static final String BOTH_JUDGED = """
            {"tasks":[{"number":1,"minutes":12,"impact":2,"risk":0,"confidence":0.9},
            {"number":2,"minutes":35,"impact":1,"risk":1,"riskReason":"No bulb at home.","confidence":0.8}]}""";

    final ModelServer model = Journey.Surroundings.MODEL;
    final HangingModel line = Journey.Surroundings.LINE;

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;
    @Autowired
    MeterRegistry meters;
    @Autowired
    Annotator annotator;
    @Autowired
    AccountService accounts;
    @Autowired
    TaskService tasks;

    AccountId id;
    Person ann;

    @BeforeEach
    void aNewPerson() {
        id = TestAccounts.member(db);
        ann = new Person(port, tokens.create(id, "test").secret());
        model.says("{}");
    }

    @AfterEach
    void leaves() {
        ann.close();
        line.deals(HangingModel.Way.ANSWERED);
        model.says("{\"tasks\":[],\"intent\":\"SMALLTALK\"}");
    }

    private int jobs() {
        return db.sql("select count(*) from scheduled_tasks where task_name = 'enrichment' and task_instance like ?")
                .param(id + ":%").query(Integer.class).single();
    }

    private List<String> runs() {
        return db.sql("select state from enrichment_run where account_id = ?").param(id.value()).query(String.class)
                .list();
    }

    @Test
    void aDumpIsAnsweredAtOnceAndTheModelsValuesComeIntoTheSameMessage() {
        model.annotates(BOTH_JUDGED);
        ann.says(TWO);
        JsonNode first = ann.hears(text -> text.contains("2 tasks") && !text.contains("Thinking"));
        JsonNode thinking = ann.hears(text -> text.contains("Thinking: 0 of 2"));
        JsonNode last = ann.hears(text -> text.contains("matters"));
        assertThat(List.of(thinking.get("position"), last.get("position"))).containsOnly(first.get("position"));
        assertThat(Person.text(last)).contains("matters", "may slip").doesNotContain("Thinking");
        assertThat(last.get("buttons").toString()).doesNotContain("Stop");
        JsonNode task = ann.get("/api/tasks").at("/tasks/0");
        assertThat(task.at("/provenance/impact/by").asString()).isEqualTo("model");
        assertThat(task.at("/provenance/impact/confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(task.at("/provenance/title/by").asString()).isEqualTo("builtin");
        assertThat(runs()).containsExactly("done");
        assertThat(ann.await("enrichment.progressed").get("total").asInt()).isEqualTo(2);
    }

    @Test
    void oneUndoTakesTheTasksAndTheModelsValuesBack() {
        model.annotates(BOTH_JUDGED);
        ann.says(TWO);
        ann.presses(ann.hears(text -> text.contains("matters")), "Undo");
        ann.hears(text -> text.contains("Taken back: 2 tasks"));
        assertThat(ann.get("/api/tasks").get("count").asInt()).isZero();
    }

    @Test
    void theModelReadsAMessageButNotItsDates() {
        model.reads(
                """
                        {"intent":"CAPTURE","drafts":[{"title":"Swap the lamp by the ferns","words":"ferns lamp by Friday","when":"by Friday",
                        "steps":[]}]}""");
        ann.says(ONE + " by Friday hm");
        ann.hears(text -> text.contains("Swap the lamp by the ferns") && text.contains("by Fri"));
        assertThat(ann.task().at("/provenance/title/by").asString()).isEqualTo("model");
        assertThat(ann.task().at("/provenance/due/by").asString()).isEqualTo("builtin");
        assertThat(ann.task().at("/provenance/due/said").asString()).containsIgnoringCase("Friday");
    }

    @Test
    void whatAPersonSetSurvivesTenModelAnswersThatSayOtherwise() {
        ann.says("replace the hall lamp");
        ann.hears(text -> text.contains("lamp"));
        await().atMost(DEADLINE).until(this::jobs, left -> left == 0);
        JsonNode set = ann.patches(ann.task(), Map.of("minutes", 25));
        var key = new TaskKey(id, new ptm.task.TaskId(set.get("id").asLong()));
        for (int answer = 1; answer <= 10; answer++) {
            model.annotates("{\"tasks\":[{\"number\":1,\"minutes\":%d,\"impact\":%d}]}".formatted(100 + answer,
                    answer % 4));
            annotator.annotate(accounts.require(id), List.of(tasks.require(key)), Vocabulary.EMPTY, List.of())
                    .forEach((_, said) -> tasks.edit(key, null, said, ChangeSetId.random()));
        }
        assertThat(ann.task().get("minutes").asInt()).isEqualTo(25);
        assertThat(ann.task().at("/provenance/minutes/by").asString()).isEqualTo("user");
        assertThat(ann.task().get("impact").asInt()).isEqualTo(2);
    }

    /** Before an answer has begun, and in the middle of one. */
    @ParameterizedTest
    @EnumSource(value = HangingModel.Way.class, names = { "SILENT", "BEGUN" })
    void stopHangsUpAndTheBuiltInValuesStand(HangingModel.Way way) throws InterruptedException {
        var stoppedBefore = calls("annotate", "stopped");
        line.deals(way);
        ann.says(TWO);
        line.awaitCalls(1);
        line.awaitHangUps(1); // nobody waits longer for a reading: the built-in one stands
        line.awaitCalls(1);
        ann.presses(ann.hears(text -> text.contains("Thinking: 0 of 2")), "Stop");
        line.awaitHangUps(1);
        assertThat(ann.toast()).isEqualTo("Stopped.");
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertThat(calls("annotate", "stopped")).isEqualTo(stoppedBefore + 1);
            assertThat(jobs()).isZero();
        });
        assertThat(runs()).containsExactly("stopped");
        assertThat(ann.chat()).singleElement().asString().contains("2 tasks").doesNotContain("Thinking");
    }

    private long calls(String use, String outcome) {
        var timer = meters.find("ptm.model.calls").tags("use", use, "outcome", outcome).timer();
        return timer == null ? 0 : timer.count();
    }

    @ParameterizedTest
    @ValueSource(strings = { "400", "401", "404", "408", "429", "500", "503", "garbage", "empty content", "no choices",
        "nothing", "refusal", "html", "reset", "cut", "half", "nonsense", "endless", "slow" })
    void whateverTheModelDoesTheBuiltInReadingStandsAndNobodyIsTold(String how) {
        model.misbehaves(how);
        ann.says(ONE);
        ann.hears(text -> text.startsWith("Ferns lamp"));
        assertThat(model.askedAbout("MessageAnswer")).isNotEmpty();
        assertThat(ann.task().at("/provenance/title/by").asString()).isEqualTo("builtin");
        if (how.equals("slow"))
            return; // three times half a minute; what a job does that is not answered in time the others show
        await().atMost(DEADLINE).until(this::runs, List.of("failed")::equals);
        await().atMost(DEADLINE).until(this::jobs, left -> left == 0);
        assertThat(ann.chat()).singleElement().asString().startsWith("Ferns lamp").doesNotContain("Thinking",
                "model", "AI", "error", "429", "500");
        assertThat(ann.task().at("/provenance").toString()).doesNotContain("\"model\"");
    }

    @Test
    void fiftyPeopleAreServedWhileTheModelHangs() {
        model.misbehaves("slow");
        List<Person> people = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++)
                people.add(new Person(port, tokens.create(TestAccounts.member(db), "test").secret()));
            people.forEach(person -> person.says(TWO));
            people.forEach(person -> person.says(ONE));
            people.forEach(person -> person.says("what now?"));
            for (Person person : people) {
                person.hears(text -> text.contains("2 tasks"));
                person.hears(text -> text.startsWith("Ferns lamp"));
                assertThat(person.get("/api/tasks").get("count").asInt()).isEqualTo(3);
            }
            for (Person person : people)
                person.hears(text -> text.contains("of 3"));
        } finally {
            people.forEach(person -> {
                db.sql("update enrichment_run set state = 'stopped' where state in ('waiting', 'running')").update();
                person.close();
            });
        }
    }
}
