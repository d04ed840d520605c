package ptm.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import ptm.account.AccountId;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;

/** Gives reminders: each once, in the transaction in which it is spoken of. */
@Component
class ReminderRounds {

    /** A job is given so long before another looks after its reminders. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Reminders reminders;
    private final Pulse pulse;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReminderRounds(Reminders reminders, Pulse pulse, TaskService tasks, ApplicationEventPublisher events,
            TransactionOperations transaction, Clock clock) {
        this.reminders = reminders;
        this.pulse = pulse;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives what the account was promised by now.
     *
     * @param moment what is due by this moment is given even if this clock is a little behind the scheduler's
     */
    void give(AccountId account, Instant moment) {
        transaction.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            Instant due = moment.isAfter(now) ? moment : now;
            speak(account, reminders.take(account, due, now), now);
        });
    }

    private void speak(AccountId account, List<Reminders.Reminder> taken, Instant now) {
        if (taken.isEmpty())
            return;
        Map<TaskId, Task> open = new HashMap<>();
        tasks.findAll(account, taken.stream().map(Reminders.Reminder::task).distinct().toList()).stream()
                .filter(Task::isOpen).forEach(task -> open.put(task.id(), task));
        List<ReminderDue.Due> onTime = new ArrayList<>();
        List<ReminderDue.Due> missed = new ArrayList<>();
        Instant since = null;
        for (Reminders.Reminder reminder : taken) {
            Task task = open.get(reminder.task());
            if (task == null)
                continue;
            Instant downSince = pulse.downSince(reminder.at(), now);
            since = since == null ? downSince : since;
            (downSince == null ? onTime : missed).add(new ReminderDue.Due(task, reminder.at()));
        }
        publish(account, missed, since);
        publish(account, onTime, null);
    }

    private void publish(AccountId account, List<ReminderDue.Due> reminders, @Nullable Instant missedSince) {
        if (!reminders.isEmpty())
            events.publishEvent(new ReminderDue(account, reminders, missedSince));
    }

    /** Notes that PTM is awake; gives what should have been given some time ago and was not. */
    void pulse() {
        Instant now = clock.instant();
        pulse.beat(now);
        for (AccountId account : reminders.overdue(now.minus(PATIENCE)))
            give(account, now);
    }
}
