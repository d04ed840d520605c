package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds the phrases about time in a text, left to right; of those that begin at one word the longest. */
public final class TimeGrammar {

    private final TimeText text;
    private final LocalDate today;
    private final TimeDayRules days;
    private final TimeSpanRules spans;
    private final TimeClockRules clocks;
    private final TimeClockSpanRules clockSpans;
    private final WhenRules whens;
    private final RecurrenceRules recurrences;
    private final TimeReminderRules reminders;
    private final DurationEffortRules efforts;
    private final boolean meeting;

    public TimeGrammar(TimeText text, ZonedDateTime now) {
        this.text = text;
        this.today = now.toLocalDate();
        this.days = new TimeDayRules(text, today);
        this.spans = new TimeSpanRules(text, today);
        this.clocks = new TimeClockRules(text);
        this.clockSpans = new TimeClockSpanRules(text, clocks);
        this.whens = new WhenRules(text, now);
        this.recurrences = new RecurrenceRules(text, today);
        this.reminders = new TimeReminderRules(text);
        this.efforts = new DurationEffortRules(text);
        this.meeting = text.has("meeting");
    }

    /** All phrases in the order of the text, none overlapping another. */
    public List<TimeFound> phrases() {
        List<TimeFound> found = new ArrayList<>();
        int i = 0;
        while (i < text.size()) {
            boolean afterDay = !found.isEmpty() && found.getLast().to() == i
                    && !(found.getLast().mention() instanceof TimeMention.Effort);
            TimeFound next = at(i, afterDay);
            if (next == null) {
                i++;
            } else {
                add(found, next);
                i = next.to();
            }
        }
        return found;
    }

    /** Adds a phrase; one that corrects the phrase before it ("Wednesday, no wait, Thursday") takes its place. */
    private void add(List<TimeFound> found, TimeFound next) {
        boolean denied = text.is(next.from() - 1, "denial") && !(next.mention() instanceof TimeMention.Effort);
        if (denied) {
            found.add(new TimeFound(new TimeMention.Past(), TimeCue.NONE, next.from(), next.to(), 0.8));
        } else if (!found.isEmpty() && corrects(found.getLast(), next)) {
            TimeFound wrong = found.removeLast();
            found.add(next.startingAt(wrong.from()));
        } else {
            found.add(next);
        }
    }

    private boolean corrects(TimeFound before, TimeFound next) {
        if (!before.mention().getClass().equals(next.mention().getClass()) || next.from() - before.to() > 6) {
            return false;
        }
        boolean said = false;
        for (int i = before.to(); i < next.from();) {
            int after = text.skip(i, "correction");
            said |= after > i;
            if (after == i && !(text.edge(i) && text.at(i).kind() == TimeToken.Kind.SIGN)) {
                return false;
            }
            i = Math.max(after, i + 1);
        }
        return said;
    }

    private @Nullable TimeFound at(int i, boolean afterDay) {
        TimeToken.Kind kind = text.at(i).kind();
        if (text.isPlain(i) || text.isQuoted(i) || kind == TimeToken.Kind.LINE
                || kind == TimeToken.Kind.SIGN && !text.sign(i, "~") && !text.sign(i, "≈")
                        && !text.sign(i, "@") && !text.sign(i, "½")) {
            return null;
        }
        TimeFound best = reminders.remind(i);
        best = longer(best, reminders.lead(i));
        best = longer(best, recurrences.read(i));
        best = longer(best, whens.read(i));
        best = longer(best, clockSpans.read(i, afterDay));
        best = longer(best, cued(i, afterDay));
        best = longer(best, partOf(i));
        return longer(best, efforts.read(i));
    }

    private static @Nullable TimeFound longer(@Nullable TimeFound one, @Nullable TimeFound other) {
        return one == null || other != null && other.length() > one.length() ? other : one;
    }

    /** A day, a span, a clock or a part of the day with the word before it. */
    private @Nullable TimeFound cued(int i, boolean afterDay) {
        TimeFound bare = time(i, i, TimeCue.NONE, false, afterDay);
        TimeFound best = bare;
        for (TimeCueWord word : TimeCueWord.at(text, i)) {
            best = longer(best, time(i, word.to(), word.cue(), true, false));
            int the = text.text(word.to(), "the") || text.text(word.to(), "this") ? word.to() + 1 : word.to();
            best = the > word.to() ? longer(best, time(i, the, word.cue(), true, false)) : best;
        }
        int in = text.skip(i, "in_period");
        if (in > i) {
            best = longer(best, span(i, in, TimeCue.ON));
            best = longer(best, span(i, text.skip(in, "the"), TimeCue.ON));
        }
        int hour = text.skip(i, "at");
        if (hour > i && !(text.text(hour, "час") && text.is(i - 1, "money"))) {
            TimeMatch<TimeClock> clock = clocks.clock(hour, true);
            best = clock == null
                    ? best
                    : longer(best, new TimeFound(new TimeMention.Clock(clock.value()), TimeCue.NONE, i, clock.to(),
                            0.9));
        }
        return best;
    }

    private @Nullable TimeFound time(int i, int at, TimeCue cue, boolean cued, boolean afterDay) {
        TimeFound best = day(i, at, cue, cued);
        best = longer(best, span(i, at, cue));
        TimeMatch<TimeClock> clock = clocks.clock(at, cued && cue != TimeCue.ON && cue != TimeCue.FOR);
        boolean half = text.text(at, "half") && afterDay;
        if (clock == null && !cued && (half || (afterDay || meeting) && clocks.dotted(at))) {
            clock = clocks.clock(at, true);
        }
        if (clock != null && !counted(i, at, clock)) {
            best = longer(best, new TimeFound(new TimeMention.Clock(clock.value()), cue, i, clock.to(), 0.9));
        }
        return longer(best, part(i, at, cue, afterDay));
    }

    /** Whether "с 3", "по 2" and such number a thing: "с 3 попытки". */
    private boolean counted(int i, int at, TimeMatch<TimeClock> clock) {
        boolean small = text.text(i, "с") || text.text(i, "со") || text.text(i, "по");
        TimeToken next = text.at(clock.to());
        return small && clock.to() == at + 1 && next.isWord() && !text.edge(clock.to()) && text.isPlain(clock.to())
                && !TimeDateNumbers.verbal(next) && !next.capital();
    }

    /** "an evening walk", "утренняя пробежка". */
    private @Nullable TimeFound partOf(int i) {
        TimeWord part = text.word(i, "part_adjective");
        boolean noun = text.at(i).isWord() && !text.russian() && !text.is(i, "meridiem");
        part = part == null && noun ? text.word(i, "part") : part;
        int to = part == null ? i : i + part.length();
        if (part == null || !text.is(to, "part_of") && !text.is(to, "meeting")) {
            return null;
        }
        return switch (TimePart.named(part.key())) {
            case MORNING, AFTERNOON, EVENING, NIGHT -> new TimeFound(
                    new TimeMention.PartOf(TimePart.named(part.key())), TimeCue.NONE, i, to, 0.7);
            case NOON, LUNCH, END_OF_DAY, TONIGHT, MIDNIGHT -> null;
        };
    }

    private @Nullable TimeFound day(int i, int at, TimeCue cue, boolean cued) {
        TimeMatch<TimeDay> day = days.day(at, cued);
        if (day == null || day.value().date().getYear() > TimeDayRules.LAST_YEAR) {
            return null;
        }
        boolean of = cue == TimeCue.FROM && (i > 0 && text.is(i - 1, "from_past") || text.text(i, "since"));
        boolean document = text.is(i - 1, "dated") && !cued || text.is(i - 1, "topic") && !cued;
        if (of || document || day.value().date().isBefore(today)) {
            return new TimeFound(new TimeMention.Past(), TimeCue.NONE, i, day.to(), 0.8);
        }
        int to = text.skip(day.to(), "including");
        TimeDay moved = cue == TimeCue.AFTER
                ? new TimeDay(day.value().date().plusDays(1), day.value().shape(), day.value().number(),
                        day.value().month())
                : day.value();
        return new TimeFound(new TimeMention.Day(moved), cue, i, to, cued ? 0.95 : 0.85);
    }

    private @Nullable TimeFound span(int i, int at, TimeCue cue) {
        TimeMatch<TimeSpanRules.Span> read = spans.span(at, cue);
        if (read == null) {
            return null;
        }
        TimeSpanRules.Span span = read.value();
        cue = cue == TimeCue.FOR && text.text(i, "на") && locative(i + 1, read.to()) ? TimeCue.ON : cue;
        if (cue == TimeCue.FOR && !span.edge() && !span.ends() && span.first().plusDays(25).isBefore(span.last())) {
            return new TimeFound(new TimeMention.Past(), TimeCue.NONE, i, read.to(), 0.8);
        }
        if (span.last().isBefore(today)
                || cue == TimeCue.FROM && (text.is(i - 1, "from_past") || text.text(i, "since"))) {
            return new TimeFound(new TimeMention.Past(), TimeCue.NONE, i, read.to(), 0.8);
        }
        LocalDate first = span.first().isBefore(today) ? today : span.first();
        boolean running = span.first().isBefore(today.plusDays(1));
        return switch (cue) {
            case BY, BEFORE, UNTIL -> found(i, read.to(), cue, span.edge() || running ? span.last() : first);
            case FROM -> span.ends()
                    ? new TimeFound(span.mention(), TimeCue.NONE, i, read.to(), 0.9)
                    : found(i, read.to(), cue, span.edge() && !span.first().equals(span.last())
                            ? first
                            : span.edge() ? span.last() : first);
            case AFTER -> found(i, read.to(), cue, span.last().plusDays(1));
            case NONE, ON, FOR, WITHIN -> new TimeFound(
                    new TimeSpanRules.Span(first, span.last(), span.edge(), span.ends()).mention(),
                    span.edge() && span.first().equals(span.last()) ? TimeCue.BY : cue, i, read.to(), 0.9);
        };
    }

    /** "на следующей неделе", "на выходных": then, where "на следующую неделю" is for then. */
    private boolean locative(int i, int to) {
        String last = text.at(to - 1).text();
        return last.equals("неделе") || last.equals("выходных") || last.equals("месяце") || last.equals("выхах")
                || last.endsWith("ах") && i < to;
    }

    private static TimeFound found(int i, int to, TimeCue cue, LocalDate date) {
        return new TimeFound(new TimeMention.Day(TimeDay.relative(date)), cue, i, to, 0.9);
    }

    /** "in the morning", "к вечеру", "tonight"; after a day also plain: "Friday evening". */
    private @Nullable TimeFound part(int i, int at, TimeCue cue, boolean afterDay) {
        TimeWord phrase = cue == TimeCue.NONE || cue.isDeadline() || cue == TimeCue.FOR
                ? text.word(at, "part_phrase")
                : null;
        TimeWord noun = afterDay || !text.is(at, "meridiem") ? text.word(at, "part") : null;
        if (noun != null && (phrase == null || noun.length() > phrase.length())) {
            boolean own = switch (TimePart.named(noun.key())) {
                case END_OF_DAY, TONIGHT -> true;
                case NOON, MIDNIGHT -> cue != TimeCue.NONE || afterDay || pointed(at, at + noun.length());
                case MORNING, AFTERNOON, EVENING, NIGHT -> afterDay || cue.isDeadline() || cue == TimeCue.AFTER;
                case LUNCH -> cue.isDeadline() || cue == TimeCue.AFTER;
            };
            phrase = own && !text.is(at + noun.length(), "not_effort_after") ? noun : phrase;
        }
        if (phrase == null || text.is(at + phrase.length(), "not_part")) {
            return null;
        }
        boolean today = text.text(at, "this") || phrase.key().equals("tonight");
        return new TimeFound(new TimeMention.Part(TimePart.named(phrase.key()), today), cue, i, at + phrase.length(),
                0.9);
    }

    /** Whether "noon" or "midnight" without a cue is a time: "noon: lunch", "noon tomorrow", not "midnight blue". */
    private boolean pointed(int at, int to) {
        return text.edge(to) || text.is(to, "relative_day") || text.is(to, "weekday")
                || text.edge(at - 1) && !text.is(to, "not_part") && text.at(at).text().equals("noon");
    }

    int tail(int token) {
        return reminders.tail(token);
    }
}
