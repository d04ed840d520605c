package ptm.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskChanged;
import ptm.task.TaskEdit;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.TasksCaptured;

/** The one door to reminders: they follow the tasks they belong to; snoozing moves one. */
@Service
public class ReminderService {

    private final Reminders reminders;
    private final Wakeups wakeups;
    private final TaskService tasks;
    private final Clock clock;

    ReminderService(Reminders reminders, Wakeups wakeups, TaskService tasks, Clock clock) {
        this.reminders = reminders;
        this.wakeups = wakeups;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Reminds of the task again at this moment, in place of those that have passed; undone like any change of the task.
     *
     * @throws ptm.task.TaskNotFound if there is no such task in the account
     */
    @Transactional
    public Task snooze(TaskKey task, Instant until, ChangeSetId changeSet) {
        Instant now = clock.instant();
        List<Instant> moments = Stream.concat(
                tasks.require(task).reminders().stream().filter(moment -> moment.isAfter(now)), Stream.of(until))
                .distinct().sorted().toList();
        return tasks.edit(task, null, List.of(new Proposed(new TaskEdit.Remind(moments), Provenance.user(now))),
                changeSet);
    }

    /** In the transaction that saves the tasks: promised if and only if they are there. */
    @EventListener
    void on(TasksCaptured captured) {
        captured.tasks().forEach(this::follow);
    }

    @EventListener
    void on(TaskChanged changed) {
        boolean wasGone = changed.before().deletedAt() != null;
        if (wasGone || !changed.after().reminders().equals(changed.before().reminders()))
            follow(changed.after());
    }

    /** What lies in the past is no promise any more. */
    private void follow(Task task) {
        Instant now = clock.instant();
        List<Instant> moments = task.reminders().stream().map(moment -> moment.truncatedTo(ChronoUnit.MICROS))
                .distinct().toList();
        reminders.keepOnly(task.key(), moments);
        for (Instant moment : moments)
            if (moment.isAfter(now)) {
                reminders.add(task.key(), moment);
                wakeups.add(task.key().account(), moment);
            }
    }
}
