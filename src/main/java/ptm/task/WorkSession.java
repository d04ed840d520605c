package ptm.task;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of work on a task; {@code until} is absent while its timer runs.
 *
 * @param id      the session's number within the account
 * @param minutes how long it was, 0 while it runs
 * @param counted whether its minutes are part of the task's; a session over four hours is not until the person says
 *                how long it was
 */
public record WorkSession(long id, TaskKey task, Instant since, @Nullable Instant until, int minutes, boolean counted) {

    /** A longer session is rather a timer that was forgotten. */
    static final Duration COUNTS_UNASKED = Duration.ofHours(4);

    public boolean isRunning() {
        return until == null;
    }

    /** Whether it is over and too long to count before the person says how long it was. */
    public boolean needsAnswer() {
        return until != null && !counted;
    }

    /** What it added to the task's minutes. */
    int countedMinutes() {
        return counted ? minutes : 0;
    }

    /** The same, known to have been so long. */
    WorkSession lasting(int minutes) {
        return new WorkSession(id, task, since, until, minutes, true);
    }

    WorkSession stopped(Instant now) {
        Duration length = Duration.between(since, now);
        int rounded = (int) Math.clamp((length.toSeconds() + 30) / 60, 0, EditCheck.MAX_MINUTES);
        return new WorkSession(id, task, since, now, rounded, length.compareTo(COUNTS_UNASKED) <= 0);
    }
}
