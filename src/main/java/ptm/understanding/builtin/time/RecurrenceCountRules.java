package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.time.RecurrenceRule.Frequency;

/** Reads how often or how long something recurs: "next 5 Fridays", «3 раза по вторникам», «две недели каждый вечер». */
final class RecurrenceCountRules {

    private static final int MOST = 100;

    private final TimeText text;
    private final LocalDate today;
    private final DurationRules durations;
    private final RecurrenceTimesRules times;

    RecurrenceCountRules(TimeText text, LocalDate today) {
        this.text = text;
        this.today = today;
        this.durations = new DurationRules(text);
        this.times = new RecurrenceTimesRules(text, today);
    }

    /** @param repeat reads a recurrence that begins at a token */
    @Nullable
    TimeFound read(int i, IntFunction<@Nullable TimeFound> repeat) {
        TimeFound weekdays = weekdays(i);
        if (weekdays != null) {
            return weekdays;
        }
        TimeMatch<Integer> count = times.count(i);
        if (count != null && count.value() > 1 && count.value() <= MOST) {
            TimeFound found = repeat.apply(count.to());
            return found != null && found.mention() instanceof TimeMention.Repeat(RecurrenceRule rule, TimePart part)
                    && !rule.isByClock() && rule.until() == null
                            ? ends(i, found.to(), rule, part, rule.nth(count.value(), today))
                            : null;
        }
        return lasted(i, repeat);
    }

    /** "for the next five Fridays", «следующие четыре субботы», "3 Mondays in a row". */
    private @Nullable TimeFound weekdays(int i) {
        int at = coming(i);
        TimeMatch<Integer> count = TimeNumbers.whole(text, at);
        if (count == null || count.value() < 2 || count.value() > MOST) {
            return null;
        }
        TimeWord day = text.word(count.to(), "counted_weekday");
        day = day == null ? text.word(count.to(), "weekdays") : day;
        int end = day == null ? count.to() : count.to() + day.length();
        int row = text.skip(end, "in_row");
        boolean said = row > end || at > i && text.is(at - 1, "next_word");
        if (day == null || !said) {
            return null;
        }
        RecurrenceRule rule = RecurrenceRule.onWeekdays(1, List.of(day.number()));
        return ends(i, row, rule, null, rule.nth(count.value(), today));
    }

    /** Past "for the next", «в течение следующих»; {@code i} where nothing of the kind is said. */
    private int coming(int i) {
        int at = text.skip(text.skipAny(i, "for", "on", "during"), "the");
        return text.skip(at, "next_word");
    }

    /** «две недели каждый вечер», "for the next 3 weeks every evening". */
    private @Nullable TimeFound lasted(int i, IntFunction<@Nullable TimeFound> repeat) {
        if (text.is(i - 1, "every") || text.is(i - 1, "per") || text.is(i - 1, "in")) {
            return null;
        }
        TimeMatch<DurationStretch> length = length(coming(i));
        TimeFound found = length == null || length.to() == i ? null : repeat.apply(length.to());
        return found != null && length != null && isOften(found)
                && found.mention() instanceof TimeMention.Repeat(RecurrenceRule rule, TimePart part)
                && rule.until() == null
                        ? ends(i, found.to(), rule, part, length.value().after(today).minusDays(1))
                        : null;
    }

    private static boolean isOften(TimeFound found) {
        return found.mention() instanceof TimeMention.Repeat repeat
                && (repeat.rule().frequency() == Frequency.DAILY || repeat.rule().frequency() == Frequency.WEEKLY);
    }

    private @Nullable TimeMatch<DurationStretch> length(int i) {
        TimeMatch<DurationStretch> length = durations.single(i);
        return length != null && !length.value().unit().isClock() && !length.value().alone()
                && length.value().count() > 1 && !text.is(length.to(), "before_word") && !text.is(length.to(), "ago")
                        ? length
                        : null;
    }

    /** "каждый день три недели", "every Wednesday for the next six weeks", "on Mondays, 5 times": until then. */
    TimeFound lasting(TimeFound found, TimeMention.Repeat repeat) {
        RecurrenceRule rule = repeat.rule();
        if (rule.isByClock() || rule.until() != null || found.to() == found.from()) {
            return found;
        }
        int comma = text.sign(found.to(), ",") ? found.to() + 1 : found.to();
        TimeMatch<Integer> count = times.count(comma);
        if (count != null && count.value() > 1 && count.value() <= MOST && !text.is(count.to(), "per")
                && !text.is(count.to(), "each_unit") && rule.frequency() != Frequency.DAILY) {
            return ends(found.from(), count.to(), rule, repeat.part(), rule.nth(count.value(), today));
        }
        int coming = coming(found.to());
        boolean named = coming > found.to() && text.is(coming - 1, "next_word");
        int forLong = text.text(found.to(), "for") ? found.to() + 1 : text.skip(found.to(), "during");
        if (!named && forLong > found.to() && length(forLong) != null) {
            coming = forLong;
            named = true;
        }
        TimeMatch<DurationStretch> length =
                named || rule.frequency() == Frequency.DAILY && rule.interval() == 1
                        ? length(named ? coming : found.to())
                        : null;
        return length == null
                ? found
                : ends(found.from(), length.to(), rule, repeat.part(), length.value().after(today).minusDays(1));
    }

    private static TimeFound ends(int from, int to, RecurrenceRule rule, @Nullable TimePart part, LocalDate until) {
        return new TimeFound(new TimeMention.Repeat(rule.withUntil(until), part), TimeCue.NONE, from, to, 0.85);
    }
}
