package ptm.filter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A point in time of a filter: absolute, or relative to when and where the question is asked. */
public sealed interface Moment {

    record Day(LocalDate date) implements Moment {}

    record At(OffsetDateTime dateTime) implements Moment {}

    /** An anchor and any number of steps, such as {@code month+1mo-1d}. */
    record Relative(Anchor anchor, List<Shift> shifts) implements Moment {
        public Relative {
            shifts = List.copyOf(shifts);
        }
    }

    /** Where a relative moment starts: now, today, this week's Monday, this month's 1st. */
    enum Anchor {
        NOW, TODAY, WEEK, MONTH
    }

    /** Signed steps of one unit. */
    record Shift(int amount, Unit unit) {}

    enum Unit {
        MINUTES("m"), HOURS("h"), DAYS("d"), WEEKS("w"), MONTHS("mo");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /**
     * The moment that the text names: an ISO date, a date-time with offset, or relative, as {@code month+1mo-1d}.
     *
     * @throws IllegalArgumentException if it names none; {@link Moments#find} answers null instead
     */
    static Moment parse(String text) {
        Moment moment = Moments.find(text);
        if (moment == null)
            throw new IllegalArgumentException("no moment: " + text);
        return moment;
    }

    static Moment now() {
        return new Relative(Anchor.NOW, List.of());
    }

    static Moment today() {
        return new Relative(Anchor.TODAY, List.of());
    }

    static Moment today(int days) {
        return days == 0 ? today() : new Relative(Anchor.TODAY, List.of(new Shift(days, Unit.DAYS)));
    }
}
