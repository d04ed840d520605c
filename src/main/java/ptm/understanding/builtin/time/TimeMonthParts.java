package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.time.TimeSpanRules.Span;

/** Reads numbered parts of the calendar: "first week of June", "в двадцатых числах апреля", "Q3", "second half of May". */
final class TimeMonthParts {

    private final TimeText text;
    private final LocalDate today;
    private final TimeDayRules days;

    TimeMonthParts(TimeText text, LocalDate today, TimeDayRules days) {
        this.text = text;
        this.today = today;
        this.days = days;
    }

    /** @param cued whether a word such as "in" stands before it */
    @Nullable
    TimeMatch<Span> read(int i, boolean cued) {
        TimeMatch<Span> read = quarter(i, cued);
        return read == null ? part(i) : read;
    }

    /** "Q3", "Q4 2026", "в третьем квартале", "2 квартал 2026 года". */
    private @Nullable TimeMatch<Span> quarter(int i, boolean cued) {
        if (!cued || text.text(i - 1, "on") || text.text(i - 1, "for")) {
            return null;
        }
        TimeWord name = text.word(i, "quarter_name");
        TimeMatch<Integer> number = name == null
                ? ordinalUnit(i, "quarter")
                : TimeMatch.of(name.number(), i + name.length());
        if (number == null || number.value() < 1 || number.value() > 4) {
            return null;
        }
        int of = text.skip(number.to(), "of");
        TimeMatch<Integer> year = days.year(text.skip(of, "the"));
        YearMonth first = YearMonth.of(year == null ? today.getYear() : year.value(), number.value() * 3 - 2);
        boolean gone = year == null && first.plusMonths(2).isBefore(YearMonth.from(today));
        first = gone ? first.plusYears(1) : first;
        return TimeMatch.of(new Span(first.atDay(1), first.plusMonths(2).atEndOfMonth(), false),
                year == null ? number.to() : year.to());
    }

    /** "third quarter", "2-й квартал", "3 кварталу". */
    private @Nullable TimeMatch<Integer> ordinalUnit(int i, String key) {
        int last = text.skip(i, "last_word");
        TimeMatch<Integer> number = last > i ? TimeMatch.of(-1, last) : TimeNumbers.ordinal(text, i);
        if (number == null && text.russian() && text.at(i).digits() == 1) {
            number = TimeMatch.of(text.at(i).number(), i + 1);
        }
        if (number == null) {
            return null;
        }
        TimeWord unit = text.word(number.to(), "unit");
        return unit == null || !unit.key().equals(key) ? null : TimeMatch.of(number.value(), number.to() + 1);
    }

    /** "first week of June", "во второй половине мая", "в первых числах апреля", "в последних числах месяца". */
    private @Nullable TimeMatch<Span> part(int i) {
        int at = text.skip(i, "the");
        TimeMatch<Integer> week = ordinalUnit(at, "week");
        if (week != null) {
            TimeMatch<YearMonth> month = days.monthAfter(week.to());
            Span span = month == null ? null : week(month.value(), week.value());
            return month == null || span == null ? null : TimeMatch.of(span, month.to());
        }
        TimeMatch<Integer> half = half(at);
        if (half != null) {
            TimeMatch<YearMonth> month = days.monthAfter(half.to());
            return month == null ? null : TimeMatch.of(half(month.value(), half.value()), month.to());
        }
        return tens(at);
    }

    /** "last few days of May", "в первых числах", "в 20-х числах апреля". */
    private @Nullable TimeMatch<Span> tens(int i) {
        TimeWord word = text.word(i, "tens");
        TimeMatch<Integer> tens = word == null ? digits(i) : TimeMatch.of(word.number(), i + word.length());
        if (tens == null) {
            return null;
        }
        int noun = text.skip(tens.to(), "tens_noun");
        boolean named = noun > tens.to();
        TimeMatch<YearMonth> month = named || word != null && word.length() > 1 ? days.monthAfter(noun) : null;
        if (month != null) {
            return TimeMatch.of(tens(month.value(), tens.value()), month.to());
        }
        return named ? TimeMatch.of(tens(coming(tens.value()), tens.value()), noun) : null;
    }

    private @Nullable TimeMatch<Integer> digits(int i) {
        TimeMatch<Integer> number = text.at(i).isNumber() ? TimeNumbers.ordinal(text, i) : null;
        number = number == null && text.at(i).isNumber() ? TimeNumbers.whole(text, i) : number;
        return number != null && (number.value() == 10 || number.value() == 20) ? number : null;
    }

    private @Nullable TimeMatch<Integer> half(int i) {
        TimeMatch<Integer> number = TimeNumbers.ordinal(text, i);
        return number == null || number.value() > 2 || !text.is(number.to(), "half_word")
                ? null
                : TimeMatch.of(number.value(), text.skip(number.to(), "half_word"));
    }

    /** The month of "the first days" with none named: this one while they are not past. */
    private YearMonth coming(int number) {
        YearMonth current = YearMonth.from(today);
        return tens(current, number).last().isBefore(today) ? current.plusMonths(1) : current;
    }

    private static @Nullable Span week(YearMonth month, int number) {
        int last = month.lengthOfMonth();
        if (number > 5 || number < -1) {
            return null;
        }
        return number == -1 || number == 5
                ? new Span(month.atDay(last - 6), month.atDay(last), false)
                : new Span(month.atDay(number * 7 - 6), month.atDay(number * 7), false);
    }

    private static Span half(YearMonth month, int number) {
        return number == 1
                ? new Span(month.atDay(1), month.atDay(15), false)
                : new Span(month.atDay(16), month.atEndOfMonth(), false);
    }

    private static Span tens(YearMonth month, int number) {
        return switch (number) {
            case 1 -> new Span(month.atDay(1), month.atDay(5), false);
            case 10 -> new Span(month.atDay(10), month.atDay(19), false);
            case 20 -> new Span(month.atDay(20), month.atDay(Math.min(29, month.lengthOfMonth())), false);
            default -> new Span(month.atEndOfMonth().minusDays(4), month.atEndOfMonth(), false);
        };
    }
}
