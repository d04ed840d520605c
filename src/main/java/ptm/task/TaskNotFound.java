package ptm.task;

/** There is no such task in this account; a stranger's task is as unknown as one that never was. */
public final class TaskNotFound extends RuntimeException {

    public TaskNotFound(TaskId id) {
        super("There is no task " + id + ".");
    }
}
