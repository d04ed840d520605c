package ptm.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import ptm.TestDatabase;
import ptm.account.AccountId;
import ptm.account.TestAccounts;
import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskService;
import ptm.understanding.AnnotatorUnavailable;

/** The work of one job after another; when the scheduler runs them is the journey's to show. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "ptm.ai.url=http://127.0.0.1:9", "db-scheduler.polling-interval=1h",
            "db-scheduler.immediate-execution-enabled=false" })
@ContextConfiguration(initializers = TestDatabase.ForContext.class)
class EnrichmentIT {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TestConfiguration
    static class Script {
        @Bean
        @Primary
        ScriptedAnnotator annotator() {
            return new ScriptedAnnotator();
        }

        @Bean
        Progress progress() {
            return new Progress();
        }
    }

    static class Progress {
        final List<EnrichmentProgressed> heard = new ArrayList<>();

        @EventListener
        void on(EnrichmentProgressed progress) {
            heard.add(progress);
        }
    }

    @Autowired
    JdbcClient db;
    @Autowired
    TaskService tasks;
    @Autowired
    EnrichmentWork work;
    @Autowired
    EnrichmentService enrichment;
    @Autowired
    ScriptedAnnotator annotator;
    @Autowired
    Progress progress;

    AccountId ann;
    final ChangeSetId message = ChangeSetId.random();

    @BeforeEach
    void aNewPerson() {
        ann = TestAccounts.member(db);
        annotator.asked.clear();
        annotator.onAsked = _ -> {};
        annotator.says = _ -> rated(3);
        progress.heard.clear();
    }

    private static List<Proposed> rated(int impact) {
        return List.of(new Proposed(new TaskEdit.Rate(Scale.IMPACT, impact),
                Provenance.model(NOW, 0.8, "it counts", "prompt")));
    }

    private List<Task> capture(int count) {
        return tasks.add(ann, IntStream.rangeClosed(1, count).mapToObj(n -> draft("Task " + n)).toList(), message);
    }

    private static TaskDraft draft(String title, Proposed... more) {
        List<Proposed> values = new ArrayList<>(List.of(more));
        values.add(new Proposed(new TaskEdit.Rename(title), Provenance.guessed(NOW, 0.8)));
        return new TaskDraft(title, values);
    }

    private Task now(Task task) {
        return tasks.require(task.key());
    }

    private int jobs() {
        return db.sql("select count(*) from scheduled_tasks where task_name = 'enrichment' and task_instance like ?")
                .param(ann + ":%").query(Integer.class).single();
    }

    @Test
    void aMessageGivesOneJobWhichAsksAboutTenTasksAtMostAtATime() {
        List<Task> made = capture(23);
        assertThat(jobs()).isEqualTo(1);
        work.run(ann, message);
        assertThat(annotator.asked).extracting(List::size).containsExactly(10, 10, 3);
        assertThat(annotator.asked.getFirst()).startsWith("Task 1", "Task 2");
        assertThat(made).allSatisfy(task -> {
            assertThat(now(task).scale(Scale.IMPACT)).isEqualTo(3);
            assertThat(now(task).provenance().get(Field.of(Scale.IMPACT)).by()).isEqualTo(Actor.MODEL);
        });
        assertThat(progress.heard).extracting(EnrichmentProgressed::done).containsExactly(0, 10, 20, 23);
        assertThat(progress.heard.getLast().isOver()).isTrue();
    }

    @Test
    void aJobThatRunsAgainAsksNothing() {
        capture(2);
        work.run(ann, message);
        work.run(ann, message);
        assertThat(annotator.asked).hasSize(1);
    }

    /** As after kill -9: nothing is told of the end, the job is simply run again. */
    @Test
    void aJobThatDiedGoesOnWhereItWas() {
        List<Task> made = capture(12);
        annotator.onAsked = titles -> {
            if (titles.contains("Task 11"))
                throw new OutOfMemoryError("as if killed");
        };
        assertThatThrownBy(() -> work.run(ann, message)).isInstanceOf(OutOfMemoryError.class);
        assertThat(now(made.getFirst()).scale(Scale.IMPACT)).isEqualTo(3);
        annotator.onAsked = _ -> {};
        work.run(ann, message);
        assertThat(annotator.asked).extracting(List::size).containsExactly(10, 2, 2);
        assertThat(now(made.getLast()).scale(Scale.IMPACT)).isEqualTo(3);
        assertThat(tasks.history(made.getFirst().key())).filteredOn(change -> change.provenance().by() == Actor.MODEL)
                .hasSize(1);
    }

    @Test
    void twoRunsOfOneJobWriteOnce() throws InterruptedException {
        List<Task> made = capture(1);
        var both = new CountDownLatch(2);
        annotator.onAsked = _ -> {
            both.countDown();
            try {
                assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        annotator.says = _ -> rated((int) both.getCount() + annotator.asked.size());
        var other = Thread.ofVirtual().start(() -> work.run(ann, message));
        work.run(ann, message);
        other.join();
        assertThat(annotator.asked).hasSize(2);
        assertThat(tasks.history(made.getFirst().key())).filteredOn(change -> change.provenance().by() == Actor.MODEL)
                .hasSize(1);
    }

    @Test
    void whatWasSaidLockedOrSetByHandStaysHoweverOftenTheModelSaysOtherwise() {
        Task said = tasks.add(ann, List.of(draft("Said", new Proposed(new TaskEdit.Estimate(15),
                Provenance.said(NOW, 0.9, "a quarter of an hour")))), message).getFirst();
        Task set = tasks.add(ann, List.of(draft("Set", new Proposed(new TaskEdit.Estimate(20),
                Provenance.user(NOW)))), ChangeSetId.random()).getFirst();
        Task locked = tasks.add(ann, List.of(draft("Locked", new Proposed(new TaskEdit.Estimate(30),
                Provenance.guessed(NOW, 0.4)))), ChangeSetId.random()).getFirst();
        tasks.edit(locked.key(), null, List.of(new Proposed(new TaskEdit.Lock(Field.MINUTES, true),
                Provenance.user(NOW))), ChangeSetId.random());
        annotator.says = _ -> List.of(new Proposed(new TaskEdit.Estimate(500 + annotator.asked.size()),
                Provenance.model(NOW, 1, null, "prompt")));
        for (Task task : List.of(said, set, locked))
            for (int answer = 1; answer <= 10; answer++) {
                var again = ChangeSetId.random();
                db.sql("insert into enrichment_run (account_id, change_set_id, tasks, state, created_at) "
                        + "values (?, ?, array[?::bigint], 'waiting', now())").param(ann.value()).param(again.value())
                        .param(task.id().value()).update();
                work.run(ann, again);
            }
        assertThat(annotator.asked).hasSize(30);
        assertThat(List.of(now(said).minutes(), now(set).minutes(), now(locked).minutes())).containsExactly(15, 20,
                30);
    }

    @Test
    void undoOfAMessageTakesItsEnrichmentBackTooAndBringingBackBringsBoth() {
        Task task = capture(1).getFirst();
        work.run(ann, message);
        var undone = tasks.undo(ann, message);
        assertThat(undone.kept()).isEmpty();
        assertThat(tasks.find(task.key())).isEmpty();
        tasks.undo(ann, undone.changeSet());
        assertThat(now(task).scale(Scale.IMPACT)).isEqualTo(3);
        assertThat(now(task).provenance().get(Field.of(Scale.IMPACT)).by()).isEqualTo(Actor.MODEL);
    }

    @Test
    void deletedAndFinishedTasksAreNotAskedAbout() {
        List<Task> made = capture(3);
        tasks.edit(made.get(0).key(), null, List.of(new Proposed(new TaskEdit.Delete(), Provenance.user(NOW))),
                ChangeSetId.random());
        tasks.edit(made.get(1).key(), null, List.of(new Proposed(new TaskEdit.Complete(), Provenance.user(NOW))),
                ChangeSetId.random());
        work.run(ann, message);
        assertThat(annotator.asked).containsExactly(List.of("Task 3"));
        assertThat(progress.heard.getLast()).isEqualTo(new EnrichmentProgressed(ann, message, 3, 3, false));
    }

    @Test
    void aTaskFinishedWhileTheModelThoughtIsLeftAsItIs() {
        Task task = capture(1).getFirst();
        annotator.onAsked = _ -> tasks.edit(task.key(), null, List.of(new Proposed(new TaskEdit.Complete(),
                Provenance.user(NOW))), ChangeSetId.random());
        work.run(ann, message);
        assertThat(now(task).scale(Scale.IMPACT)).isNull();
    }

    @Test
    void stoppingInterruptsTheEngineAndThrowsItsLateAnswerAway() throws InterruptedException {
        Task task = capture(1).getFirst();
        var asked = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        annotator.onAsked = _ -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw new AnnotatorUnavailable("stopped");
            }
        };
        var job = Thread.ofVirtual().start(() -> work.run(ann, message));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(enrichment.stop(ann, message)).isTrue();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        job.join();
        assertThat(now(task).scale(Scale.IMPACT)).isNull();
        assertThat(progress.heard.getLast()).isEqualTo(new EnrichmentProgressed(ann, message, 0, 1, true));
        assertThat(enrichment.stop(ann, message)).isFalse();
        work.run(ann, message);
        assertThat(annotator.asked).hasSize(1);
    }

    @Test
    void nobodyStopsTheThinkingAboutAnothersTasks() {
        capture(1);
        assertThat(enrichment.stop(TestAccounts.member(db), message)).isFalse();
        work.run(ann, message);
        assertThat(progress.heard.getLast().isOver()).isTrue();
        assertThat(progress.heard.getLast().stopped()).isFalse();
    }

    @Test
    void afterGivingUpTheRunIsOverForGood() {
        Task task = capture(1).getFirst();
        work.giveUp(ann, message);
        work.run(ann, message);
        assertThat(annotator.asked).isEmpty();
        assertThat(now(task).scale(Scale.IMPACT)).isNull();
        assertThat(progress.heard).containsExactly(new EnrichmentProgressed(ann, message, 0, 1, true));
    }

    /** Whom open registration let in: no AI at the operator's cost. */
    @Test
    void aGuestsTasksAreNotAskedAbout() {
        db.sql("update account set role = 'GUEST' where id = ?").param(ann.value()).update();
        capture(1);
        assertThat(jobs()).isZero();
    }

    @Test
    void theJobIsThereIfAndOnlyIfTheTasksAre() {
        assertThatThrownBy(() -> tasks.add(ann, List.of(draft("Kept"), draft("Refused",
                new Proposed(new TaskEdit.Estimate(-5), Provenance.user(NOW)))), message))
                .isInstanceOf(RuntimeException.class);
        assertThat(jobs()).isZero();
    }
}
