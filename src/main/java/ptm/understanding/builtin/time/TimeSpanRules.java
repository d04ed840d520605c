package ptm.understanding.builtin.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/** Reads stretches of the calendar: "next week", "end of the month", "on the weekend", "in June", "12–15 June". */
final class TimeSpanRules {

    private final TimeText text;
    private final LocalDate today;
    private final TimeDayRules days;
    private final TimeMonthParts parts;

    TimeSpanRules(TimeText text, LocalDate today) {
        this.text = text;
        this.today = today;
        this.days = new TimeDayRules(text, today);
        this.parts = new TimeMonthParts(text, today, days);
    }

    /**
     * Days in a row with their last day, as a whole.
     *
     * @param edge whether only its end or beginning was named
     * @param ends whether both of its ends were
     */
    record Span(LocalDate first, LocalDate last, boolean edge, boolean ends) {

        Span(LocalDate first, LocalDate last, boolean edge) {
            this(first, last, edge, false);
        }

        TimeMention mention() {
            return first.equals(last)
                    ? new TimeMention.Day(TimeDay.relative(last))
                    : new TimeMention.Span(first, last, ends);
        }
    }

    @Nullable
    TimeMatch<Span> span(int i, TimeCue cue) {
        TimeMatch<Span> read = abbreviated(i);
        if (read == null) {
            read = edge(i);
        }
        if (read == null) {
            read = parts.read(i, cue != TimeCue.NONE);
        }
        if (read == null) {
            read = dates(i);
        }
        return read == null ? whole(i, cue, false) : read;
    }

    private @Nullable TimeMatch<Span> abbreviated(int i) {
        TimeWord word = text.word(i, "eop");
        return word == null ? null : TimeMatch.of(ending(period(word.key(), 0)), i + word.length());
    }

    /** "end of the month", "в начале следующей недели", "late June". */
    private @Nullable TimeMatch<Span> edge(int i) {
        int at = text.skip(i, "the");
        String kind = text.is(at, "end")
                ? "end"
                : text.is(at, "begin")
                        ? "begin"
                        : text.is(at, "middle")
                                ? "middle"
                                : text.is(at, "late") ? "late" : "";
        if (kind.isEmpty()) {
            return null;
        }
        int next = text.skip(at, kind);
        next = text.sign(next, "-") ? next + 1 : next;
        next = text.skip(next, "of");
        int named = text.skip(next, "the");
        TimeMatch<Span> inner = parts.read(named, true);
        inner = inner == null ? whole(named, TimeCue.NONE, true) : inner;
        if (inner == null) {
            return null;
        }
        Span span = inner.value();
        TimeWord bare = named + 1 == inner.to() ? text.word(named, "unit") : null;
        if (kind.equals("begin") && bare != null && span.first().isBefore(today)) {
            span = period(bare.key(), 1);
        }
        return TimeMatch.of(switch (kind) {
            case "end" -> ending(span);
            case "begin" -> new Span(span.first(), early(span), true);
            case "late" -> new Span(span.last().minusDays(length(span) / 3), span.last(), true);
            default -> new Span(span.first().plusDays(length(span) / 3), span.last().minusDays(length(span) / 3), true);
        }, inner.to());
    }

    private static long length(Span span) {
        return java.time.temporal.ChronoUnit.DAYS.between(span.first(), span.last());
    }

    private static LocalDate early(Span span) {
        return span.first().plusDays(length(span) / 3);
    }

    private static Span ending(Span span) {
        return new Span(span.last(), span.last(), true);
    }

    /** A whole week, month, year or weekend; {@code of} an edge they need no modifier. */
    private @Nullable TimeMatch<Span> whole(int i, TimeCue cue, boolean of) {
        TimeMatch<Span> second = afterNext(i);
        if (second != null) {
            return second;
        }
        int at = text.skipAny(i, "this", "next", "nearest", "last");
        int shift = text.skip(i, "next") == at && at > i ? 1 : text.skip(i, "last") == at && at > i ? -1 : 0;
        TimeWord weekend = text.word(at, "weekend");
        if (weekend != null
                && (at > i || of || cue != TimeCue.NONE || text.is(i - 1, "the") && text.edge(at + weekend.length()))) {
            return TimeMatch.of(weekend(shift), at + weekend.length());
        }
        TimeWord unit = text.word(at, "unit");
        if (unit != null && isPeriod(unit.key())
                && (at > i || of || (cue == TimeCue.ON || cue == TimeCue.FOR) && text.text(at, "неделе") && at == i)) {
            return following(at, unit.key(), shift);
        }
        TimeMatch<Span> month = month(i, at, shift, cue, of);
        return month == null && at == i ? bareYear(i, cue) : month;
    }

    /** "in 2027", "до 2028 года": a year to come. */
    private @Nullable TimeMatch<Span> bareYear(int i, TimeCue cue) {
        TimeToken token = text.at(i);
        int coming = token.digits() == 4 ? token.number() - today.getYear() : -1;
        int to = text.skip(i + 1, "year_word");
        boolean said = cue != TimeCue.NONE && cue != TimeCue.FOR && !text.text(i - 1, "at") && !text.text(i - 1, "on");
        if (!said || coming < 0 || coming > 15 || to == i + 1 && (text.russian() || coming == 0)
                || to == i + 1 && text.is(to, "not_hour") || text.is(to, "money") || text.glued(to, "-")) {
            return null;
        }
        return TimeMatch.of(new Span(LocalDate.of(token.number(), 1, 1), LocalDate.of(token.number(), 12, 31), false),
                to);
    }

    /** "the week after next", "weekend after next". */
    private @Nullable TimeMatch<Span> afterNext(int i) {
        int at = text.skip(i, "the");
        TimeWord unit = text.word(at, "unit");
        boolean weekend = text.is(at, "weekend");
        int to = text.skip(at + 1, "after_next");
        if (to == at + 1 || !weekend && (unit == null || !isPeriod(unit.key()))) {
            return null;
        }
        return TimeMatch.of(weekend ? weekend(2) : period(unit == null ? "week" : unit.key(), 2), to);
    }

    private @Nullable TimeMatch<Span> following(int at, String unit, int shift) {
        if (text.is(at + 1, "ago") || unit.equals("day")) {
            return null;
        }
        return TimeMatch.of(period(unit, shift), at + 1);
    }

    private static boolean isPeriod(String unit) {
        return switch (unit) {
            case "week", "month", "quarter", "year" -> true;
            default -> false;
        };
    }

    /** "in June", "в июне следующего года", "до июня". */
    private @Nullable TimeMatch<Span> month(int i, int at, int shift, TimeCue cue, boolean of) {
        TimeWord month = text.word(at, "month");
        if (month == null || cue == TimeCue.FOR || cue == TimeCue.NONE && !of && at == i
                || month.weak() && !of && (cue == TimeCue.NONE || text.at(at).text().equals("mar"))) {
            return null;
        }
        int to = at + month.length();
        if (text.is(to, "not_month")) {
            return null;
        }
        TimeMatch<Integer> year = days.year(to);
        YearMonth named = YearMonth.of(year == null ? today.getYear() : year.value(), month.number());
        YearMonth current = YearMonth.from(today);
        if (year == null && shift >= 0 && named.isBefore(current)) {
            named = named.plusYears(1);
        } else if (year == null && shift < 0 && !named.isBefore(current)) {
            named = named.minusYears(1);
        }
        return TimeMatch.of(new Span(named.atDay(1), named.atEndOfMonth(), false), year == null ? to : year.to());
    }

    Span weekend(int shift) {
        LocalDate saturday = monday().plusWeeks(shift).plusDays(5);
        return new Span(saturday, saturday.plusDays(1), false);
    }

    Span period(String unit, int shift) {
        return switch (unit) {
            case "week" -> new Span(monday().plusWeeks(shift), monday().plusWeeks(shift).plusDays(6), false);
            case "quarter" -> quarter(shift);
            case "year" -> {
                Year year = Year.from(today).plusYears(shift);
                yield new Span(year.atDay(1), year.atMonth(12).atEndOfMonth(), false);
            }
            default -> {
                YearMonth month = YearMonth.from(today).plusMonths(shift);
                yield new Span(month.atDay(1), month.atEndOfMonth(), false);
            }
        };
    }

    private Span quarter(int shift) {
        YearMonth first = YearMonth.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1).plusMonths(3L * shift);
        return new Span(first.atDay(1), first.plusMonths(2).atEndOfMonth(), false);
    }

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** "12–15 June", "с 3 по 10 мая", "May 3-10", "1 июня – 5 июля". */
    private @Nullable TimeMatch<Span> dates(int i) {
        TimeMatch<Span> monthFirst = monthFirst(i);
        if (monthFirst != null) {
            return monthFirst;
        }
        TimeMatch<Integer> first = number(i);
        if (first == null) {
            return fullDates(i);
        }
        int between = between(first.to());
        TimeMatch<Integer> last = between > first.to() ? number(between) : null;
        TimeWord month = last == null ? null : text.word(text.skip(last.to(), "of"), "month");
        if (last == null || month == null || last.value() <= first.value()) {
            return fullDates(i);
        }
        int to = text.skip(last.to(), "of") + month.length();
        return made(first.value(), last.value(), month.number(), to);
    }

    private @Nullable TimeMatch<Span> monthFirst(int i) {
        TimeWord month = text.word(i, "month");
        TimeMatch<Integer> first = month == null ? null : number(i + month.length());
        if (month == null || first == null) {
            return null;
        }
        int between = between(first.to());
        TimeMatch<Integer> last = between > first.to() ? number(between) : null;
        return last == null || last.value() <= first.value() || text.glued(last.to(), ":")
                ? null
                : made(first.value(), last.value(), month.number(), last.to());
    }

    private @Nullable TimeMatch<Span> made(int first, int last, int month, int to) {
        TimeMatch<Integer> year = days.year(to);
        try {
            int in = year == null ? today.getYear() : year.value();
            LocalDate from = LocalDate.of(in, month, first);
            LocalDate until = LocalDate.of(in, month, last);
            boolean past = year == null && until.isBefore(today);
            return TimeMatch.of(
                    new Span(past ? from.plusYears(1) : from, past ? until.plusYears(1) : until, false, true),
                    year == null ? to : year.to());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Two whole dates, or two weekdays. */
    private @Nullable TimeMatch<Span> fullDates(int i) {
        if (!text.at(i).isNumber() && !text.is(i, "month") && !text.is(i, "weekday") && !text.is(i, "ordinal")) {
            return null;
        }
        TimeMatch<TimeDay> first = days.day(i, true);
        int between = first == null ? i : between(first.to());
        if (first == null || between == first.to() || text.is(between - 1, "before")) {
            return null;
        }
        TimeMatch<TimeDay> last = days.day(between, true);
        if (last == null || first.value().shape() != last.value().shape()) {
            return null;
        }
        LocalDate from = first.value().date();
        LocalDate until = last.value().date();
        until = until.isBefore(from)
                ? from.isAfter(today) && first.value().shape() == TimeDay.Shape.WEEKDAY
                        ? until.plusWeeks(1)
                        : until.plusYears(1)
                : until;
        return TimeMatch.of(new Span(from, until, false, true), last.to());
    }

    private @Nullable TimeMatch<Integer> number(int i) {
        TimeMatch<Integer> day = TimeNumbers.ordinal(text, i);
        if (day == null && text.at(i).isNumber() && text.at(i).digits() <= 2) {
            day = TimeMatch.of(text.at(i).number(), i + 1);
        }
        return day != null && day.value() >= 1 && day.value() <= 31 ? day : null;
    }

    private int between(int i) {
        return text.sign(i, "-") || text.is(i, "until") || text.is(i, "clock_to") ? i + 1 : i;
    }
}
