package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.WindowPiece;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import ptm.filter.Moment;

/** A stretch of words of a request that mean one thing; {@code from} and {@code until} count words. */
public sealed interface Item {

    int from();

    int until();

    /** How sure it is that these words were meant; lower for mended typos. */
    default double confidence() {
        return 0.95;
    }

    /** A phrase of the lexicon. */
    record Said(List<Entry> entries, int from, int until, double confidence) implements Item {

        @Nullable
        Entry first(Predicate<Entry> wanted) {
            return entries.stream().filter(wanted).findFirst().orElse(null);
        }

        boolean isCue(String name) {
            return entries.stream().anyMatch(entry -> entry.isCue(name));
        }
    }

    /**
     * An amount of time or money, or a bare number.
     *
     * @param unit {@code m h d w mo y}, {@code usd}, or empty
     */
    record Amount(double value, String unit, int from, int until) implements Item {

        boolean isBare() {
            return unit.isEmpty();
        }

        boolean isMoney() {
            return unit.equals("usd");
        }

        boolean isTime() {
            return !isBare() && !isMoney();
        }

        /** As effort: a day is eight hours, a week five days (CONTRACT §1). */
        int minutes() {
            return (int) Math.round(value * switch (unit) {
                case "h" -> 60;
                case "d" -> 480;
                case "w" -> 2_400;
                case "mo" -> 9_600;
                case "y" -> 115_200;
                default -> 1;
            });
        }

        boolean isCalendar() {
            return unit.equals("d") || unit.equals("w") || unit.equals("mo") || unit.equals("y");
        }
    }

    /**
     * A stretch of the calendar or a time on the clock.
     *
     * @param clock whether only a time was said, without a day
     * @param back  how far before it the same words mean when they speak of the past: {@code 1w}, {@code 2w}, or empty
     */
    record Stretch(@Nullable Moment start, @Nullable Moment end, boolean clock, String back, int from,
            int until) implements Item {

        private static final Moment LAST_WEEK = new Moment.Relative(Moment.Anchor.WEEK,
                List.of(new Moment.Shift(-1, Moment.Unit.WEEKS)));
        private static final Moment SUNDAY = new Moment.Relative(Moment.Anchor.WEEK,
                List.of(new Moment.Shift(-1, Moment.Unit.DAYS)));

        /** The same words said of what has happened already. */
        Stretch past(LocalDate today) {
            if (back.equals("2w"))
                return new Stretch(LAST_WEEK, SUNDAY, clock, back, from, until);
            if (back.equals("1w") && start instanceof Moment.Relative first && end instanceof Moment.Relative last)
                return today.getDayOfWeek().getValue() > 5
                        ? this
                        : new Stretch(weekBefore(first), weekBefore(last), clock, back, from, until);
            if (back.isEmpty() || !(start instanceof Moment.Day(LocalDate first)) || !first.isAfter(today)
                    || !(end instanceof Moment.Day(LocalDate last)))
                return this;
            Period step = back.equals("1w")
                    ? Period.ofWeeks(1)
                    : back.equals("1mo")
                            ? Period.ofMonths(1)
                            : Period.ofYears(1);
            LocalDate before = first.minus(step);
            LocalDate end = first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))
                    ? before.plusMonths(1).minusDays(1)
                    : last.minus(step);
            return new Stretch(new Moment.Day(before), new Moment.Day(end), clock, back, from, until);
        }
    }

    private static Moment weekBefore(Moment.Relative moment) {
        List<Moment.Shift> shifts = new ArrayList<>(moment.shifts());
        shifts.add(new Moment.Shift(-1, Moment.Unit.WEEKS));
        return new Moment.Relative(moment.anchor(), shifts);
    }

    /** A window that says itself how it hangs on the time it names: "before Friday", "older than a month". */
    record Span(WindowPiece piece, int from, int until) implements Item {}

    record Unknown(Word word, int from) implements Item {
        @Override
        public int until() {
            return from + 1;
        }
    }

    record Mark(Word word, int from) implements Item {
        @Override
        public int until() {
            return from + 1;
        }
    }
}
