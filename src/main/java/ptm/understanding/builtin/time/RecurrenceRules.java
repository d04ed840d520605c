package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.time.RecurrenceRule.Frequency;

/** Reads recurrences: "every other Tuesday", "по будням", "каждое 19-е", "раз в две недели", "twice a week". */
final class RecurrenceRules {

    private static final List<Integer> WORKDAYS = List.of(1, 2, 3, 4, 5);
    private static final List<Integer> WEEKEND = List.of(6, 7);

    private final TimeText text;
    private final DurationRules durations;
    private final TimeDayRules days;

    RecurrenceRules(TimeText text, LocalDate today) {
        this.text = text;
        this.durations = new DurationRules(text);
        this.days = new TimeDayRules(text, today);
    }

    @Nullable
    TimeFound read(int i) {
        TimeFound found = any(i);
        return found != null && found.mention() instanceof TimeMention.Repeat(RecurrenceRule rule, TimePart part)
                && rule.frequency() == Frequency.MONTHLY && rule.weekdays().isEmpty() && rule.monthDays().isEmpty()
                        ? onNth(found, rule)
                        : found;
    }

    /** "monthly" with its "on the last Friday". */
    private TimeFound onNth(TimeFound found, RecurrenceRule rule) {
        int at = text.skip(found.to(), "on");
        at = text.text(at, "the") ? at + 1 : at;
        int last = text.skip(at, "last_word");
        TimeMatch<Integer> ordinal = TimeNumbers.ordinal(text, at);
        int next = last > at ? last : ordinal == null ? at : ordinal.to();
        TimeWord weekday = next > at ? text.word(next, "weekday") : null;
        int nth = last > at ? -1 : ordinal == null ? 0 : ordinal.value();
        return weekday == null || nth > 5
                ? found
                : found(new RecurrenceRule(Frequency.MONTHLY, rule.interval(), List.of(weekday.number()), nth,
                        List.of(),
                        List.of(), null), found.from(), next + 1, 0.95);
    }

    private @Nullable TimeFound any(int i) {
        TimeFound found = every(i);
        if (found == null) {
            found = adverb(i);
        }
        if (found == null) {
            found = times(i);
        }
        if (found == null) {
            found = plural(i);
        }
        if (found == null) {
            found = dayOfEach(i);
        }
        return found == null ? everyOther(i) : found;
    }

    private static TimeFound found(RecurrenceRule rule, int from, int to, double confidence) {
        return new TimeFound(new TimeMention.Repeat(rule, null), TimeCue.NONE, from, to, confidence);
    }

    private @Nullable TimeFound every(int i) {
        int at = text.skipAny(i, "on", "in");
        int next = text.skip(at, "every");
        if (next == at) {
            next = text.skip(i, "every");
            if (next == i) {
                return null;
            }
        }
        next = text.text(next, "single") ? next + 1 : next;
        TimeFound found = everyNth(i, next);
        if (found == null) {
            found = everyUnit(i, next);
        }
        if (found == null) {
            found = everyWeekday(i, next, 1);
        }
        if (found == null) {
            found = everyPart(i, next);
        }
        return found == null ? everyDate(i, next) : found;
    }

    /** "every last Friday of the month", "every other Tuesday", "every third day", "every 2nd Tuesday of the month". */
    private @Nullable TimeFound everyNth(int i, int at) {
        TimeFound nth = nthOfMonth(i, at);
        if (nth != null) {
            return nth;
        }
        TimeWord other = text.word(at, "other");
        TimeMatch<Integer> ordinal = other == null ? TimeNumbers.ordinal(text, at) : null;
        int interval = other != null ? other.number() : ordinal != null ? ordinal.value() : 0;
        int next = other != null ? at + other.length() : ordinal != null ? ordinal.to() : at;
        if (interval < 2) {
            return null;
        }
        TimeWord unit = text.word(next, "unit");
        if (unit != null) {
            return found(RecurrenceRule.every(DurationStretch.of(interval, unit.key(), false)), i, next + 1, 0.95);
        }
        return everyWeekday(i, next, interval);
    }

    private @Nullable TimeFound nthOfMonth(int i, int at) {
        int nth = text.is(at, "last_word") ? -1 : 0;
        int next = text.skip(at, "last_word");
        TimeMatch<Integer> ordinal = nth == 0 ? TimeNumbers.ordinal(text, at) : null;
        if (ordinal != null) {
            nth = ordinal.value();
            next = ordinal.to();
        }
        TimeWord weekday = text.word(next, "weekday");
        TimeWord unit = text.word(next, "unit");
        boolean lastDay = nth == -1 && unit != null && unit.key().equals("day");
        int month = ofMonth(next + 1);
        if (nth == 0 || nth > 5 || next == at || (weekday == null && !lastDay) || month == next + 1 && nth > 0) {
            return null;
        }
        return found(weekday == null
                ? RecurrenceRule.onMonthDays(List.of(-1))
                : RecurrenceRule.onNth(nth, weekday.number()), i, month, 0.95);
    }

    /** The token after "of the month", "of every month", "каждого месяца"; {@code i} where it is not there. */
    private int ofMonth(int i) {
        int at = text.skipAny(i, "of", "each_unit", "on");
        int named = text.skipAny(at, "the", "each_unit", "every");
        TimeWord unit = text.word(named, "unit");
        return unit != null && unit.key().equals("month") && (named > i || durations.isCyrillic(named)) ? named + 1 : i;
    }

    private @Nullable TimeFound everyUnit(int i, int at) {
        TimeMatch<DurationStretch> stretch = durations.single(at);
        if (stretch == null) {
            TimeWord unit = text.word(at, "unit");
            return unit == null
                    ? null
                    : found(RecurrenceRule.every(DurationStretch.of(1, unit.key(), true)), i, at + 1, 0.95);
        }
        return found(RecurrenceRule.every(stretch.value()), i, stretch.to(), 0.95);
    }

    private @Nullable TimeFound everyWeekday(int i, int at, int interval) {
        if (text.is(at, "workdays")) {
            return found(RecurrenceRule.onWeekdays(1, WORKDAYS), i, text.skip(at, "workdays"), 0.95);
        }
        if (text.is(at, "weekend")) {
            return found(RecurrenceRule.onWeekdays(interval, WEEKEND), i, text.skip(at, "weekend"), 0.9);
        }
        TimeMatch<List<Integer>> list = weekdays(at, "weekday", "weekdays");
        return list == null ? null : found(RecurrenceRule.onWeekdays(interval, list.value()), i, list.to(), 0.95);
    }

    /** "Mon, Wed and Fri": the days and the token after the last. */
    @Nullable
    TimeMatch<List<Integer>> weekdays(int i, String kind, String other) {
        List<Integer> list = new ArrayList<>();
        int at = i;
        int end = i;
        while (list.size() < 7) {
            TimeWord day = text.word(at, kind);
            day = day == null ? text.word(at, other) : day;
            if (day == null) {
                break;
            }
            list.add(day.number());
            end = text.glued(at + 1, ".") && text.at(at).text().length() <= 4 && !text.edge(at + 2) ? at + 2 : at + 1;
            at = text.sign(end, ",") || text.sign(end, "/") || text.sign(end, "&") || text.sign(end, "+")
                    ? end + 1
                    : end;
            at = text.skip(at, "and");
            at = at > end ? text.skipAny(at, "on", "every", "po") : at;
        }
        return list.isEmpty() ? null : TimeMatch.of(list, end);
    }

    private @Nullable TimeFound everyPart(int i, int at) {
        TimeWord part = text.word(at, "part");
        if (part == null) {
            return null;
        }
        return new TimeFound(new TimeMention.Repeat(RecurrenceRule.every(1, Frequency.DAILY),
                TimePart.named(part.key())), TimeCue.NONE, i, at + part.length(), 0.95);
    }

    /** "every 15th", "каждое 8 марта", "every March 8", "every June". */
    private @Nullable TimeFound everyDate(int i, int at) {
        TimeMatch<TimeDay> day = days.day(at, true);
        if (day != null && day.value().shape() == TimeDay.Shape.MONTH_DAY) {
            return found(RecurrenceRule.onDate(day.value().month(), day.value().number()), i, day.to(), 0.95);
        }
        TimeMatch<List<Integer>> numbers = numbers(at);
        if (numbers != null) {
            int to = ofMonth(text.skip(numbers.to(), "number_word"));
            boolean thing = text.is(to, "not_day") || text.is(to, "unit");
            return thing ? null : found(RecurrenceRule.onMonthDays(numbers.value()), i, to, 0.9);
        }
        TimeWord month = text.word(at, "month");
        return month == null
                ? null
                : found(new RecurrenceRule(Frequency.YEARLY, 1, List.of(), 0, List.of(1), List.of(month.number()),
                        null), i, at + 1, 0.8);
    }

    /** Ordinals in a row: "1st and 15th". */
    private @Nullable TimeMatch<List<Integer>> numbers(int i) {
        List<Integer> list = new ArrayList<>();
        int at = i;
        int end = i;
        while (list.size() < 4) {
            TimeMatch<Integer> number = TimeNumbers.ordinal(text, at);
            if (number == null || number.value() < 1 || number.value() > 31) {
                break;
            }
            list.add(number.value());
            end = number.to();
            at = text.sign(end, ",") ? end + 1 : text.skip(end, "and");
            at = text.skip(at, "the");
        }
        return list.isEmpty() ? null : TimeMatch.of(list, end);
    }

    /** "daily", "ежемесячно", "nightly". As an adjective ("the weekly report") it repeats nothing. */
    private @Nullable TimeFound adverb(int i) {
        TimeWord word = text.word(i, "adverb");
        if (word == null) {
            return null;
        }
        int to = i + word.length();
        boolean adverb = durations.isCyrillic(i) || text.edge(to) || text.edge(i - 1) || text.at(to).isNumber()
                || text.is(to, "on") || text.is(to, "at") || text.is(to, "for") || text.is(to, "in")
                || text.is(to, "until") || text.is(to, "from") || text.is(to, "by") || text.is(to, "part_phrase")
                || text.is(to, "before") || text.is(to, "and") || text.is(to, "weekday") || text.is(to, "after");
        boolean noun = text.text(i - 1, "no") || text.is(i - 1, "the") || text.is(i - 1, "article")
                || text.is(i - 1, "this") || text.text(i - 1, "not");
        if (!adverb || noun) {
            return null;
        }
        String[] parts = word.key().split(" ");
        var rule = RecurrenceRule.every(Integer.parseInt(parts[1]), Frequency.valueOf(parts[0]));
        TimePart part = parts.length < 3 ? null : TimePart.named(parts[2].replace("2", ""));
        double confidence = text.edge(to) || durations.isCyrillic(i) ? 0.95 : 0.7;
        return new TimeFound(new TimeMention.Repeat(rule, part), TimeCue.NONE, i, to, confidence);
    }

    /** "once a week", "раз в две недели", "3 times a month", "2 раза в неделю". */
    private @Nullable TimeFound times(int i) {
        TimeWord word = text.word(i, "times");
        int count = word == null ? 0 : word.number();
        int at = word == null ? i : i + word.length();
        if (word == null) {
            TimeWord vague = text.word(i, "vague");
            TimeMatch<Integer> number = vague != null && vague.number() > 1
                    ? TimeMatch.of(vague.number(), i + vague.length())
                    : TimeNumbers.whole(text, i);
            if (number == null || !text.is(number.to(), "times_word")) {
                return null;
            }
            count = number.value();
            at = number.to() + 1;
        }
        int per = text.skip(at, "per");
        int each = text.skip(at, "each_unit");
        if (per == at && each == at || count < 1) {
            return null;
        }
        TimeMatch<DurationStretch> stretch = durations.stretch(Math.max(per, each));
        TimeWord unit = text.word(Math.max(per, each), "unit");
        if (stretch == null && unit == null) {
            return null;
        }
        DurationStretch length = stretch != null
                ? stretch.value()
                : DurationStretch.of(1, unit == null ? "day" : unit.key(), true);
        int to = stretch != null ? stretch.to() : Math.max(per, each) + 1;
        return found(spread(count, length), i, to, count == 1 ? 0.95 : 0.8);
    }

    /** So many times in a length, spread evenly. */
    private static RecurrenceRule spread(int count, DurationStretch length) {
        if (count == 1) {
            return RecurrenceRule.every(length);
        }
        return switch (length.unit()) {
            case WEEK -> RecurrenceRule.onWeekdays(length.whole(), switch (count) {
                case 2 -> List.of(1, 4);
                case 3 -> List.of(1, 3, 5);
                case 4 -> List.of(1, 2, 4, 5);
                case 5 -> WORKDAYS;
                default -> List.of(1, 2, 3, 4, 5, 6);
            });
            case MONTH -> length.whole() > 1
                    ? RecurrenceRule.every(Math.max(1, length.whole() / count),
                            Frequency.MONTHLY)
                    : RecurrenceRule.onMonthDays(count == 2 ? List.of(1, 15) : List.of(1, 11, 21));
            case YEAR -> RecurrenceRule.every(Math.max(1, 12 / count), Frequency.MONTHLY);
            case DAY -> length.whole() > 1
                    ? RecurrenceRule.every(Math.max(1, length.whole() / count), Frequency.DAILY)
                    : RecurrenceRule.every(Math.max(1, 12 / Math.min(12, count)), Frequency.HOURLY);
            case HOUR, MINUTE -> RecurrenceRule.every(Math.max(1, length.minutes() / count), Frequency.MINUTELY);
        };
    }

    /** "on Mondays and Wednesdays", "по вторникам", "по будням", "on weekends", "по 5-м числам". */
    private @Nullable TimeFound plural(int i) {
        if (text.is(i, "workday_span")) {
            return found(RecurrenceRule.onWeekdays(1, WORKDAYS), i, text.skip(i, "workday_span"), 0.8);
        }
        int at = text.skipAny(i, "on", "po");
        boolean po = text.is(i, "po");
        TimeToken word = text.at(at);
        if (text.is(at, "workdays") && (po || word.text().endsWith("days") || word.text().startsWith("в будни")
                || word.text().equals("будни")) && (at > i || word.text().endsWith("days"))) {
            return found(RecurrenceRule.onWeekdays(1, WORKDAYS), i, text.skip(at, "workdays"), 0.95);
        }
        if (po && text.is(at, "weekends") || at > i && word.text().equals("weekends")) {
            return found(RecurrenceRule.onWeekdays(1, WEEKEND), i, at + 1, 0.95);
        }
        TimeMatch<List<Integer>> days = po ? dayNumbers(at) : null;
        if (days != null) {
            return found(RecurrenceRule.onMonthDays(days.value()), i, days.to(), 0.95);
        }
        TimeMatch<List<Integer>> list = po
                ? weekdays(at, "weekdays", "weekday")
                : text.is(at, "weekdays") && (at > i || !durations.isCyrillic(at))
                        ? weekdays(at, "weekdays", "weekday")
                        : null;
        return list == null ? listed(i) : found(RecurrenceRule.onWeekdays(1, list.value()), i, list.to(), 0.95);
    }

    /** "1 и 15 числам", "5-м числам". */
    private @Nullable TimeMatch<List<Integer>> dayNumbers(int i) {
        List<Integer> list = new ArrayList<>();
        int at = i;
        while (list.size() < 4) {
            TimeMatch<Integer> number = TimeNumbers.ordinal(text, at);
            number = number == null ? TimeNumbers.whole(text, at) : number;
            if (number == null || number.value() < 1 || number.value() > 31) {
                return null;
            }
            list.add(number.value());
            if (text.is(number.to(), "number_word")) {
                return TimeMatch.of(list, number.to() + 1);
            }
            at = text.sign(number.to(), ",") ? number.to() + 1 : text.skip(number.to(), "and");
            if (at == number.to()) {
                return null;
            }
        }
        return null;
    }

    /** Three weekdays and more in a row, or two short ones under a colon: a timetable. */
    private @Nullable TimeFound listed(int i) {
        if (!text.is(i, "weekday")) {
            return null;
        }
        TimeMatch<List<Integer>> list = weekdays(i, "weekday", "weekday");
        return list == null || list.value().size() < 3
                ? null
                : found(RecurrenceRule.onWeekdays(1, list.value()), i, list.to(), 0.8);
    }

    /** "on the 15th each month", "1-го числа каждого месяца", "в последнюю пятницу каждого месяца". */
    private @Nullable TimeFound dayOfEach(int i) {
        int at = text.skipAny(i, "on", "by");
        at = text.text(at, "the") ? at + 1 : at;
        TimeMatch<List<Integer>> numbers = numbers(at);
        int number = numbers == null ? at : text.skip(numbers.to(), "number_word");
        if (numbers == null) {
            TimeMatch<Integer> plain = TimeNumbers.whole(text, at);
            if (plain != null && text.is(plain.to(), "number_word") && plain.value() >= 1 && plain.value() <= 31) {
                numbers = TimeMatch.of(List.of(plain.value()), plain.to());
                number = text.skip(plain.to(), "number_word");
            }
        }
        if (numbers != null && eachMonth(number) > number) {
            return found(RecurrenceRule.onMonthDays(numbers.value()), i, eachMonth(number), 0.95);
        }
        TimeFound nth = nthOfMonth(i, at);
        return nth != null && eachMonth(nth.to() - 2) > nth.to() - 2 && each(nth.to() - 2) ? nth : eachYear(i, at);
    }

    private boolean each(int i) {
        return text.is(i, "each_unit") || text.is(i, "every");
    }

    private @Nullable TimeFound eachYear(int i, int at) {
        if (!text.at(at).isNumber() && !text.is(at, "month") && !text.is(at, "ordinal")) {
            return null;
        }
        TimeMatch<TimeDay> day = days.day(at, true);
        int each = day == null ? at : text.skip(day.to(), "each_unit");
        TimeWord unit = text.word(each, "unit");
        return day == null || day.value().shape() != TimeDay.Shape.MONTH_DAY || each == day.to() || unit == null
                || !unit.key().equals("year")
                        ? null
                        : found(RecurrenceRule.onDate(day.value().month(), day.value().number()), i, each + 1, 0.95);
    }

    /** The token after "each month", "of every month". */
    private int eachMonth(int i) {
        int at = text.skipAny(i, "each_unit", "every");
        TimeWord unit = text.word(at, "unit");
        return at > i && unit != null && unit.key().equals("month") ? at + 1 : i;
    }

    /** "через воскресенье", "через день". */
    private @Nullable TimeFound everyOther(int i) {
        TimeWord weekday = text.text(i, "через") ? text.word(i + 1, "weekday") : null;
        return weekday == null
                ? null
                : found(RecurrenceRule.onWeekdays(2, List.of(weekday.number())), i, i + 2, 0.9);
    }
}
