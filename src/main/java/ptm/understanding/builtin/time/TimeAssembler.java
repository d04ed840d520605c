package ptm.understanding.builtin.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import ptm.task.DueKind;
import ptm.task.When;

/** Puts the phrases of one task's text together: a day with its time, a recurrence with both, reminders around them. */
final class TimeAssembler {

    /** A phrase and what it gave. */
    private record Given(TimeFound found, TimeValue value) {}

    private final TimeText text;
    private final TimeScene scene;
    private final TimeGrammar grammar;
    private final TimeMoments moments;
    private final List<TimeFound> found;
    private final List<Given> given = new ArrayList<>();
    private final BitSet described = new BitSet();

    TimeAssembler(TimeText text, TimeScene scene, TimeGrammar grammar) {
        this.text = text;
        this.scene = scene;
        this.grammar = grammar;
        this.moments = new TimeMoments(scene,
                text.has("waking") ? TimePart.MORNING : text.has("evening_meal") ? TimePart.EVENING : null);
        this.found = new ArrayList<>(grammar.phrases());
        found.removeIf(phrase -> phrase.mention() instanceof TimeMention.Past);
        describe();
    }

    /** "An evening walk" says when only where the day is said too, and its words stay in the title. */
    private void describe() {
        boolean day = found.stream()
                .anyMatch(phrase -> isDay(phrase) || phrase.mention() instanceof TimeMention.Repeat);
        found.replaceAll(phrase -> {
            if (!day || !(phrase.mention() instanceof TimeMention.PartOf(TimePart part))) {
                return phrase;
            }
            described.set(phrase.from());
            return new TimeFound(new TimeMention.Part(part, false), phrase.cue(), phrase.from(), phrase.to(),
                    phrase.confidence());
        });
        found.removeIf(phrase -> phrase.mention() instanceof TimeMention.PartOf);
    }

    TimeReading read() {
        TimeFound remind = take(phrase -> phrase.mention() instanceof TimeMention.Remind);
        List<TimeFound> reminder = remind == null ? List.of() : takeAfter(remind);
        TimeFound lead = take(phrase -> phrase.mention() instanceof TimeMention.Lead);
        effort();
        TimeFound repeat = first(phrase -> phrase.mention() instanceof TimeMention.Repeat);
        if (repeat != null) {
            repeat();
        } else {
            stretch();
            start();
            due();
        }
        remind(remind, reminder, lead);
        return new TimeReading(pieces());
    }

    private @Nullable TimeFound first(Predicate<TimeFound> wanted) {
        return found.stream().filter(wanted).findFirst().orElse(null);
    }

    private @Nullable TimeFound take(Predicate<TimeFound> wanted) {
        TimeFound phrase = first(wanted);
        found.remove(phrase);
        return phrase;
    }

    private void give(TimeFound phrase, TimeValue value) {
        found.remove(phrase);
        given.add(new Given(phrase, value));
    }

    /** The times said right after "remind me". */
    private List<TimeFound> takeAfter(TimeFound remind) {
        List<TimeFound> group = new ArrayList<>();
        int at = remind.to();
        for (TimeFound phrase : List.copyOf(found)) {
            boolean time = isDay(phrase) || isClock(phrase) || phrase.mention() instanceof TimeMention.Moment;
            if (time && phrase.from() >= at && between(at, phrase.from()) && !phrase.cue().isDeadline()) {
                group.add(phrase);
                found.remove(phrase);
                at = phrase.to();
            }
        }
        return group;
    }

    /** Whether two phrases stand side by side. */
    private boolean between(int to, int from) {
        return to == from || to + 1 == from && text.sign(to, ",");
    }

    private static boolean isDay(TimeFound phrase) {
        return phrase.mention() instanceof TimeMention.Day || phrase.mention() instanceof TimeMention.Span;
    }

    private static boolean isClock(TimeFound phrase) {
        return phrase.mention() instanceof TimeMention.Clock || phrase.mention() instanceof TimeMention.Part;
    }

    private void effort() {
        TimeFound effort = first(phrase -> phrase.mention() instanceof TimeMention.Effort);
        if (effort != null && effort.mention() instanceof TimeMention.Effort(int minutes)) {
            give(effort, new TimeValue.Effort(minutes));
            found.removeIf(phrase -> phrase.mention() instanceof TimeMention.Effort);
        }
    }

    private boolean hasEffort() {
        return given.stream().anyMatch(one -> one.value() instanceof TimeValue.Effort);
    }

    /** "for two weeks from 3 May": calendar time between two days. */
    private void stretch() {
        TimeFound stretch = take(phrase -> phrase.mention() instanceof TimeMention.Stretch);
        TimeFound day = first(phrase -> phrase.mention() instanceof TimeMention.Day && !phrase.cue().isDeadline());
        if (stretch != null && day != null && stretch.mention() instanceof TimeMention.Stretch(DurationStretch length)
                && day.mention() instanceof TimeMention.Day(TimeDay named)) {
            var due = new TimeValue.Due(new When.Day(length.after(named.date()).minusDays(1)), DueKind.BY);
            give(day, new TimeValue.Start(new When.Day(named.date())));
            give(stretch, due);
        }
    }

    private void start() {
        TimeFound from = first(phrase -> isDay(phrase) && phrase.cue().isStart());
        if (from != null && from.mention() instanceof TimeMention.Day(TimeDay day)) {
            TimeFound clock = first(phrase -> isClock(phrase) && touches(phrase, from) && !phrase.cue().isDeadline());
            TimeValue value = new TimeValue.Start(
                    clock == null ? new When.Day(day.date()) : timeOn(day.date(), clock, null));
            give(from, value);
            if (clock != null) {
                give(clock, value);
            }
            return;
        }
        TimeFound clock = first(phrase -> isClock(phrase) && phrase.cue().isStart());
        if (clock != null) {
            TimeFound day = first(phrase -> phrase.mention() instanceof TimeMention.Day);
            give(clock, new TimeValue.Start(timeOn(day == null ? scene.day() : dateOf(day), clock, null)));
        }
    }

    private boolean touches(TimeFound one, TimeFound other) {
        return between(one.to(), other.from()) || between(other.to(), one.from());
    }

    private static LocalDate dateOf(TimeFound phrase) {
        return switch (phrase.mention()) {
            case TimeMention.Day(TimeDay day) -> day.date();
            case TimeMention.Span span -> span.last();
            default -> throw new IllegalArgumentException("no day");
        };
    }

    private When timeOn(@Nullable LocalDate day, TimeFound clock, @Nullable TimeFound part) {
        TimePart within = part != null && part.mention() instanceof TimeMention.Part named ? named.part() : null;
        return switch (clock.mention()) {
            case TimeMention.Clock(TimeClock time) -> moments.at(day, time, within);
            case TimeMention.ClockSpan(TimeClock first, TimeClock last, boolean effort) ->
                    moments.at(day, first, within);
            case TimeMention.Part(TimePart time, boolean today) ->
                    moments.at(day == null && today ? scene.today() : day,
                            time);
            default -> throw new IllegalArgumentException("no time");
        };
    }

    private void due() {
        if (given.stream().anyMatch(one -> one.value() instanceof TimeValue.Due)) {
            return;
        }
        TimeFound day = first(phrase -> isDay(phrase) && phrase.cue().isDeadline());
        day = day == null ? first(TimeAssembler::isDay) : day;
        TimeFound moment = first(phrase -> phrase.mention() instanceof TimeMention.Moment);
        if (day == null && moment != null && moment.mention() instanceof TimeMention.Moment(var at)) {
            give(moment, new TimeValue.Due(new When.Moment(at.toInstant()),
                    moment.cue().isDeadline() ? DueKind.BY : kind(moment, true)));
            return;
        }
        TimeFound clock = clockFor(day);
        if (day != null && day.mention() instanceof TimeMention.Span span) {
            span(day, span);
        } else if (day != null || clock != null) {
            dated(day, clock);
        }
    }

    private @Nullable TimeFound clockFor(@Nullable TimeFound day) {
        Predicate<TimeFound> exact = phrase -> phrase.mention() instanceof TimeMention.Clock
                || phrase.mention() instanceof TimeMention.ClockSpan;
        TimeFound near = day == null ? null : first(phrase -> exact.test(phrase) && touches(phrase, day));
        TimeFound clock = near == null ? first(exact) : near;
        return clock == null ? first(phrase -> phrase.mention() instanceof TimeMention.Part) : clock;
    }

    /** Days in a row: what is booked for them is to be done before. */
    private void span(TimeFound day, TimeMention.Span span) {
        if ((day.cue() == TimeCue.FOR || span.dates()) && text.has("booking")) {
            give(day, new TimeValue.Due(new When.Day(span.first()), DueKind.BY));
            return;
        }
        given.add(new Given(day, new TimeValue.Start(new When.Day(span.first()))));
        give(day, new TimeValue.Due(new When.Day(span.last()), DueKind.BY));
    }

    private void dated(@Nullable TimeFound day, @Nullable TimeFound clock) {
        LocalDate date = day == null ? scene.day() : dateOf(day);
        TimeFound part = clock == null || clock.mention() instanceof TimeMention.Part
                ? null
                : first(phrase -> phrase.mention() instanceof TimeMention.Part);
        if (date == null && part != null && part.mention() instanceof TimeMention.Part named && named.today()) {
            date = scene.today();
        }
        When when = clock == null ? new When.Day(java.util.Objects.requireNonNull(date)) : timeOn(date, clock, part);
        DueKind kind = kind(day == null ? java.util.Objects.requireNonNull(clock) : day, clock != null);
        if (clock != null && clock.cue().isDeadline() || part != null && part.cue().isDeadline()) {
            kind = DueKind.BY;
        }
        var due = new TimeValue.Due(when, kind);
        for (TimeFound phrase : new TimeFound[] { day, clock, part }) {
            if (phrase != null) {
                give(phrase, due);
            }
        }
        if (clock != null) {
            length(clock);
        }
    }

    private void length(TimeFound clock) {
        if (clock.mention() instanceof TimeMention.ClockSpan span && span.effort() && !hasEffort()) {
            given.add(new Given(clock,
                    new TimeValue.Effort(span.last().minuteOfDay() - span.first().minuteOfDay())));
        }
    }

    private DueKind kind(TimeFound day, boolean timed) {
        if (day.cue().isDeadline() || text.has("finish")) {
            return DueKind.BY;
        }
        boolean bookedFor = day.cue() == TimeCue.FOR && text.has("booking");
        return !bookedFor && (timed || text.has("meeting")) ? DueKind.AT : DueKind.BY;
    }

    private void repeat() {
        var repetition = new RecurrenceAssembler(scene, found, moments, text);
        List<TimeFound> phrases = repetition.read();
        TimeValue.Repeat value = repetition.value();
        var due = new TimeValue.Due(value.first(), value.kind());
        phrases.forEach(phrase -> give(phrase, isClock(phrase) || phrase.mention() instanceof TimeMention.ClockSpan
                ? due
                : value));
        if (given.stream().noneMatch(one -> one.value().equals(due))) {
            given.add(new Given(phrases.getFirst(), due));
        }
        TimeFound clock = repetition.clock();
        if (clock != null) {
            length(clock);
        }
        found.clear();
    }

    private void remind(@Nullable TimeFound remind, List<TimeFound> group, @Nullable TimeFound lead) {
        if (!group.isEmpty() && remind != null) {
            remindAt(remind, group);
            return;
        }
        TimeValue.Due due = due(given);
        if (due == null || remind == null && lead == null) {
            return;
        }
        Instant at = reminder(due, lead);
        boolean anchored = lead != null && lead.mention() instanceof TimeMention.Lead say
                && say.anchored() && given.stream().allMatch(one -> one.found().from() > lead.from()
                        || one.value() instanceof TimeValue.Effort);
        if (anchored && lead != null
                && lead.mention() instanceof TimeMention.Lead(DurationStretch length, boolean a, boolean morning)) {
            When moved = due.when() instanceof When.Day(LocalDate date)
                    ? new When.Day(length.before(date))
                    : new When.Moment(at);
            given.replaceAll(one -> one.value().equals(due)
                    ? new Given(one.found(), new TimeValue.Due(moved, DueKind.BY))
                    : one);
        }
        if (moments.isGone(at) || anchored && remind == null) {
            return;
        }
        TimeValue value = new TimeValue.Reminder(at);
        if (remind != null) {
            given.add(new Given(remind, value));
        }
        if (lead != null) {
            int to = remind != null && between(remind.to(), lead.from()) && !anchored
                    ? grammar.tail(lead.to())
                    : lead.to();
            given.add(new Given(new TimeFound(lead.mention(), lead.cue(), lead.from(), to, lead.confidence()), value));
        }
    }

    private static TimeValue.@Nullable Due due(List<Given> given) {
        for (Given one : given) {
            if (one.value() instanceof TimeValue.Due due) {
                return due;
            }
            if (one.value() instanceof TimeValue.Repeat repeat) {
                return new TimeValue.Due(repeat.first(), repeat.kind());
            }
        }
        return null;
    }

    private Instant reminder(TimeValue.Due due, @Nullable TimeFound lead) {
        var zone = scene.now().getZone();
        if (lead == null || !(lead.mention() instanceof TimeMention.Lead say)) {
            return due.when() instanceof When.Day(LocalDate date)
                    ? moments.reminderOn(date)
                    : due.when().startsAt(zone);
        }
        if (due.when() instanceof When.Day(LocalDate date)) {
            return say.length().unit().isClock()
                    ? say.length().before(date.atTime(scene.times().morning()).atZone(zone)).toInstant()
                    : moments.instant(say.length().before(date).atTime(scene.times().morning()));
        }
        var moment = due.when().startsAt(zone).atZone(zone);
        return say.morning()
                ? moments.instant(moment.toLocalDate().minusDays(1).atTime(scene.times().morning()))
                : say.length().before(moment).toInstant();
    }

    private void remindAt(TimeFound remind, List<TimeFound> group) {
        TimeFound day = group.stream().filter(TimeAssembler::isDay).findFirst().orElse(null);
        TimeFound clock = group.stream().filter(phrase -> phrase.mention() instanceof TimeMention.Clock).findFirst()
                .or(() -> group.stream().filter(TimeAssembler::isClock).findFirst()).orElse(null);
        TimeFound part = group.stream().filter(phrase -> phrase.mention() instanceof TimeMention.Part).findFirst()
                .orElse(null);
        LocalDate date = day == null
                ? scene.day()
                : day.mention() instanceof TimeMention.Span span
                        ? span.first()
                        : dateOf(day);
        When when;
        if (group.getFirst().mention() instanceof TimeMention.Moment(var at)) {
            when = new When.Moment(at.toInstant());
        } else {
            when = clock == null ? new When.Day(java.util.Objects.requireNonNull(date)) : timeOn(date, clock, part);
        }
        Instant at = when instanceof When.Day(LocalDate bare)
                ? moments.reminderOn(bare)
                : when.startsAt(scene.now().getZone());
        if (due(given) == null) {
            DueKind kind = when instanceof When.Day ? DueKind.BY : DueKind.AT;
            group.forEach(phrase -> given.add(new Given(phrase, new TimeValue.Due(when, kind))));
        }
        int to = grammar.tail(group.getLast().to());
        given.add(new Given(new TimeFound(remind.mention(), TimeCue.NONE, remind.from(), to, 0.95),
                new TimeValue.Reminder(at)));
    }

    private List<TimePiece> pieces() {
        given.sort(Comparator.comparingInt((Given one) -> one.found().from()));
        List<Given> merged = new ArrayList<>();
        for (Given one : given) {
            int same = lastWith(merged, one.value());
            if (same >= 0 && between(merged.get(same).found().to(), one.found().from())) {
                TimeFound before = merged.get(same).found();
                merged.set(same, new Given(new TimeFound(before.mention(), before.cue(), before.from(),
                        one.found().to(), Math.min(before.confidence(), one.found().confidence())), one.value()));
            } else {
                merged.add(one);
            }
        }
        return merged.stream().map(this::piece).toList();
    }

    private static int lastWith(List<Given> list, TimeValue value) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).value().equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private TimePiece piece(Given one) {
        int from = one.found().from();
        int to = one.found().to();
        from = text.sign(to, ")") ? aside(from) : from;
        boolean parens =
                text.sign(from - 1, "(") && text.sign(to, ")") || text.sign(from - 1, "[") && text.sign(to, "]");
        if (parens) {
            from--;
            to++;
        } else if (text.is(from, "deadline") && !text.is(from, "by")) {
            from = text.skip(from, "deadline");
            from = text.sign(from, ":") || text.sign(from, "-") ? from + 1 : from;
        }
        int start = text.at(Math.min(from, to - 1)).from();
        int end = text.at(to - 1).until();
        return new TimePiece(one.value(), text.words(start, end), start, end, one.found().confidence(),
                !described.get(one.found().from()));
    }

    /** Where the small words before a date begin that with it fill parentheses: "(it is on 3 June)". */
    private int aside(int from) {
        int start = from;
        while (from - start < 3 && text.is(start - 1, "aside")) {
            start--;
        }
        return text.sign(start - 1, "(") ? start : from;
    }
}
