package ptm.understanding.builtin.time;

import org.jspecify.annotations.Nullable;

/** Reads times from one hour to another: "14:00–15:30", "с двух до трёх", "between 8 and 12", "2-4pm". */
final class TimeClockSpanRules {

    private final TimeText text;
    private final TimeClockRules clocks;

    TimeClockSpanRules(TimeText text, TimeClockRules clocks) {
        this.text = text;
        this.clocks = clocks;
    }

    /** @param afterDay whether a day stands right before, so that "16-17" are hours */
    @Nullable
    TimeFound read(int i, boolean afterDay) {
        int from = text.skip(i, "from");
        boolean between = text.text(i, "between") || text.text(i, "между");
        int at = between ? i + 1 : from > i ? from : text.skip(i, "at");
        TimeMatch<TimeClock> first = from > i || between ? beforeWord(at) : null;
        if (first == null) {
            first = clocks.clock(at, true);
        }
        if (first == null) {
            first = beforeDash(at);
        }
        if (first == null) {
            return null;
        }
        int to = first.to();
        boolean dash = text.sign(to, "-");
        boolean word =
                (from > i || between) && (text.is(to, "until") || text.is(to, "clock_to") || text.is(to, "before")
                        || between && text.is(to, "and"));
        boolean shown = !dash && !word && marked(at, to) && (text.is(to, "until") || text.is(to, "clock_to")
                || text.text(to, "до"));
        if (!dash && !word && !shown) {
            return null;
        }
        TimeMatch<TimeClock> last = clocks.clock(dash ? to + 1 : text.skipAny(to, "until", "clock_to", "before", "and"),
                true);
        if (last == null || shown && !marked(to + 1, last.to())
                || dash && at == i && !afterDay && !marked(i, to) && !marked(to + 1, last.to())) {
            return null;
        }
        return span(i, first.value(), last.value(), last.to(), !between);
    }

    /** The hour of "from 2 to 3", which alone would be two minutes to three. */
    private @Nullable TimeMatch<TimeClock> beforeWord(int i) {
        TimeMatch<Integer> hour = TimeNumbers.whole(text, i);
        boolean to =
                hour != null && hour.value() <= 24 && (text.is(hour.to(), "clock_to") || text.is(hour.to(), "until"));
        return hour == null || !to ? null : TimeMatch.of(TimeClock.bare(hour.value(), 0), hour.to());
    }

    /** The hour of "2-4pm", which its dash would hide. */
    private @Nullable TimeMatch<TimeClock> beforeDash(int i) {
        TimeToken token = text.at(i);
        boolean hour = token.isNumber() && token.digits() <= 2 && token.number() <= 24 && text.sign(i + 1, "-")
                && !(text.at(i - 1).kind() == TimeToken.Kind.SIGN && !token.spaced() && text.at(i - 2).isNumber());
        return hour ? TimeMatch.of(TimeClock.bare(token.number(), 0), i + 1) : null;
    }

    /** Whether the tokens show a time by themselves: a colon, or "pm" and the like. */
    private boolean marked(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.sign(i, ":") || text.is(i, "meridiem") || text.is(i, "day_part")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable TimeFound span(int i, TimeClock first, TimeClock last, int to, boolean effort) {
        TimeClock start = first.certain() ? first : alike(first, last);
        TimeClock end = last.usual();
        if (end.minuteOfDay() <= start.minuteOfDay() && !last.certain() && last.hour() + 12 < 24) {
            end = TimeClock.sure(last.hour() + 12, last.minute());
        }
        if (end.minuteOfDay() <= start.minuteOfDay()) {
            end = new TimeClock(end.hour(), end.minute(), true, true);
        }
        return new TimeFound(new TimeMention.ClockSpan(start, end, effort), TimeCue.NONE, i, to, 0.95);
    }

    /** The first hour in the half of the day that the second was said in, if it fits before it. */
    private static TimeClock alike(TimeClock first, TimeClock last) {
        if (!last.certain()) {
            return first.usual();
        }
        TimeClock late = TimeClock.sure(first.hour() % 12 + 12, first.minute());
        TimeClock early = TimeClock.sure(first.hour() % 12, first.minute());
        boolean fits = late.minuteOfDay() < last.minuteOfDay();
        return fits && (last.minuteOfDay() - late.minuteOfDay() <= 6 * 60 || first.hour() <= 6)
                ? late
                : early.minuteOfDay() < last.minuteOfDay() ? early : first.usual();
    }
}
