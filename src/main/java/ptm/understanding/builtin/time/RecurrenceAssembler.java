package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.task.DueKind;
import ptm.task.When;
import ptm.understanding.builtin.time.RecurrenceRule.Frequency;

/** Puts a recurrence together with the days and times said beside it, and finds its first occurrence. */
final class RecurrenceAssembler {

    private final TimeScene scene;
    private final TimeMoments moments;
    private final List<TimeFound> found;
    private final TimeText text;
    private final boolean deadline;
    private final List<TimeFound> used = new ArrayList<>();
    private RecurrenceRule rule = RecurrenceRule.every(1, Frequency.DAILY);
    private LocalDate from;
    private @Nullable TimePart part;
    private @Nullable TimeFound clock;

    RecurrenceAssembler(TimeScene scene, List<TimeFound> found, TimeMoments moments, TimeText text) {
        this.scene = scene;
        this.moments = moments;
        this.found = List.copyOf(found);
        this.text = text;
        this.deadline = text.has("finish");
        this.from = scene.today();
    }

    /** The phrases that belong to it. */
    List<TimeFound> read() {
        rules();
        for (TimeFound phrase : found) {
            switch (phrase.mention()) {
                case TimeMention.Day(TimeDay day) -> day(phrase, day);
                case TimeMention.Stretch(DurationStretch length) when !text.text(phrase.from(), "на") -> {
                    rule = rule.withUntil(length.after(from).minusDays(1));
                    used.add(phrase);
                }
                case TimeMention.Span span when phrase.cue() != TimeCue.FOR || span.dates() -> {
                    from = span.first().isAfter(from) ? span.first() : from;
                    rule = rule.withUntil(span.last());
                    used.add(phrase);
                }
                default -> {
                }
            }
        }
        clock = found.stream().filter(phrase -> phrase.mention() instanceof TimeMention.Clock
                || phrase.mention() instanceof TimeMention.ClockSpan).findFirst()
                .or(() -> found.stream().filter(phrase -> phrase.mention() instanceof TimeMention.Part).findFirst())
                .orElse(null);
        if (clock != null) {
            used.add(clock);
            found.stream().filter(phrase -> phrase.mention() instanceof TimeMention.Part && phrase != clock)
                    .forEach(phrase -> {
                        part = phrase.mention() instanceof TimeMention.Part named ? named.part() : part;
                        used.add(phrase);
                    });
        }
        return used;
    }

    @Nullable
    TimeFound clock() {
        return clock;
    }

    private void rules() {
        boolean first = true;
        for (TimeFound phrase : found) {
            if (phrase.mention() instanceof TimeMention.Repeat(RecurrenceRule said, TimePart named)) {
                rule = first ? said : rule.with(said);
                part = named == null ? part : named;
                first = false;
                used.add(phrase);
            }
        }
    }

    /** A day beside a recurrence makes it exact, begins it or ends it. */
    private void day(TimeFound phrase, TimeDay day) {
        RecurrenceRule exact = exact(day);
        if (phrase.cue().isStart() || phrase.cue() == TimeCue.NONE && day.shape() == TimeDay.Shape.RELATIVE) {
            from = day.date().isAfter(from) ? day.date() : from;
            used.add(phrase);
        } else if (exact != null && phrase.cue() != TimeCue.FOR) {
            rule = exact;
            used.add(phrase);
        } else if (phrase.cue().isDeadline()) {
            rule = rule.withUntil(phrase.cue() == TimeCue.WITHIN ? day.date().minusDays(1) : day.date());
            used.add(phrase);
        }
    }

    private @Nullable RecurrenceRule exact(TimeDay day) {
        boolean bare = rule.weekdays().isEmpty() && rule.monthDays().isEmpty();
        if (!bare) {
            return null;
        }
        return switch (day.shape()) {
            case WEEKDAY -> rule.frequency() == Frequency.WEEKLY
                    ? RecurrenceRule.onWeekdays(rule.interval(), List.of(day.number()))
                    : null;
            case MONTH_NUMBER -> rule.frequency() == Frequency.MONTHLY
                    ? new RecurrenceRule(Frequency.MONTHLY,
                            rule.interval(), List.of(), List.of(), List.of(day.number()), List.of(), null)
                    : null;
            case NTH_WEEKDAY -> rule.frequency() == Frequency.MONTHLY && day.number() > 0
                    ? RecurrenceRule.onNth(day.month(), day.number())
                    : null;
            case MONTH_DAY -> rule.frequency() == Frequency.YEARLY && rule.interval() == 1
                    ? RecurrenceRule.onDate(day.month(), day.number())
                    : null;
            case RELATIVE, FULL -> null;
        };
    }

    /** The rule and its first occurrence from today: of one with a time the first that is still to come. */
    TimeValue.Repeat value() {
        if (rule.isByClock() && from.isAfter(scene.today())) {
            return new TimeValue.Repeat(rule.text(), new When.Day(from), DueKind.BY);
        }
        if (rule.isByClock()) {
            long minutes = rule.frequency() == Frequency.HOURLY ? rule.interval() * 60L : rule.interval();
            return new TimeValue.Repeat(rule.text(),
                    new When.Moment(scene.now().plusMinutes(minutes).toInstant()), DueKind.AT);
        }
        LocalDate first = rule.first(from);
        boolean by = deadline || used.stream().anyMatch(phrase -> isClock(phrase) && phrase.cue().isDeadline());
        if (clock == null && part == null) {
            return new TimeValue.Repeat(rule.text(), new When.Day(first), DueKind.BY);
        }
        LocalDateTime local = on(first);
        if (moments.isGone(moments.instant(local))) {
            local = on(rule.first(first.plusDays(1)));
        }
        return new TimeValue.Repeat(rule.text(), new When.Moment(moments.instant(local)),
                by ? DueKind.BY : DueKind.AT);
    }

    private static boolean isClock(TimeFound phrase) {
        return phrase.mention() instanceof TimeMention.Clock || phrase.mention() instanceof TimeMention.Part;
    }

    private LocalDateTime on(LocalDate day) {
        return switch (clock == null ? null : clock.mention()) {
            case TimeMention.Clock(TimeClock time) -> (part == null ? time : time.in(part)).usual().on(day);
            case TimeMention.ClockSpan(TimeClock begin, TimeClock end, boolean effort) -> begin.usual().on(day);
            case TimeMention.Part(TimePart named, boolean today) -> named.on(day, scene.times());
            case null, default -> (part == null ? TimePart.MORNING : part).on(day, scene.times());
        };
    }
}
