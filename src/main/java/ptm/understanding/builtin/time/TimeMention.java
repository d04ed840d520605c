package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/** What one phrase about time names, before the phrases of a text are put together. */
public sealed interface TimeMention {

    record Day(TimeDay day) implements TimeMention {}

    /**
     * A week, a month, a weekend, some days in a row.
     *
     * @param dates whether its two ends were named: "12–15 June"
     */
    record Span(LocalDate first, LocalDate last, boolean dates) implements TimeMention {}

    record Clock(TimeClock clock) implements TimeMention {}

    /** @param today whether it also names today ("tonight") */
    record Part(TimePart part, boolean today) implements TimeMention {}

    /** A part of the day that only describes the thing ("an evening walk"): a time where a day is said elsewhere. */
    record PartOf(TimePart part) implements TimeMention {}

    /** @param effort whether it takes all that time, rather than at some time in it */
    record ClockSpan(TimeClock first, TimeClock last, boolean effort) implements TimeMention {}

    /** A moment counted from now. */
    record Moment(ZonedDateTime at) implements TimeMention {}

    record Effort(int minutes) implements TimeMention {}

    /** Calendar time, no effort: "for two weeks". */
    record Stretch(DurationStretch length) implements TimeMention {}

    record Repeat(RecurrenceRule rule, @Nullable TimePart part) implements TimeMention {}

    /**
     * How long before the time of the task to speak.
     *
     * @param anchored whether it counts from an event that the text names next, not from the task itself
     * @param morning  whether the day is meant rather than the same time on it ("the day before")
     */
    record Lead(DurationStretch length, boolean anchored, boolean morning) implements TimeMention {}

    /** "Remind me", with nothing said of when. */
    record Remind() implements TimeMention {}

    /** A time gone by: it gives nothing, and its words give nothing else. */
    record Past() implements TimeMention {}
}
