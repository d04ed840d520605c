package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.time.RecurrenceRule.Frequency;

/** Reads recurrences by count: "once a week", "раз в две недели", "twice daily", "10 дней подряд". */
final class RecurrenceTimesRules {

    private final TimeText text;
    private final LocalDate today;
    private final DurationRules durations;

    RecurrenceTimesRules(TimeText text, LocalDate today) {
        this.text = text;
        this.today = today;
        this.durations = new DurationRules(text);
    }

    @Nullable
    TimeFound read(int i) {
        TimeMatch<Integer> count = count(i);
        if (count == null) {
            return inRow(i);
        }
        TimeMatch<DurationStretch> length = length(count.to());
        return length == null
                ? null
                : new TimeFound(new TimeMention.Repeat(spread(count.value(), length.value()), null), TimeCue.NONE, i,
                        length.to(), count.value() == 1 ? 0.95 : 0.8);
    }

    /** "once", "twice", "3 times", "пару раз". */
    @Nullable
    TimeMatch<Integer> count(int i) {
        TimeWord word = text.word(i, "times");
        if (word != null) {
            return TimeMatch.of(word.number(), i + word.length());
        }
        TimeWord vague = text.word(i, "vague");
        TimeMatch<Integer> number = vague != null && vague.number() > 1
                ? TimeMatch.of(vague.number(), i + vague.length())
                : TimeNumbers.whole(text, i);
        return number == null || number.value() < 1 || !text.is(number.to(), "times_word")
                ? null
                : TimeMatch.of(number.value(), number.to() + 1);
    }

    /** "a week", "в две недели", "each month", "daily". */
    private @Nullable TimeMatch<DurationStretch> length(int i) {
        TimeWord adverb = text.word(i, "adverb");
        if (adverb != null && adverb.key().endsWith(" 1")) {
            String unit = switch (adverb.key()) {
                case "HOURLY 1" -> "hour";
                case "DAILY 1" -> "day";
                case "WEEKLY 1" -> "week";
                case "MONTHLY 1" -> "month";
                default -> "year";
            };
            return TimeMatch.of(DurationStretch.of(1, unit, true), i + adverb.length());
        }
        int at = text.skipAny(i, "per", "each_unit");
        if (at == i) {
            return null;
        }
        TimeMatch<DurationStretch> stretch = durations.stretch(at);
        TimeWord unit = stretch == null ? text.word(at, "unit") : null;
        return unit == null ? stretch : TimeMatch.of(DurationStretch.of(1, unit.key(), true), at + 1);
    }

    /** "10 days in a row", "5 дней подряд". */
    private @Nullable TimeFound inRow(int i) {
        TimeMatch<DurationStretch> stretch = text.at(i).isNumber() || text.is(i, "number") ? durations.single(i) : null;
        int to = stretch == null ? i : text.skip(stretch.to(), "in_row");
        return stretch == null || to == stretch.to() || stretch.value().unit() != TimeUnit.DAY
                ? null
                : new TimeFound(new TimeMention.Repeat(RecurrenceRule.every(1, Frequency.DAILY)
                        .withUntil(stretch.value().after(today).minusDays(1)), null), TimeCue.NONE, i, to, 0.9);
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
                case 5 -> List.of(1, 2, 3, 4, 5);
                default -> List.of(1, 2, 3, 4, 5, 6);
            });
            case MONTH -> length.whole() > 1
                    ? RecurrenceRule.every(Math.max(1, length.whole() / count),
                            Frequency.MONTHLY)
                    : RecurrenceRule.onMonthDays(count == 2 ? List.of(1, 15) : List.of(1, 11, 21));
            case YEAR -> RecurrenceRule.every(Math.max(1, 12 / count), Frequency.MONTHLY);
            case DAY, WORKDAY -> length.whole() > 1
                    ? RecurrenceRule.every(Math.max(1, length.whole() / count), Frequency.DAILY)
                    : RecurrenceRule.every(Math.max(1, 12 / Math.min(12, count)), Frequency.HOURLY);
            case HOUR, MINUTE -> RecurrenceRule.every(Math.max(1, length.minutes() / count), Frequency.MINUTELY);
        };
    }
}
