package ptm.task;

import java.time.Instant;

/** Makes a task out of a draft: values in the draft's order, so that what was said comes before what was guessed. */
final class Drafting {

    private static final int MAX_SOURCE = 100_000;

    private Drafting() {}

    /**
     * @throws RefusedValue if a person's value is out of range or there is nothing to make a title of; a machine's bad
     *                      value is left out
     */
    static Task task(TaskKey key, TaskDraft draft, Instant now) {
        if (draft.source().length() > MAX_SOURCE)
            throw new RefusedValue("/source", "The words of one task are at most " + MAX_SOURCE + " characters.");
        TaskBuilder blank = new TaskBuilder(key, now);
        blank.source = EditCheck.source(draft.source());
        Task task = blank.build();
        for (Proposed value : draft.values())
            task = task.apply(value);
        return task.title().isEmpty() ? titled(task, draft) : task;
    }

    private static Task titled(Task task, TaskDraft draft) {
        String title = EditCheck.titleFrom(draft.title());
        if (title.isEmpty())
            title = EditCheck.titleFrom(draft.source());
        if (title.isEmpty())
            throw new RefusedValue("/title", "A task needs a title.");
        return task.restored(new TaskEdit.Rename(title), Provenance.guessed(task.createdAt(), 0.5), task.createdAt());
    }
}
