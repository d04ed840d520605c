package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.filter.Moment;
import ptm.filter.Moment.Anchor;
import ptm.filter.Moment.Shift;
import ptm.filter.Moment.Unit;

/** Reads named stretches of the calendar, past ones too, as moments of a filter: relative where that says the same. */
final class WindowNames {

    /** First and last moment of what was named, and whether it is one day. */
    record Named(Moment first, Moment last, boolean day) {

        static Named of(Moment day) {
            return new Named(day, day, true);
        }
    }

    private final TimeText text;
    private final LocalDate today;
    private final TimeDayRules days;
    private final TimeSpanRules spans;

    WindowNames(TimeText text, LocalDate today) {
        this.text = text;
        this.today = today;
        this.days = new TimeDayRules(text, today);
        this.spans = new TimeSpanRules(text, today);
    }

    /** @param past whether an unclear name is the last one gone by rather than the next to come */
    @Nullable
    TimeMatch<Named> read(int i, boolean cued, boolean past) {
        TimeMatch<Named> read = shifted(i);
        if (read == null) {
            read = lastWeekday(i);
        }
        if (read == null) {
            read = period(i, cued);
        }
        if (read == null) {
            read = day(i, cued, past);
        }
        return read == null ? span(i, cued, past) : read;
    }

    /** "yesterday", "tomorrow". */
    private @Nullable TimeMatch<Named> shifted(int i) {
        TimeWord gone = text.word(i, "past_day");
        TimeWord day = text.word(i, "relative_day");
        if (gone != null) {
            return TimeMatch.of(Named.of(Moment.today(-gone.number())), i + gone.length());
        }
        return day == null ? null : TimeMatch.of(Named.of(Moment.today(day.number())), i + day.length());
    }

    private @Nullable TimeMatch<Named> lastWeekday(int i) {
        int at = text.skip(i, "last");
        TimeWord weekday = at > i ? text.word(at, "weekday") : null;
        return weekday == null
                ? null
                : TimeMatch.of(Named.of(new Moment.Day(before(weekday.number(), 1))), at + 1);
    }

    /** The last such weekday at least that many days ago. */
    private LocalDate before(int weekday, int atLeast) {
        LocalDate day = today.minusDays(atLeast);
        return day.minusDays((day.getDayOfWeek().getValue() - weekday + 7) % 7);
    }

    /** "this week", "last month", "next weekend", "in the weekend". */
    private @Nullable TimeMatch<Named> period(int i, boolean cued) {
        int at = text.skipAny(i, "this", "next", "nearest", "last");
        int shift = at == i ? 0 : text.skip(i, "next") == at ? 1 : text.skip(i, "last") == at ? -1 : 0;
        TimeWord weekend = text.word(at, "weekend");
        if (weekend != null && (cued || at > i)) {
            return TimeMatch.of(new Named(week(shift, 5), week(shift, 6), false), at + weekend.length());
        }
        TimeWord unit = text.word(at, "unit");
        if (unit == null || at == i && !(cued && text.text(at, "неделе"))) {
            return null;
        }
        Named named = switch (unit.key()) {
            case "week" -> new Named(week(shift, 0), week(shift, 6), false);
            case "month" -> new Named(month(shift, 0), month(shift + 1, -1), false);
            case "quarter", "year" -> {
                TimeSpanRules.Span span = spans.period(unit.key(), shift);
                yield new Named(new Moment.Day(span.first()), new Moment.Day(span.last()), false);
            }
            default -> null;
        };
        return named == null ? null : TimeMatch.of(named, at + 1);
    }

    private static Moment week(int weeks, int days) {
        int shift = weeks * 7 + days;
        return relative(Anchor.WEEK, shift % 7 == 0 ? new Shift(weeks, Unit.WEEKS) : new Shift(shift, Unit.DAYS));
    }

    private static Moment month(int months, int days) {
        return relative(Anchor.MONTH, new Shift(months, Unit.MONTHS), new Shift(days, Unit.DAYS));
    }

    static Moment relative(Anchor anchor, Shift... shifts) {
        return new Moment.Relative(anchor, List.of(shifts).stream().filter(shift -> shift.amount() != 0).toList());
    }

    private @Nullable TimeMatch<Named> day(int i, boolean cued, boolean past) {
        TimeMatch<TimeDay> read = days.day(i, cued);
        if (read == null) {
            return null;
        }
        TimeDay day = read.value();
        boolean modified = text.is(i, "this") || text.is(i, "next");
        LocalDate date = past && !modified ? gone(day) : day.date();
        return TimeMatch.of(Named.of(new Moment.Day(date)), read.to());
    }

    private LocalDate gone(TimeDay day) {
        return switch (day.shape()) {
            case WEEKDAY -> before(day.number(), 0);
            case MONTH_DAY -> day.date().isAfter(today) ? day.date().minusYears(1) : day.date();
            case MONTH_NUMBER -> monthNumber(day.number());
            case RELATIVE, NTH_WEEKDAY, FULL -> day.date();
        };
    }

    private LocalDate monthNumber(int day) {
        YearMonth month = YearMonth.from(today);
        for (int i = 0; i < 12; i++) {
            YearMonth in = month.minusMonths(i);
            if (day <= in.lengthOfMonth() && !in.atDay(day).isAfter(today)) {
                return in.atDay(day);
            }
        }
        return today;
    }

    /** "in April", "end of the month", "12–15 June". */
    private @Nullable TimeMatch<Named> span(int i, boolean cued, boolean past) {
        TimeMatch<TimeSpanRules.Span> read = spans.span(i, cued ? TimeCue.ON : TimeCue.NONE);
        if (read == null) {
            return null;
        }
        LocalDate first = read.value().first();
        LocalDate last = read.value().last();
        boolean dated = text.at(read.to() - 1).isNumber() || text.is(i, "this") || text.is(i, "next");
        if (past && first.isAfter(today) && !dated) {
            first = first.minusYears(1);
            last = YearMonth.from(last).equals(YearMonth.from(first).plusYears(1))
                    && read.value().last().getDayOfMonth() == read.value().last().lengthOfMonth()
                            ? YearMonth.from(first).atEndOfMonth()
                            : last.minusYears(1);
        }
        return TimeMatch.of(new Named(new Moment.Day(first), new Moment.Day(last), first.equals(last)), read.to());
    }
}
