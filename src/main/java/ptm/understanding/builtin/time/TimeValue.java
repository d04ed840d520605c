package ptm.understanding.builtin.time;

import java.time.Instant;

import ptm.task.DueKind;
import ptm.task.When;

/** What words about time give a task. */
public sealed interface TimeValue {

    record Due(When when, DueKind kind) implements TimeValue {}

    record Start(When when) implements TimeValue {}

    /** Active effort. */
    record Effort(int minutes) implements TimeValue {}

    /**
     * A recurrence.
     *
     * @param rule  RFC 5545, without the {@code RRULE:} before it
     * @param first its first occurrence from today, which the reading also gives as a due of its own
     * @param kind  of that due
     */
    record Repeat(String rule, When first, DueKind kind) implements TimeValue {}

    record Reminder(Instant at) implements TimeValue {}
}
