package ptm.task;

/** The task was changed since the version an edit was meant for. */
public final class StaleTask extends RuntimeException {

    public StaleTask(TaskId id, long current) {
        super("Task " + id + " has changed since; it is at version " + current + " now.");
    }
}
