package ptm.task;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A stretch of work on a task; {@code until} is absent while its timer runs. */
public record WorkSession(TaskKey task, Instant since, @Nullable Instant until) {}
