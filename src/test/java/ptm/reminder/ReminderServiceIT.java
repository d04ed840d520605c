package ptm.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.task.TestTasks.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import ptm.TestClock;
import ptm.TestDatabase;
import ptm.account.AccountId;
import ptm.account.TestAccounts;
import ptm.task.ChangeSetId;
import ptm.task.DueKind;
import ptm.task.RepeatFrom;
import ptm.task.Task;
import ptm.task.TaskChanged;
import ptm.task.TaskEdit;
import ptm.task.TasksCaptured;
import ptm.task.TestTasks;
import ptm.task.When;

/** Reminders on a real database, with a scheduler that runs when it is told to. */
class ReminderServiceIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final TestClock clock = new TestClock(NOW);
    private final SettableClock schedulerClock = new SettableClock();
    private final TestTasks ptm = TestTasks.on(database, clock);
    private final List<ReminderDue> spoken = new ArrayList<>();
    private final Pulse pulse = new Pulse(database.jdbc());
    private boolean failing;
    private final ReminderRounds rounds = new ReminderRounds(new Reminders(database.jdbc()), pulse, ptm.service,
            this::speak, database.transaction(), clock);
    private final ReminderJob job = new ReminderJob();
    private final ManualScheduler scheduler = scheduler();
    private final ReminderService service = new ReminderService(new Reminders(database.jdbc()),
            job.wakeups(provider(scheduler)), ptm.service, clock);
    private final AccountId dina = TestAccounts.member(database.jdbc());

    ReminderServiceIT() {
        database.jdbc().sql("delete from reminder").update();
        database.jdbc().sql("delete from reminder_pulse").update();
        database.jdbc().sql("delete from scheduled_tasks").update();
        pulse.beat(NOW);
    }

    private ManualScheduler scheduler() {
        schedulerClock.set(NOW);
        var builder = TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database.dataSource()),
                job.reminderTask(rounds));
        builder.serializer(new Jackson3Serializer());
        return builder.clock(schedulerClock).build();
    }

    private static ObjectProvider<SchedulerClient> provider(SchedulerClient client) {
        return new StaticListableBeanFactory(Map.of("scheduler", client)).getBeanProvider(SchedulerClient.class);
    }

    private void speak(Object event) {
        if (failing)
            throw new IllegalStateException("the outbox is gone");
        spoken.add((ReminderDue) event);
    }

    private Task add(String title, Instant... reminders) {
        return heard(ptm.add(dina, title, new TaskEdit.Remind(List.of(reminders))));
    }

    /** Tells the listeners what was published, as Spring does. */
    private Task heard(Task task) {
        for (Object event : ptm.events)
            if (event instanceof TasksCaptured captured)
                service.on(captured);
            else if (event instanceof TaskChanged changed)
                service.on(changed);
        ptm.events.clear();
        return task;
    }

    /** Time goes by with PTM awake, beat by beat. */
    private void awake(Duration duration) {
        Instant until = clock.instant().plus(duration);
        while (clock.instant().plus(Pulse.EVERY).isBefore(until)) {
            clock.pass(Pulse.EVERY);
            pulse.beat(clock.instant());
        }
        clock.set(until);
        run();
    }

    private void asleep(Duration duration) {
        clock.pass(duration);
        run();
    }

    private void run() {
        schedulerClock.set(clock.instant());
        scheduler.runAnyDueExecutions();
    }

    private static Instant in(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private List<String> titles() {
        return spoken.stream().flatMap(due -> due.reminders().stream()).map(due -> due.task().title()).toList();
    }

    @Test
    void speaksOnceWhenTheMomentHasCome() {
        add("Call mom", in(10));
        awake(Duration.ofMinutes(9));
        assertThat(spoken).isEmpty();
        awake(Duration.ofMinutes(2));
        awake(Duration.ofMinutes(30));
        rounds.give(dina, clock.instant());
        assertThat(titles()).containsExactly("Call mom");
        assertThat(spoken.getFirst().account()).isEqualTo(dina);
        assertThat(spoken.getFirst().missedSince()).isNull();
        assertThat(spoken.getFirst().reminders().getFirst().at()).isEqualTo(in(10));
    }

    @Test
    void whatWasMissedComesOnceAndTogetherWithTheTimeItWasDown() {
        add("Call mom", in(60), in(300));
        add("Take the pills", in(90));
        awake(Duration.ofMinutes(30));
        asleep(Duration.ofMinutes(120));
        awake(Duration.ofMinutes(10));
        assertThat(spoken).hasSize(1);
        assertThat(titles()).containsExactly("Call mom", "Take the pills");
        assertThat(spoken.getFirst().missedSince()).isBetween(in(29), in(30));
        awake(Duration.ofMinutes(200));
        assertThat(spoken).hasSize(2);
        assertThat(spoken.getLast().missedSince()).isNull();
    }

    @Test
    void aLateOneThatNoStopExplainsIsGivenAsUsual() {
        add("Call mom", in(10));
        awakeWithoutJobs(Duration.ofMinutes(20));
        rounds.pulse();
        assertThat(titles()).containsExactly("Call mom");
        assertThat(spoken.getFirst().missedSince()).isNull();
        run();
        assertThat(spoken).hasSize(1);
    }

    private void awakeWithoutJobs(Duration duration) {
        for (Instant until = clock.instant().plus(duration); clock.instant().isBefore(until);) {
            clock.pass(Pulse.EVERY);
            pulse.beat(clock.instant());
        }
    }

    @Test
    void whatCouldNotBeSaidIsSaidLater() {
        add("Call mom", in(10));
        failing = true;
        awake(Duration.ofMinutes(10));
        assertThat(spoken).isEmpty();
        failing = false;
        awake(Duration.ofMinutes(2));
        assertThat(titles()).containsExactly("Call mom");
    }

    @Test
    void closedAndDeletedTasksAreNotSpokenOf() {
        Task done = add("Done", in(10));
        Task dropped = add("Dropped", in(10));
        Task deleted = add("Deleted", in(10));
        heard(ptm.edit(done, new TaskEdit.Complete()));
        heard(ptm.edit(dropped, new TaskEdit.Drop()));
        heard(ptm.edit(deleted, new TaskEdit.Delete()));
        add("Open", in(10));
        awake(Duration.ofMinutes(20));
        assertThat(titles()).containsExactly("Open");
    }

    @Test
    void aMovedReminderLeavesItsOldMoment() {
        Task task = add("Call mom", in(10), in(15));
        heard(ptm.edit(task, new TaskEdit.Remind(List.of(in(40)))));
        awake(Duration.ofMinutes(30));
        assertThat(spoken).isEmpty();
        awake(Duration.ofMinutes(20));
        assertThat(titles()).containsExactly("Call mom");
    }

    @Test
    void snoozingSpeaksAgainAndCanBeUndone() {
        Task task = add("Call mom", in(10));
        awake(Duration.ofMinutes(11));
        ChangeSetId snoozed = ChangeSetId.random();
        Task later = heard(service.snooze(task.key(), in(21), snoozed));
        assertThat(later.reminders()).containsExactly(in(21));
        awake(Duration.ofMinutes(15));
        assertThat(titles()).containsExactly("Call mom", "Call mom");
        ChangeSetId again = ChangeSetId.random();
        heard(service.snooze(task.key(), in(60), again));
        ptm.service.undo(dina, again);
        heard(task);
        awake(Duration.ofMinutes(60));
        assertThat(spoken).hasSize(2);
    }

    @Test
    void whatAlreadyPassedWhenItWasSaidIsNoPromise() {
        add("Call mom", in(-5));
        awake(Duration.ofMinutes(30));
        assertThat(spoken).isEmpty();
    }

    @Test
    void theNextOccurrenceOfARepeatingTaskHasItsOwnReminder() {
        Task daily = heard(ptm.add(dina, "Stretch",
                new TaskEdit.Reschedule(new When.Day(LocalDate.of(2026, 11, 24)), DueKind.BY),
                new TaskEdit.Repeat("FREQ=DAILY", RepeatFrom.DUE), new TaskEdit.Remind(List.of(in(10)))));
        awake(Duration.ofMinutes(20));
        heard(ptm.edit(daily, new TaskEdit.Complete()));
        awake(Duration.ofHours(24));
        assertThat(titles()).containsExactly("Stretch", "Stretch");
    }

    @Test
    void withoutItsTaskThereIsNoPromise() {
        database.transaction().executeWithoutResult(status -> {
            add("Never saved", in(10));
            status.setRollbackOnly();
        });
        assertThat(scheduler.getScheduledExecutions()).isEmpty();
        assertThat(database.jdbc().sql("select count(*) from reminder").query(Long.class).single()).isZero();
    }
}
