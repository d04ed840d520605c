package ptm.understanding.builtin.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/** Reads times counted from another: "in 2 hours", "через неделю", "a week from Friday", "3 days ago". */
final class WhenRules {

    private final TimeText text;
    private final ZonedDateTime now;
    private final DurationRules durations;
    private final TimeDayRules days;

    WhenRules(TimeText text, ZonedDateTime now) {
        this.text = text;
        this.now = now;
        this.durations = new DurationRules(text);
        this.days = new TimeDayRules(text, now.toLocalDate());
    }

    @Nullable
    TimeFound read(int i) {
        TimeFound found = counted(i);
        if (found != null && isTooFar(found)) {
            return new TimeFound(new TimeMention.Past(), TimeCue.NONE, found.from(), found.to(), 0.5);
        }
        if (found == null) {
            found = minutesTo(i);
        }
        if (found == null && !text.has("remind")) {
            found = ahead(i);
        }
        if (found == null) {
            found = after(i);
        }
        return found == null ? past(i) : found;
    }

    private static boolean isTooFar(TimeFound found) {
        return switch (found.mention()) {
            case TimeMention.Day(TimeDay day) -> day.date().getYear() > TimeDayRules.LAST_YEAR;
            case TimeMention.Moment(ZonedDateTime at) -> at.getYear() > TimeDayRules.LAST_YEAR;
            default -> false;
        };
    }

    /** "без двадцати выходим": twenty minutes to the next full hour that it can be. */
    private @Nullable TimeFound minutesTo(int i) {
        if (!text.is(i, "clock_without")) {
            return null;
        }
        int quarter = text.skip(i + 1, "clock_quarter_of");
        TimeMatch<Integer> minutes = quarter > i + 1 ? TimeMatch.of(15, quarter) : TimeNumbers.whole(text, i + 1);
        String next = minutes == null ? "" : text.at(minutes.to()).text();
        boolean verb = minutes != null && (text.edge(minutes.to())
                || TimeDateNumbers.verbal(text.at(minutes.to())) || next.length() > 4 && next.endsWith("м"));
        if (minutes == null || !verb || minutes.value() > 30 || minutes.value() % 5 != 0 || minutes.value() < 5) {
            return null;
        }
        ZonedDateTime at = now.withMinute(60 - minutes.value()).withSecond(0).withNano(0);
        return new TimeFound(new TimeMention.Moment(at.isAfter(now) ? at : at.plusHours(1)), TimeCue.NONE, i,
                minutes.to(), 0.8);
    }

    /** "in 2 hours", "через неделю в среду", "within two days", "в течение часа". */
    private @Nullable TimeFound counted(int i) {
        TimeWord unit = text.text(i + 1, "через") ? text.word(i, "unit") : null;
        TimeMatch<Double> about = unit == null ? null : TimeNumbers.any(text, i + 2);
        if (unit != null && about != null) {
            DurationStretch length = DurationStretch.of(about.value(), unit.key(), false);
            return new TimeFound(length.unit().isClock()
                    ? new TimeMention.Moment(length.after(now))
                    : new TimeMention.Day(TimeDay.relative(length.after(now.toLocalDate()))), TimeCue.NONE, i,
                    about.to(), 0.9);
        }
        int in = text.skip(i, "in");
        boolean within = text.skip(i, "within") > in && !(text.text(i, "за") && text.skip(i, "within") == i + 1);
        int at = within ? text.skip(i, "within") : in;
        if (at == i) {
            return null;
        }
        at = text.skip(at, "approx");
        TimeMatch<DurationStretch> stretch = durations.stretch(at);
        TimeWord single = stretch == null && within ? text.word(at, "unit") : null;
        if (single != null && text.text(at - 1, "next")) {
            stretch = TimeMatch.of(DurationStretch.of(1, single.key(), false), at + 1);
        }
        if (stretch == null || !within && text.text(i, "in") && stretch.value().alone()) {
            return null;
        }
        TimeMatch<TimeDay> anchor = anchor(stretch);
        if (anchor != null) {
            return new TimeFound(new TimeMention.Day(anchor.value()), TimeCue.NONE, i, anchor.to(), 0.95);
        }
        int to = stretch.to();
        if (text.sign(to, "'") || text.sign(to, "’")) {
            to++;
        }
        to = text.text(to, "time") ? to + 1 : to;
        if (stretch.value().unit().isClock()) {
            return new TimeFound(new TimeMention.Moment(stretch.value().after(now)),
                    within ? TimeCue.WITHIN : TimeCue.NONE, i, to, 0.95);
        }
        LocalDate date = stretch.value().after(now.toLocalDate());
        TimeMatch<LocalDate> weekday = within ? null : weekdayAfter(to, stretch.value(), date);
        return new TimeFound(new TimeMention.Day(TimeDay.relative(weekday == null ? date : weekday.value())),
                within ? TimeCue.WITHIN : TimeCue.NONE, i, weekday == null ? to : weekday.to(), 0.95);
    }

    /** "через неделю в среду": Wednesday of that week. */
    private @Nullable TimeMatch<LocalDate> weekdayAfter(int i, DurationStretch stretch, LocalDate date) {
        int at = text.skip(i, "on");
        TimeWord weekday = stretch.unit() == TimeUnit.WEEK && at > i ? text.word(at, "weekday") : null;
        return weekday == null
                ? null
                : TimeMatch.of(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusDays(weekday.number() - 1L), at + 1);
    }

    /** "2 days from now", "a week from Friday", "two weeks after 3 May". */
    private @Nullable TimeFound after(int i) {
        if (!text.at(i).isNumber() && !text.is(i, "number") && !text.is(i, "vague") && !text.is(i, "amount")) {
            return null;
        }
        TimeMatch<DurationStretch> stretch = durations.stretch(i);
        if (stretch == null) {
            return null;
        }
        int later = text.skip(stretch.to(), "later");
        if (later > stretch.to()) {
            return new TimeFound(stretch.value().unit().isClock()
                    ? new TimeMention.Moment(stretch.value().after(now))
                    : new TimeMention.Day(TimeDay.relative(stretch.value().after(now.toLocalDate()))), TimeCue.NONE, i,
                    later, 0.9);
        }
        TimeMatch<TimeDay> day = anchor(stretch);
        return day == null
                ? null
                : new TimeFound(new TimeMention.Day(day.value()), TimeCue.NONE, i, day.to(), 0.95);
    }

    /** "two days before 5 May", "за неделю до 1 июня": that day. */
    private @Nullable TimeFound ahead(int i) {
        int at = text.skip(i, "lead_cue");
        TimeMatch<DurationStretch> stretch = at > i || text.at(i).isNumber() || text.is(i, "number")
                || text.is(i, "vague") ? durations.stretch(at) : null;
        int before = stretch == null ? i : text.skip(stretch.to(), "before_word");
        if (stretch == null || before == stretch.to() || stretch.value().unit().isClock()) {
            return null;
        }
        TimeMatch<TimeDay> day = days.day(before, true);
        return day == null
                ? null
                : new TimeFound(new TimeMention.Day(TimeDay.relative(stretch.value().before(day.value().date()))),
                        TimeCue.BY, i, day.to(), 0.95);
    }

    /** A length from a day said after it: "a week from Friday", "через неделю после 5 мая", "two weeks on Monday". */
    private @Nullable TimeMatch<TimeDay> anchor(TimeMatch<DurationStretch> stretch) {
        int from = text.skip(stretch.to(), "from_day");
        boolean weeks = stretch.value().unit() == TimeUnit.WEEK
                && (text.text(from, "on") || text.is(from, "relative_day"));
        from = weeks && text.text(from, "on") ? from + 1 : from;
        TimeMatch<TimeDay> day = (from > stretch.to() || weeks) && !stretch.value().unit().isClock()
                ? days.day(from, true)
                : null;
        return day == null
                ? null
                : TimeMatch.of(TimeDay.relative(stretch.value().after(day.value().date())), day.to());
    }

    /** "yesterday", "3 days ago", "last Friday", "на прошлой неделе". */
    private @Nullable TimeFound past(int i) {
        int at = text.skipAny(i, "on", "in", "for", "from");
        int day = text.skip(at, "past_day");
        if (day > at) {
            return gone(i, day);
        }
        int last = text.skip(at, "last");
        if (last > at && (text.is(last, "weekday") || text.is(last, "month") || text.is(last, "weekend")
                || isCalendarUnit(last))) {
            return gone(i, last + 1);
        }
        TimeMatch<DurationStretch> stretch = durations.stretch(i);
        int ago = stretch == null ? i : text.skip(stretch.to(), "ago");
        return stretch != null && ago > stretch.to() ? gone(i, ago) : null;
    }

    private boolean isCalendarUnit(int i) {
        TimeWord unit = text.word(i, "unit");
        return unit != null && !unit.key().equals("minute") && !unit.key().equals("hour");
    }

    private static TimeFound gone(int from, int to) {
        return new TimeFound(new TimeMention.Past(), TimeCue.NONE, from, to, 0.9);
    }
}
