package ptm.understanding.builtin.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/** Reads single days: "tomorrow", "next Friday", "15 марта", "the 5th", "27.05", "last Friday of June". */
final class TimeDayRules {

    static final int LAST_YEAR = 2199;

    private final TimeText text;
    private final LocalDate today;
    private final TimeDateNumbers numbers;

    TimeDayRules(TimeText text, LocalDate today) {
        this.text = text;
        this.today = today;
        this.numbers = new TimeDateNumbers(text, today);
    }

    /** @param cued whether a word such as "by" or "on" stands before it */
    @Nullable
    TimeMatch<TimeDay> day(int i, boolean cued) {
        TimeMatch<TimeDay> read = relative(i);
        if (read == null) {
            read = nthWeekday(i);
        }
        if (read == null) {
            read = weekday(i, cued);
        }
        if (read == null) {
            read = numbers.date(i, cued);
        }
        if (read == null) {
            read = named(i);
        }
        if (read == null) {
            read = monthDay(i, cued);
        }
        return read == null ? holiday(i, cued) : read;
    }

    private @Nullable TimeMatch<TimeDay> relative(int i) {
        TimeWord word = text.word(i, "relative_day");
        return word == null
                ? null
                : TimeMatch.of(TimeDay.relative(today.plusDays(word.number())), i + word.length());
    }

    /** "Friday", "this Friday", "next Fri", "Friday 27 November", "в среду на следующей неделе". */
    private @Nullable TimeMatch<TimeDay> weekday(int i, boolean cued) {
        int week = weekBefore(i);
        if (week > i) {
            TimeMatch<TimeDay> after = plainWeekday(text.skip(week, "on"), true);
            return after == null ? null : moved(after, 1);
        }
        int at = text.skipAny(i, "this", "next", "last", "nearest");
        boolean last = text.is(i, "last") && at == text.skip(i, "last");
        if (last && at > i) {
            return null;
        }
        TimeMatch<TimeDay> read = plainWeekday(at, cued || at > i);
        if (read == null) {
            return null;
        }
        if (at > i) {
            boolean next = text.skip(i, "next") == at && !(text.skip(i, "nearest") == at);
            boolean current = text.skip(i, "this") == at && !(text.skip(i, "nearest") == at);
            return next ? moved(read, 1) : current ? moved(read, 0) : read;
        }
        TimeMatch<TimeDay> date = dateAfter(read.to());
        if (date != null) {
            return date;
        }
        int to = nextWeekAfter(read.to());
        return to > read.to() ? TimeMatch.of(moved(read, 1).value(), to) : weekLater(read);
    }

    /** "Friday after next", "Monday week", "the Tuesday after": a week or more past the next one. */
    private TimeMatch<TimeDay> weekLater(TimeMatch<TimeDay> read) {
        int after = text.skip(read.to(), "after_next");
        if (after > read.to()) {
            return TimeMatch.of(moved(read, 2).value(), after);
        }
        TimeWord unit = text.word(read.to(), "unit");
        boolean week = unit != null && text.text(read.to(), "week") && text.edge(read.to() + 1);
        TimeDay day = read.value();
        return week
                ? TimeMatch.of(new TimeDay(day.date().plusWeeks(1), day.shape(), day.number(), day.month()),
                        read.to() + 1)
                : read;
    }

    /** "next week" before a weekday: the token after it. */
    private int weekBefore(int i) {
        int modifier = text.skip(i, "next");
        TimeWord unit = modifier > i ? text.word(modifier, "unit") : null;
        return unit != null && unit.key().equals("week") ? modifier + 1 : i;
    }

    /** "Friday next week", "в среду на следующей неделе". */
    private int nextWeekAfter(int i) {
        int at = text.text(i, "на") || text.is(i, "of") ? i + 1 : i;
        int to = weekBefore(at);
        return to > at ? to : i;
    }

    private @Nullable TimeMatch<TimeDay> plainWeekday(int i, boolean cued) {
        TimeWord word = text.word(i, "weekday");
        if (word == null || text.is(i - 1, "not_before") && !text.edge(i - 1)) {
            return null;
        }
        int to = text.glued(i + 1, ".") && text.at(i).text().length() <= 5 && !text.edge(i + 2) ? i + 2 : i + 1;
        boolean address = text.glued(to, ".") && text.at(to + 1).isWord() && !text.at(to + 1).spaced()
                && text.is(to + 1, "not_weekday");
        boolean name = !cued && text.russian() && text.at(i).capital() && !text.edge(i - 1)
                && text.at(i).text().length() > 3;
        if (address || name || text.is(to, "not_weekday")
                || text.at(to).kind() == TimeToken.Kind.SIGN && text.glued(to, "'")) {
            return null;
        }
        if (word.weak() && !cued && !standsAlone(i, to)) {
            return null;
        }
        if (!cued && text.text(i - 1, "the") && text.at(to).isWord() && !text.is(to, "at") && !text.is(to, "part")) {
            return null;
        }
        LocalDate next = today.with(TemporalAdjusters.next(DayOfWeek.of(word.number())));
        return TimeMatch.of(new TimeDay(next, TimeDay.Shape.WEEKDAY, word.number(), 0), to);
    }

    /** Whether a word like "mon" or "sun" is a day by what is around it. */
    private boolean standsAlone(int i, int to) {
        boolean capital = text.at(i).capital() && !text.is(i - 1, "article");
        boolean colon = text.sign(to, ":") && text.edge(i - 1);
        boolean clock = new TimeClockRules(text).clock(to, false) != null && !text.is(i - 1, "article");
        boolean part = text.is(to, "part") && text.at(to).isWord() && !text.is(i - 1, "article");
        boolean inList = !text.is(i - 1, "article") && (text.is(to, "weekday") || text.is(i - 1, "weekday"));
        return colon || clock || part || inList || (capital && !text.edge(i - 1));
    }

    private TimeMatch<TimeDay> moved(TimeMatch<TimeDay> read, int weeks) {
        int weekday = read.value().number();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate date = monday.plusWeeks(weeks).plusDays(weekday - 1L);
        return TimeMatch.of(new TimeDay(date, TimeDay.Shape.WEEKDAY, weekday, 0), read.to());
    }

    private @Nullable TimeMatch<TimeDay> dateAfter(int i) {
        int at = text.sign(i, ",") ? i + 1 : i;
        at = text.skipAny(at, "the", "on");
        TimeMatch<TimeDay> date = numbers.date(at, true);
        if (date == null) {
            date = named(at);
        }
        boolean ordinal = at > i || text.at(at).isNumber() || text.is(at, "ordinal") && text.at(at).isDigital();
        return date != null || !ordinal || text.sign(i, ",") ? date : numbers.ordinalDay(at, true);
    }

    /** "15 March", "March 15th, 2027", "третьего декабря", "first of June". */
    private @Nullable TimeMatch<TimeDay> named(int i) {
        TimeMatch<Integer> day = dayNumber(i);
        if (day != null && text.at(i).spaced() | i == 0 | !text.at(i - 1).isNumber()) {
            int at = text.glued(day.to(), "-") ? day.to() + 1 : text.skipAny(day.to(), "of", "number_word");
            TimeWord month = text.word(at, "month");
            boolean street = text.is(i - 1, "street") || text.sign(i - 1, ".") && text.is(i - 2, "street")
                    || month != null && text.is(at + month.length(), "street");
            if (month != null && at - day.to() <= 2 && !street
                    && !(month.weak() && text.is(i - 1, "not_before"))) {
                return dayOfMonth(day.value(), month.number(), dotted(at, month.length()));
            }
        }
        TimeWord month = text.word(i, "month");
        if (month == null) {
            return null;
        }
        int at = text.skip(dotted(i, month.length()), "the");
        day = dayNumber(at);
        if (day == null || text.russian() && !text.at(at).isNumber() || day.value() > 31 || text.glued(day.to(), ":")
                || text.is(day.to(), "unit") || text.is(day.to(), "not_hour") || month.weak() && !monthLike(i)) {
            return null;
        }
        return dayOfMonth(day.value(), month.number(), day.to());
    }

    /** "Dec." with its dot. */
    private int dotted(int i, int length) {
        return text.glued(i + length, ".") && text.at(i).text().length() <= 4
                && (text.at(i + length + 1).isNumber() || text.is(i + length + 1, "ordinal")
                        || text.edge(i + length + 1)) ? i + length + 1 : i + length;
    }

    /** Whether "may 5" and the like are dates: not after "you", "I", "the". */
    private boolean monthLike(int i) {
        return !text.is(i - 1, "article") || text.at(i).capital();
    }

    private @Nullable TimeMatch<Integer> dayNumber(int i) {
        TimeMatch<Integer> day = TimeNumbers.ordinal(text, i);
        if (day == null && text.at(i).isNumber() && text.at(i).digits() <= 2) {
            day = TimeMatch.of(text.at(i).number(), i + 1);
        }
        return day != null && day.value() >= 1 && day.value() <= 31 ? day : null;
    }

    private @Nullable TimeMatch<TimeDay> dayOfMonth(int day, int month, int to) {
        TimeMatch<Integer> year = year(to);
        try {
            if (year != null) {
                return TimeMatch.of(TimeDay.full(LocalDate.of(year.value(), month, day)), year.to());
            }
            LocalDate date = numbers.next(month, day);
            int after = text.sign(to, ",") && text.is(to + 1, "weekday") ? text.skip(to + 1, "weekday") : to;
            return TimeMatch.of(new TimeDay(date, TimeDay.Shape.MONTH_DAY, day, month), after);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** "2027", ", 2027", "2027 года", "прошлого года", "next year". */
    @Nullable
    TimeMatch<Integer> year(int i) {
        int at = text.sign(i, ",") ? i + 1 : i;
        TimeToken token = text.at(at);
        if (token.digits() == 4 && token.number() >= 1900 && token.number() <= 2199
                && !(text.glued(at + 1, ":") && text.at(at + 2).isNumber())) {
            return TimeMatch.of(token.number(), text.skip(at + 1, "year_word"));
        }
        int modifier = text.skipAny(i, "this", "next", "last");
        TimeWord unit = modifier > i ? text.word(modifier, "unit") : null;
        if (unit == null || !unit.key().equals("year")) {
            return null;
        }
        int shift = text.skip(i, "next") == modifier ? 1 : text.skip(i, "last") == modifier ? -1 : 0;
        return TimeMatch.of(today.getYear() + shift, modifier + 1);
    }

    private @Nullable TimeMatch<TimeDay> monthDay(int i, boolean cued) {
        return numbers.ordinalDay(i, cued);
    }

    /** "last Friday of the month", "в первый понедельник июня", "last day of June". */
    private @Nullable TimeMatch<TimeDay> nthWeekday(int i) {
        int nth = text.is(i, "last_word") ? -1 : 0;
        int at = text.skip(i, "last_word");
        TimeMatch<Integer> ordinal = nth == 0 ? TimeNumbers.ordinal(text, i) : null;
        if (ordinal != null) {
            nth = ordinal.value();
            at = ordinal.to();
        }
        TimeWord weekday = text.word(at, "weekday");
        TimeWord unit = text.word(at, "unit");
        boolean lastDay = nth == -1 && unit != null && unit.key().equals("day");
        if (nth == 0 || nth > 4 || at == i || (weekday == null && !lastDay)) {
            return null;
        }
        TimeMatch<YearMonth> month = monthAfter(at + 1);
        if (month == null) {
            return null;
        }
        LocalDate first = month.value().atDay(1);
        LocalDate date = weekday == null
                ? month.value().atEndOfMonth()
                : first.with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday.number())));
        if (date.isBefore(today) && text.is(month.to() - 1, "unit") && weekday != null) {
            date = first.plusMonths(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday.number())));
        }
        return TimeMatch.of(new TimeDay(date, TimeDay.Shape.NTH_WEEKDAY, weekday == null ? 0 : weekday.number(), nth),
                month.to());
    }

    /** "of the month", "следующего месяца", "of June". */
    @Nullable
    TimeMatch<YearMonth> monthAfter(int i) {
        int at = text.skipAny(i, "of", "on");
        int named = text.skip(at, "the");
        TimeWord month = text.word(at, "month");
        if (month != null) {
            TimeMatch<Integer> year = year(at + 1);
            YearMonth from = YearMonth.from(today);
            YearMonth candidate = YearMonth.of(year == null ? today.getYear() : year.value(), month.number());
            return TimeMatch.of(year == null && candidate.isBefore(from) ? candidate.plusYears(1) : candidate,
                    year == null ? at + 1 : year.to());
        }
        int modifier = text.skipAny(named, "this", "next");
        TimeWord unit = text.word(modifier, "unit");
        if (unit == null || !unit.key().equals("month")) {
            return null;
        }
        boolean next = modifier > named && text.skip(named, "next") == modifier;
        return TimeMatch.of(YearMonth.from(today).plusMonths(next ? 1 : 0), modifier + 1);
    }

    private @Nullable TimeMatch<TimeDay> holiday(int i, boolean cued) {
        TimeWord word = cued ? text.word(i, "holiday") : null;
        if (word == null) {
            return null;
        }
        String[] parts = word.key().split("-");
        LocalDate date = numbers.next(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return TimeMatch.of(TimeDay.relative(date), i + word.length());
    }
}
