package ptm.reminder;

import java.time.Instant;

import org.springframework.stereotype.Service;

import ptm.task.ChangeSetId;
import ptm.task.Task;
import ptm.task.TaskKey;

/** The one door to reminders: they follow the tasks they belong to; snoozing moves one. */
@Service
public class ReminderService {
    /** Reminds of the task again at this moment; undone like any change of the task. */
    public Task snooze(TaskKey task, Instant until, ChangeSetId changeSet) {
        throw new UnsupportedOperationException();
    }
}
