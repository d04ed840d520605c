package ptm.understanding.builtin.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A length of time as said, such as two and a half hours.
 *
 * @param alone whether it was a unit without a number ("час", "неделю")
 */
record DurationStretch(double count, TimeUnit unit, boolean alone) {

    static DurationStretch of(double count, TimeUnit unit) {
        return new DurationStretch(count, unit, false);
    }

    /** From the lexicon's unit words, quarters and fortnights among them. */
    static DurationStretch of(double count, String unit, boolean alone) {
        return switch (unit) {
            case "fortnight" -> new DurationStretch(2 * count, TimeUnit.WEEK, alone);
            case "quarter" -> new DurationStretch(3 * count, TimeUnit.MONTH, alone);
            default -> new DurationStretch(count, TimeUnit.named(unit), alone);
        };
    }

    /** As effort, in minutes; 0 where months or years are meant. */
    int minutes() {
        return (int) Math.round(Math.min(count * unit.effort(), 1_000_000));
    }

    int whole() {
        return (int) Math.max(1, Math.min(Math.round(count), 10_000));
    }

    /** Half of the way between two, in the unit of the second. */
    DurationStretch middle(DurationStretch other) {
        double mine = unit == other.unit ? count : (double) minutes() / Math.max(1, other.unit.effort());
        return of((mine + other.count) / 2, other.unit);
    }

    /** That far from a day; hours count as none. */
    LocalDate after(LocalDate day) {
        double amount = Math.min(count, 10_000);
        long full = (long) Math.floor(amount);
        double rest = amount - full;
        return switch (unit) {
            case MINUTE, HOUR -> day;
            case DAY -> day.plusDays(Math.round(amount));
            case WORKDAY -> workdays(day, Math.round(amount), 1);
            case WEEK -> day.plusDays(Math.round(amount * 7));
            case MONTH -> day.plusMonths(full).plusDays(Math.round(rest * 30));
            case YEAR -> day.plusMonths(Math.round(amount * 12));
        };
    }

    LocalDate before(LocalDate day) {
        double amount = Math.min(count, 10_000);
        return switch (unit) {
            case MINUTE, HOUR -> day;
            case DAY -> day.minusDays(Math.round(amount));
            case WORKDAY -> workdays(day, Math.round(amount), -1);
            case WEEK -> day.minusDays(Math.round(amount * 7));
            case MONTH -> day.minusMonths(Math.round(amount));
            case YEAR -> day.minusMonths(Math.round(amount * 12));
        };
    }

    private static LocalDate workdays(LocalDate day, long amount, int step) {
        LocalDate moved = day.plusDays(step * (amount / 5) * 7);
        for (long left = amount % 5; left > 0 || moved.getDayOfWeek().getValue() > 5;) {
            moved = moved.plusDays(step);
            left -= moved.getDayOfWeek().getValue() > 5 ? 0 : 1;
        }
        return moved;
    }

    /** That far from a moment: hours by the clock, days by the calendar. */
    ZonedDateTime after(ZonedDateTime moment) {
        return unit.isClock()
                ? moment.plus(onTheClock())
                : ZonedDateTime.of(after(moment.toLocalDate()), moment.toLocalTime(), moment.getZone());
    }

    ZonedDateTime before(ZonedDateTime moment) {
        return unit.isClock()
                ? moment.minus(onTheClock())
                : ZonedDateTime.of(before(moment.toLocalDate()), moment.toLocalTime(), moment.getZone());
    }

    private Duration onTheClock() {
        return Duration.ofSeconds(Math.round(Math.min(count, 100_000) * (unit == TimeUnit.HOUR ? 3600 : 60)));
    }
}
