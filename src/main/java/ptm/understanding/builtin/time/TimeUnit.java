package ptm.understanding.builtin.time;

import java.util.Locale;

/** A unit of the calendar or the clock. */
enum TimeUnit {
    MINUTE(1), HOUR(60), DAY(480), WORKDAY(480), WEEK(2400), MONTH(0), YEAR(0);

    private final int effort;

    TimeUnit(int effort) {
        this.effort = effort;
    }

    /** Minutes of effort in it: a day of work has eight hours. 0: it is no effort. */
    int effort() {
        return effort;
    }

    /** Whether said lengths of it may be effort or calendar time. */
    boolean isDays() {
        return this == DAY || this == WORKDAY || this == WEEK;
    }

    boolean isClock() {
        return this == MINUTE || this == HOUR;
    }

    static TimeUnit named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
