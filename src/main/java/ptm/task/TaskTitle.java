package ptm.task;

import org.jspecify.annotations.Nullable;

/**
 * What is needed of a task to recognise it in a sentence and to move it.
 *
 * @param due     absent where it has none
 * @param dueKind of the due; what a new one would be where there is none
 */
public record TaskTitle(TaskId id, String title, Status status, @Nullable When due, DueKind dueKind) {

    /** A task without a date. */
    public TaskTitle(TaskId id, String title, Status status) {
        this(id, title, status, null, DueKind.BY);
    }
}
