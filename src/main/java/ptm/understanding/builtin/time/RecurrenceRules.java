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
    private final RecurrenceDateRules dates;
    private final RecurrenceTimesRules times;
    private final RecurrenceCountRules counts;

    RecurrenceRules(TimeText text, LocalDate today) {
        this.text = text;
        this.durations = new DurationRules(text);
        this.dates = new RecurrenceDateRules(text, new TimeDayRules(text, today));
        this.times = new RecurrenceTimesRules(text, today);
        this.counts = new RecurrenceCountRules(text, today);
    }

    @Nullable
    TimeFound read(int i) {
        TimeFound found = said(i);
        if (found == null) {
            return counts.read(i, this::said);
        }
        return found != null && found.mention() instanceof TimeMention.Repeat(RecurrenceRule rule, TimePart part)
                && rule.frequency() == Frequency.MONTHLY && rule.weekdays().isEmpty() && rule.monthDays().isEmpty()
                        ? onNth(found, rule)
                        : found;
    }

    private @Nullable TimeFound said(int i) {
        TimeFound found = any(i);
        if (found == null || !(found.mention() instanceof TimeMention.Repeat(RecurrenceRule said, TimePart part))) {
            return found;
        }
        TimeFound whole = part == null ? without(found, said) : found;
        return whole.mention() instanceof TimeMention.Repeat repeat ? counts.lasting(whole, repeat) : whole;
    }

    /** "every day except weekends", "каждый день, кроме воскресенья". */
    private TimeFound without(TimeFound found, RecurrenceRule rule) {
        int at = text.sign(found.to(), ",") ? found.to() + 1 : found.to();
        int except = text.skip(at, "except");
        int named = text.skipAny(except, "on", "the");
        if (except == at) {
            return found;
        }
        if (text.is(named, "weekend")) {
            return found(rule.without(WEEKEND), found.from(), named + 1, 0.95);
        }
        TimeMatch<List<Integer>> days = weekdays(named, "weekday", "weekdays");
        return days == null ? found : found(rule.without(days.value()), found.from(), days.to(), 0.95);
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
                : found(new RecurrenceRule(Frequency.MONTHLY, rule.interval(), List.of(weekday.number()),
                        List.of(nth), List.of(), List.of(), null), found.from(), next + 1, 0.95);
    }

    private @Nullable TimeFound any(int i) {
        TimeFound found = every(i);
        if (found == null) {
            found = adverb(i);
        }
        if (found == null) {
            found = times.read(i);
        }
        if (found == null) {
            found = everyOther(i);
        }
        if (found == null) {
            found = plural(i);
        }
        return found == null ? dates.read(i) : found;
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
        return found == null ? dates.every(i, next) : found;
    }

    /** "every last Friday of the month", "every other Tuesday", "every third day", "every 2nd Tuesday of the month". */
    private @Nullable TimeFound everyNth(int i, int at) {
        TimeFound nth = dates.nthOfMonth(i, at);
        if (nth != null) {
            return nth;
        }
        TimeWord other = text.word(at, "other");
        TimeMatch<Integer> ordinal = other == null ? TimeNumbers.ordinal(text, at) : null;
        int interval = other != null ? other.number() : ordinal != null ? ordinal.value() : 0;
        int next = other != null ? at + other.length() : ordinal != null ? ordinal.to() : at;
        if (interval < 2) {
            TimeWord first = interval == 1 ? text.word(next, "weekday") : null;
            return first == null ? null : found(RecurrenceRule.onNth(1, first.number()), i, next + 1, 0.9);
        }
        TimeWord unit = text.word(next, "unit");
        if (unit != null) {
            return found(RecurrenceRule.every(DurationStretch.of(interval, unit.key(), false)), i, next + 1, 0.95);
        }
        return everyWeekday(i, next, interval);
    }

    private @Nullable TimeFound everyUnit(int i, int at) {
        TimeMatch<DurationStretch> stretch = durations.single(at);
        if (stretch == null) {
            TimeWord unit = text.word(at, "unit");
            TimeFound edge = text.is(at + 1, "end") ? dates.edge(i, at, true) : null;
            return unit == null || edge != null
                    ? edge == null ? null : new TimeFound(edge.mention(), edge.cue(), i, at + 2, edge.confidence())
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
        TimeMatch<List<Integer>> days = po ? dates.numbers(at) : null;
        if (days != null && text.is(days.to() - 1, "number_word")) {
            return found(RecurrenceRule.onMonthDays(days.value()), i, days.to(), 0.95);
        }
        TimeFound nths = dates.nths(i, at, po);
        if (nths != null) {
            return nths;
        }
        TimeFound habit = habit(i, at);
        if (habit != null) {
            return habit;
        }
        TimeMatch<List<Integer>> list = po
                ? weekdays(at, "weekdays", "weekday")
                : text.is(at, "weekdays") && !text.is(at, "weekday") && (at > i || !durations.isCyrillic(at))
                        ? weekdays(at, "weekdays", "weekday")
                        : null;
        return list == null || text.is(list.to(), "not_weekday")
                ? listed(i)
                : found(RecurrenceRule.onWeekdays(1, list.value()), i, list.to(), 0.95);
    }

    /** "Saturday mornings", "weekday evenings", "weekends:": several of them. */
    private @Nullable TimeFound habit(int i, int at) {
        if (durations.isCyrillic(at)) {
            return null;
        }
        TimeMatch<List<Integer>> days = text.is(at, "workdays")
                ? TimeMatch.of(WORKDAYS, text.skip(at, "workdays"))
                : text.is(at, "weekend")
                        ? TimeMatch.of(WEEKEND, at + 1)
                        : weekdays(at, "weekday", "weekdays");
        if (days == null) {
            return null;
        }
        String part = text.at(days.to()).text();
        boolean several = text.is(days.to(), "part") && part.endsWith("s") && days.to() > at;
        boolean heading = text.at(at).text().equals("weekends") && text.sign(at + 1, ":");
        return several || heading ? found(RecurrenceRule.onWeekdays(1, days.value()), i, days.to(), 0.9) : null;
    }

    /** Three weekdays and more in a row, or two short ones that are no neighbours ("tue/thu"): a timetable. */
    private @Nullable TimeFound listed(int i) {
        if (!text.is(i, "weekday") || text.is(i - 1, "weekday")) {
            return null;
        }
        TimeMatch<List<Integer>> list = weekdays(i, "weekday", "weekday");
        if (list == null || list.value().size() < 2 || list.value().size() == 2 && !timetable(i, list)) {
            return null;
        }
        return found(RecurrenceRule.onWeekdays(1, list.value()), i, list.to(), 0.8);
    }

    private boolean timetable(int i, TimeMatch<List<Integer>> pair) {
        int apart = Math.abs(pair.value().getFirst() - pair.value().getLast());
        boolean shortened = text.at(i).text().length() <= 5 && text.at(pair.to() - 1).text().length() <= 5;
        return shortened && apart > 1 && apart < 6;
    }

    /** "через воскресенье", "alternate Thursdays". */
    private @Nullable TimeFound everyOther(int i) {
        int at = text.text(i, "через") ? i + 1 : text.skip(text.skip(i, "on"), "alternate");
        boolean said = text.text(i, "через") || at > i && text.is(at - 1, "alternate");
        TimeWord weekday = said ? text.word(at, "weekday") : null;
        weekday = weekday == null && said ? text.word(at, "weekdays") : weekday;
        return weekday == null
                ? null
                : found(RecurrenceRule.onWeekdays(2, List.of(weekday.number())), i, at + 1, 0.9);
    }
}
