package ptm.task;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A line of a task's history.
 *
 * @param id         the change's own number
 * @param before     the edit that would restore the value as it was
 * @param wasBy      where the value before came from, absent where there was none
 */
public record TaskChange(long id, TaskId task, ChangeSetId changeSet, TaskEdit edit, Provenance provenance,
        TaskEdit before, @Nullable Provenance wasBy, Instant at) {}
