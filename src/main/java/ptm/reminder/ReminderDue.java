package ptm.reminder;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;
import ptm.task.Task;

/**
 * Reminders came due, in the transaction that marks them as given: who speaks in it speaks once.
 *
 * @param missedSince since when the bot was down, if they are late for that; else absent
 */
public record ReminderDue(AccountId account, List<Due> reminders, @Nullable Instant missedSince) {
    public ReminderDue {
        reminders = List.copyOf(reminders);
    }

    /** A task and the moment it was promised for. */
    public record Due(Task task, Instant at) {}
}
