package ptm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ptm.task.TestTasks.NOW;
import static ptm.task.TestTasks.byUser;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;
import ptm.account.AccountId;
import ptm.account.TestAccounts;

class WorkLogIT {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final TestTasks ptm = after(0);
    private AccountId dina = new AccountId(0);

    @BeforeEach
    void somebodyNew() {
        dina = TestAccounts.member(database.jdbc());
    }

    @Test
    void theTimerCountsWhenItStops() {
        Task task = ptm.add(dina, "Answer the landlord");
        WorkSession started = ptm.workLog.start(task.key());
        assertThat(after(5).workLog.start(task.key())).isEqualTo(started);
        assertThat(after(12).workLog.stop(dina)).get().extracting(WorkSession::minutes).isEqualTo(12);
        assertThat(ptm.workLog.running(dina)).isEmpty();
        assertThat(ptm.workLog.stop(dina)).isEmpty();
        assertThat(ptm.service.require(task.key()).spentMinutes()).isEqualTo(12);
    }

    @Test
    void startingAnotherTaskStopsTheFirst() {
        Task one = ptm.add(dina, "one");
        Task other = ptm.add(dina, "other");
        ptm.workLog.start(one.key());
        after(10).workLog.start(other.key());
        assertThat(ptm.workLog.running(dina)).get().extracting(WorkSession::task).isEqualTo(other.key());
        assertThat(ptm.service.require(one.key()).spentMinutes()).isEqualTo(10);
    }

    @Test
    void oneTimerRunsHoweverManyAreStartedAtOnce() throws Exception {
        Task task = ptm.add(dina, "one");
        TaskServiceIT.inParallel(Collections.nCopies(8, () -> ptm.workLog.start(task.key())));
        assertThat(ptm.workLog.stop(dina)).isPresent();
        assertThat(ptm.workLog.running(dina)).isEmpty();
    }

    @Test
    void doneAndDeletedStopTheTimerAndDoneCounts() {
        Task task = ptm.add(dina, "one");
        ptm.workLog.start(task.key());
        Task done = after(20).edit(task, new TaskEdit.Complete());
        assertThat(done.spentMinutes()).isEqualTo(20);
        assertThat(ptm.workLog.running(dina)).isEmpty();
        assertThatExceptionOfType(RefusedValue.class).isThrownBy(() -> ptm.workLog.start(task.key()));
    }

    @Test
    void theTimerStopsWhenItsTaskIsTakenBack() {
        Task task = ptm.add(dina, "one");
        ptm.workLog.start(task.key());
        ptm.service.undo(dina, ptm.service.lastUndoable(dina).orElseThrow());
        assertThat(ptm.workLog.running(dina)).isEmpty();
    }

    @Test
    void overFourHoursAsksBeforeItCounts() {
        Task task = ptm.add(dina, "one");
        ptm.workLog.start(task.key());
        WorkSession forgotten = after(4 * 60 + 1).workLog.stop(dina).orElseThrow();
        assertThat(forgotten.needsAnswer()).isTrue();
        assertThat(ptm.service.require(task.key()).spentMinutes()).isZero();
        assertThat(ptm.workLog.unanswered(dina)).containsExactly(forgotten);
        assertThatExceptionOfType(RefusedValue.class)
                .isThrownBy(() -> ptm.workLog.answer(dina, forgotten.id(), -1));
        assertThat(ptm.workLog.answer(TestAccounts.member(database.jdbc()), forgotten.id(), 9)).isEmpty();
        ptm.workLog.answer(dina, forgotten.id(), 45);
        assertThat(ptm.workLog.answer(dina, forgotten.id(), 45)).isEmpty();
        assertThat(ptm.service.require(task.key()).spentMinutes()).isEqualTo(45);
    }

    @Test
    void paceIsLearnedFromWhatIsDone() {
        for (int i = 0; i < 8; i++) {
            Task task = ptm.add(dina, "think", new TaskEdit.Estimate(20),
                    new TaskEdit.Relabel(Label.ACTIVITIES, List.of("analytical"), Map.of()));
            ptm.workLog.start(task.key());
            after(40).service.edit(task.key(), null, byUser(new TaskEdit.Complete()), ChangeSetId.random());
        }
        assertThat(ptm.workLog.pace(dina).byActivity().get(Activity.ANALYTICAL)).isBetween(1.4, 1.8);
        assertThat(ptm.workLog.pace(TestAccounts.member(database.jdbc()))).isEqualTo(Pace.UNKNOWN);
    }

    private static TestTasks after(int minutes) {
        return TestTasks.on(database, Clock.fixed(NOW.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC));
    }
}
