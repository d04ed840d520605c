package ptm.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** Where a repeating task comes back: counted on the person's own calendar and clock, so that 9:00 stays 9:00. */
final class Recurrence {

    /** Some daily rule of two and a half centuries; beyond it the next occurrence is counted from now. */
    private static final int MAX_OCCURRENCES = 100_000;
    private static final int MAX_RULE = 500;

    /**
     * The occurrence after a finished one.
     *
     * @param task    not saved yet: the finished one's key, version 1, open, its dates moved
     * @param skipped occurrences between the two that were past already
     */
    record Next(Task task, int skipped) {}

    private final Task task;
    private final Instant now;
    private final ZoneId zone;
    private final RepeatEnd rule;
    private final boolean byDay;
    private final LocalDateTime origin;

    private Recurrence(Task task, String rule, Instant now, ZoneId zone) {
        this.task = task;
        this.now = now;
        this.zone = zone;
        this.rule = RepeatEnd.of(rule);
        When anchor = task.due() != null ? task.due() : task.start();
        this.byDay = !(anchor instanceof When.Moment);
        this.origin = local(anchor == null ? new When.Day(LocalDate.ofInstant(task.createdAt(), zone)) : anchor);
    }

    /** The next occurrence of a task finished now, or null where it does not repeat or its rule has come to its end. */
    static @Nullable Next after(Task task, Instant now, ZoneId zone) {
        return task.repeat() == null ? null : new Recurrence(task, task.repeat(), now, zone).next();
    }

    /** The rule in its canonical form. */
    static String check(String at, String text) {
        String bare = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        try {
            RecurrenceRule rule = new RecurrenceRule(bare, RfcMode.RFC5545_STRICT);
            boolean tooOften = rule.getFreq() == Freq.SECONDLY || rule.getFreq() == Freq.MINUTELY;
            if (bare.length() <= MAX_RULE && !tooOften && happens(bare))
                return rule.toString();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException _) {
            // refused below
        }
        throw new RefusedValue(at, "A repeat is an RFC 5545 RRULE, hourly or slower, such as FREQ=WEEKLY;BYDAY=MO.");
    }

    private static boolean happens(String rule) throws InvalidRecurrenceRuleException {
        RepeatEnd end = RepeatEnd.of(rule);
        return iterator(end.rule(), LocalDateTime.of(2000, 1, 1, 0, 0)).hasNext();
    }

    private @Nullable Next next() {
        boolean undated = task.due() == null && task.start() == null;
        return undated || task.repeatFrom() == RepeatFrom.DONE ? from(seedOfNow(), 0) : from(origin, 0);
    }

    /** Today at the task's own time of day; for a rule by the hour, this minute. */
    private LocalDateTime seedOfNow() {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        return rule.isHourly() && !byDay
                ? here.truncatedTo(ChronoUnit.MINUTES)
                : here.toLocalDate().atTime(origin.toLocalTime());
    }

    private @Nullable Next from(LocalDateTime seed, int skippedBefore) {
        RecurrenceRuleIterator occurrences = iterator(rule.rule(), seed);
        LocalDateTime last = seed;
        int skipped = 0;
        while (occurrences.hasNext()) {
            LocalDateTime at = local(occurrences.nextDateTime());
            if (!at.isAfter(last))
                continue;
            last = at;
            if (rule.isOver(byDay ? at.toLocalDate().atStartOfDay() : at, zone))
                return null;
            if (!isPast(at))
                return occurrence(at, skippedBefore + skipped);
            if (++skipped > MAX_OCCURRENCES)
                return from(seedOfNow(), skippedBefore + skipped);
        }
        return null;
    }

    private @Nullable Next occurrence(LocalDateTime at, int skipped) {
        String repeat = rule.after(skipped + 1);
        return repeat == null ? null : new Next(moved(at, repeat), skipped);
    }

    private boolean isPast(LocalDateTime at) {
        return byDay
                ? at.toLocalDate().isBefore(LocalDate.ofInstant(now, zone))
                : !at.atZone(zone).toInstant().isAfter(now);
    }

    private Task moved(LocalDateTime to, String repeat) {
        TaskBuilder next = TaskBuilder.of(task);
        next.version = 1;
        next.status = Status.OPEN;
        next.createdAt = now;
        next.doneAt = null;
        next.spentMinutes = 0;
        next.repeat = repeat;
        next.previous = task.id();
        next.hiddenUntil = null;
        next.waitsFor = "";
        next.provenance.keySet().removeAll(Set.of(Field.STATUS, Field.HIDDEN_UNTIL, Field.WAITS_FOR));
        next.subtasks = task.subtasks().stream().map(step -> step.ticked(false)).toList();
        next.due = task.due() == null ? null : shifted(task.due(), to);
        next.start = task.start() != null
                ? shifted(task.start(), to)
                : task.due() == null ? new When.Day(to.toLocalDate()) : null;
        next.reviews = task.reviews().stream().map(when -> shifted(when, to)).toList();
        next.reminders = task.reminders().stream().map(moment -> shifted(moment, to)).toList();
        return next.build();
    }

    private When shifted(When when, LocalDateTime to) {
        return switch (when) {
            case When.Day(LocalDate date) -> new When.Day(date.plusDays(days(to)));
            case When.Moment(Instant instant) -> new When.Moment(shifted(instant, to));
        };
    }

    private Instant shifted(Instant moment, LocalDateTime to) {
        Duration clock = Duration.between(origin.toLocalTime(), to.toLocalTime());
        return LocalDateTime.ofInstant(moment, zone).plusDays(days(to)).plus(clock).atZone(zone).toInstant();
    }

    private long days(LocalDateTime to) {
        return ChronoUnit.DAYS.between(origin.toLocalDate(), to.toLocalDate());
    }

    private LocalDateTime local(When when) {
        return switch (when) {
            case When.Day(LocalDate date) -> date.atStartOfDay();
            case When.Moment(Instant instant) -> LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS);
        };
    }

    private LocalDateTime local(DateTime at) {
        LocalDate day = LocalDate.of(at.getYear(), at.getMonth() + 1, at.getDayOfMonth());
        return byDay ? day.atTime(origin.toLocalTime()) : day.atTime(at.getHours(), at.getMinutes(), at.getSeconds());
    }

    private static RecurrenceRuleIterator iterator(RecurrenceRule rule, LocalDateTime seed) {
        return rule
                .iterator(new DateTime(seed.getYear(), seed.getMonthValue() - 1, seed.getDayOfMonth(), seed.getHour(),
                        seed.getMinute(), seed.getSecond()));
    }
}
