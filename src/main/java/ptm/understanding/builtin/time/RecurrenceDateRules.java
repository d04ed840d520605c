package ptm.understanding.builtin.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.time.RecurrenceRule.Frequency;

/** Reads recurrences by the day of the month or year: "the 15th of each month", "каждое 8 марта", "по чётным". */
final class RecurrenceDateRules {

    private final TimeText text;
    private final DurationRules durations;
    private final TimeDayRules days;

    RecurrenceDateRules(TimeText text, TimeDayRules days) {
        this.text = text;
        this.durations = new DurationRules(text);
        this.days = days;
    }

    private static TimeFound found(RecurrenceRule rule, int from, int to, double confidence) {
        return new TimeFound(new TimeMention.Repeat(rule, null), TimeCue.NONE, from, to, confidence);
    }

    /** What says by itself that it comes back: "on the 15th each month", "last Friday of the month", "on even days". */
    @Nullable
    TimeFound read(int i) {
        TimeFound found = dayOfEach(i);
        if (found == null) {
            found = edgeOfEach(i);
        }
        return found == null ? parity(i) : found;
    }

    /** "on the 15th each month", "1-го числа каждого месяца", "в последнюю пятницу каждого месяца", "5-го ежемесячно". */
    private @Nullable TimeFound dayOfEach(int i) {
        int at = text.skipAny(i, "on", "by");
        boolean cued = at > i;
        at = text.text(at, "the") ? at + 1 : at;
        TimeMatch<List<Integer>> numbers = numbers(at);
        if (numbers != null && eachMonth(numbers.to()) > numbers.to()) {
            return found(RecurrenceRule.onMonthDays(numbers.value()), i, eachMonth(numbers.to()), 0.95);
        }
        TimeFound nths = numbers == null ? null : nthsOfMonth(i, numbers);
        if (nths != null && numbers != null && nths.to() > numbers.to() + 1) {
            return nths;
        }
        TimeFound nth = nthOfMonth(i, at);
        boolean named = nth != null && (!cued || isHabit() || nth.mention() instanceof TimeMention.Repeat repeat
                && repeat.rule().weekdays().size() > 1);
        return nth != null && (named || isEach(nth.to() - 2)) ? nth : dayOfYear(i, at);
    }

    private boolean isEach(int i) {
        return text.is(i, "each_unit") || text.is(i, "every");
    }

    /** "3 May every year". */
    private @Nullable TimeFound dayOfYear(int i, int at) {
        if (!text.at(at).isNumber() && !text.is(at, "month") && !text.is(at, "ordinal")) {
            return null;
        }
        TimeMatch<TimeDay> day = days.day(at, true);
        if (day == null || day.value().shape() != TimeDay.Shape.MONTH_DAY) {
            return null;
        }
        int each = text.skipAny(day.to(), "each_unit", "every");
        TimeWord unit = text.word(each, "unit");
        TimeWord adverb = text.word(day.to(), "adverb");
        boolean year = each > day.to() && unit != null && unit.key().equals("year");
        boolean yearly = adverb != null && adverb.key().equals("YEARLY 1");
        return year || yearly
                ? found(RecurrenceRule.onDate(day.value().month(), day.value().number()), i,
                        year ? each + 1 : day.to() + 1, 0.95)
                : null;
    }

    /** The token after "each month", "of every month", "monthly"; {@code i} where it is not there. */
    private int eachMonth(int i) {
        int at = text.skipAny(i, "each_unit", "every");
        TimeWord unit = text.word(at, "unit");
        TimeWord adverb = text.word(i, "adverb");
        if (adverb != null && adverb.key().equals("MONTHLY 1")) {
            return i + adverb.length();
        }
        return at > i && unit != null && unit.key().equals("month") ? at + 1 : i;
    }

    /** The token after "of the month", "of every month", "каждого месяца"; {@code i} where it is not there. */
    private int ofMonth(int i) {
        int at = text.skipAny(i, "of", "each_unit", "on");
        int named = text.skipAny(at, "the", "each_unit", "every");
        TimeWord unit = text.word(named, "unit");
        return unit != null && unit.key().equals("month") && (named > i || durations.isCyrillic(named)) ? named + 1 : i;
    }

    /** "last Friday of the month", "последний день каждого месяца". */
    @Nullable
    TimeFound nthOfMonth(int i, int at) {
        int nth = text.is(at, "last_word") ? -1 : 0;
        int next = text.skip(at, "last_word");
        TimeMatch<Integer> ordinal = nth == 0 ? TimeNumbers.ordinal(text, at) : null;
        if (ordinal != null) {
            nth = ordinal.value();
            next = ordinal.to();
        }
        TimeFound workday = nth == 0 || nth > 5 || next == at ? null : nthWorkday(i, next, nth);
        if (workday != null) {
            return workday;
        }
        TimeWord weekday = text.word(next, "weekday");
        TimeWord unit = text.word(next, "unit");
        boolean lastDay = nth == -1 && unit != null && unit.key().equals("day");
        int month = ofMonth(next + 1);
        if (nth == 0 || nth > 5 || next == at || (weekday == null && !lastDay)
                || month == next + 1 && (nth > 0 || lastDay)) {
            return null;
        }
        return found(weekday == null
                ? RecurrenceRule.onMonthDays(List.of(-1))
                : RecurrenceRule.onNth(nth, weekday.number()), i, month, 0.95);
    }

    /** "last working day of the month", «первый рабочий день каждого месяца». */
    private @Nullable TimeFound nthWorkday(int i, int at, int nth) {
        TimeWord adjective = text.word(at, "unit_adjective");
        TimeWord day = text.word(at + 1, "unit");
        boolean working = adjective != null && adjective.key().equals("workday") && day != null
                && day.key().equals("day");
        int noun = working ? at + 2 : text.is(at, "workdays") || text.text(at, "weekday") ? at + 1 : at;
        int month = noun == at ? noun : ofMonth(noun);
        return month == noun
                ? null
                : found(new RecurrenceRule(Frequency.MONTHLY, 1, List.of(1, 2, 3, 4, 5), List.of(nth), List.of(),
                        List.of(), null), i, month, 0.95);
    }

    /** «сдавать», «оплачивать»: a verb of what is done again and again. */
    private boolean isHabit() {
        return IntStream.range(0, text.size()).mapToObj(i -> text.at(i).text()).anyMatch(word -> word.length() > 6
                && (word.endsWith("авать") || word.endsWith("ивать") || word.endsWith("ывать")));
    }

    /** "on first Mondays", «по вторым и четвёртым средам»: those of each month. */
    @Nullable
    TimeFound nths(int i, int from, boolean po) {
        List<Integer> nths = new ArrayList<>();
        int at = text.skip(from, "the");
        int next = at;
        while (nths.size() < 4) {
            TimeWord many = text.word(next, "ordinal_plural");
            TimeMatch<Integer> ordinal = many == null ? TimeNumbers.ordinal(text, next) : null;
            boolean last = text.is(next, "last_word");
            if (many != null && !last) {
                nths.add(many.number());
                at = next + many.length();
            } else if (last || ordinal != null) {
                nths.add(last || ordinal == null ? -1 : ordinal.value());
                at = last || ordinal == null ? text.skip(next, "last_word") : ordinal.to();
            } else {
                break;
            }
            next = text.sign(at, ",") ? at + 1 : text.skip(at, "and");
        }
        TimeWord weekday = nths.isEmpty() ? null : text.word(at, "weekdays");
        boolean several = weekday != null && (po || !text.is(at, "weekday") && text.at(at).text().endsWith("s"));
        return weekday == null || !several || nths.stream().anyMatch(nth -> nth > 5)
                ? null
                : found(new RecurrenceRule(Frequency.MONTHLY, 1, List.of(weekday.number()), nths, List.of(), List.of(),
                        null), i, ofMonth(at + 1), 0.95);
    }

    /** "2nd and 4th Thursday of the month". */
    private @Nullable TimeFound nthsOfMonth(int i, TimeMatch<List<Integer>> numbers) {
        TimeWord weekday = text.word(numbers.to(), "weekday");
        boolean fits = numbers.value().size() > 1 && numbers.value().stream().allMatch(nth -> nth <= 5);
        return weekday == null || !fits
                ? null
                : found(new RecurrenceRule(Frequency.MONTHLY, 1, List.of(weekday.number()), numbers.value(), List.of(),
                        List.of(), null), i, ofMonth(numbers.to() + 1), 0.9);
    }

    /** After "every": "15th", "8 марта", "5 число", "June", "last Friday of the month". */
    @Nullable
    TimeFound every(int i, int at) {
        TimeMatch<TimeDay> day = days.day(at, true);
        if (day != null && day.value().shape() == TimeDay.Shape.MONTH_DAY) {
            return found(RecurrenceRule.onDate(day.value().month(), day.value().number()), i, day.to(), 0.95);
        }
        TimeMatch<List<Integer>> numbers = numbers(at);
        if (numbers != null) {
            TimeFound nths = nthsOfMonth(i, numbers);
            if (nths != null) {
                return nths;
            }
            int to = ofMonth(numbers.to());
            boolean thing = text.is(to, "not_day") || text.is(to, "unit") || text.is(to, "weekday");
            return thing ? null : found(RecurrenceRule.onMonthDays(numbers.value()), i, to, 0.9);
        }
        TimeWord month = text.word(at, "month");
        return month == null || month.weak() && !text.at(at).capital()
                ? null
                : found(new RecurrenceRule(Frequency.YEARLY, 1, List.of(), List.of(), List.of(1),
                        List.of(month.number()),
                        null), i, at + 1, 0.8);
    }

    /** Days of the month in a row: "1st and 15th", "1 и 15 числам"; plain numbers only with their noun. */
    @Nullable
    TimeMatch<List<Integer>> numbers(int i) {
        List<Integer> list = new ArrayList<>();
        boolean plain = false;
        int at = i;
        int end = i;
        while (list.size() < 4) {
            TimeMatch<Integer> number = TimeNumbers.ordinal(text, at);
            boolean counted = number == null;
            number = counted ? TimeNumbers.whole(text, at) : number;
            if (number == null || number.value() < 1 || number.value() > 31) {
                break;
            }
            plain |= counted;
            list.add(number.value());
            end = number.to();
            at = text.sign(end, ",") ? end + 1 : text.skip(end, "and");
            at = text.skip(at, "the");
        }
        int to = text.skip(end, "number_word");
        return list.isEmpty() || plain && to == end ? null : TimeMatch.of(list, to);
    }

    /** "at the end of each month", "в начале каждого месяца", and after "every": "month end". */
    private @Nullable TimeFound edgeOfEach(int i) {
        int at = text.skip(text.skipAny(i, "on", "at", "by", "in"), "the");
        boolean end = text.is(at, "end");
        int each = end ? text.skip(at, "end") : text.skip(at, "begin");
        int unit = each > at ? text.skipAny(text.skip(each, "of"), "every", "each_unit") : at;
        return unit > each && each > at ? edge(i, unit, end) : null;
    }

    @Nullable
    TimeFound edge(int i, int unit, boolean end) {
        TimeWord word = text.word(unit, "unit");
        RecurrenceRule rule = switch (word == null ? "" : word.key()) {
            case "week" -> RecurrenceRule.onWeekdays(1, List.of(end ? 7 : 1));
            case "month" -> RecurrenceRule.onMonthDays(List.of(end ? -1 : 1));
            case "quarter" -> new RecurrenceRule(Frequency.YEARLY, 1, List.of(), List.of(), List.of(end ? -1 : 1),
                    end ? List.of(3, 6, 9, 12) : List.of(1, 4, 7, 10), null);
            case "year" -> end ? RecurrenceRule.onDate(12, 31) : RecurrenceRule.onDate(1, 1);
            default -> null;
        };
        return rule == null ? null : found(rule, i, unit + 1, 0.95);
    }

    /** "on even days", "по нечётным числам", "по чётным неделям". */
    private @Nullable TimeFound parity(int i) {
        int at = text.skipAny(i, "on", "po");
        TimeWord word = at > i ? text.word(at, "parity") : null;
        if (word == null) {
            return null;
        }
        int noun = at + word.length();
        TimeWord unit = text.word(noun, "unit");
        boolean week = unit != null && unit.key().equals("week");
        boolean day = unit != null && unit.key().equals("day") || text.is(noun, "number_word");
        if (!week && !day && !text.is(i, "po")) {
            return null;
        }
        RecurrenceRule rule = week
                ? RecurrenceRule.every(2, Frequency.WEEKLY)
                : RecurrenceRule.onMonthDays(IntStream.rangeClosed(1, 31).filter(n -> n % 2 == word.number()).boxed()
                        .toList());
        return found(rule, i, week || day ? noun + 1 : noun, 0.9);
    }
}
