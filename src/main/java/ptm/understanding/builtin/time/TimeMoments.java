package ptm.understanding.builtin.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.task.When;

/** Puts a day and a time of day together, from now and in the person's zone. */
final class TimeMoments {

    private final TimeScene scene;
    private final @Nullable TimePart hint;

    /** @param hint the part of the day that the thing itself suggests: dinner is in the evening, waking in the morning */
    TimeMoments(TimeScene scene, @Nullable TimePart hint) {
        this.scene = scene;
        this.hint = hint;
    }

    /** A local time as an instant: in the hour that spring skips an hour later, in the doubled one the first. */
    Instant instant(LocalDateTime local) {
        return local.atZone(scene.now().getZone()).toInstant();
    }

    /** @param day the day named, null: the next to come */
    When at(@Nullable LocalDate day, TimeClock clock, @Nullable TimePart part) {
        TimeClock known =
                part != null ? clock.in(part) : hint != null && !clock.certain() ? clock.in(hint) : clock;
        LocalDate today = scene.today();
        if (known.certain()) {
            return coming(day, known.on(day == null ? today : day));
        }
        if (day != null && !day.equals(today)) {
            return new When.Moment(instant(known.usual().on(day)));
        }
        LocalDateTime usual = known.usual().on(today);
        TimeClock other = TimeClock.sure((known.usual().hour() + 12) % 24, known.minute());
        if (!isGone(usual)) {
            return new When.Moment(instant(usual));
        }
        return isGone(other.on(today)) ? coming(day, usual) : new When.Moment(instant(other.on(today)));
    }

    When at(@Nullable LocalDate day, TimePart part) {
        return coming(day, part.on(day == null ? scene.today() : day, scene.times()));
    }

    /** The moment; one gone by is tomorrow's, or if today was named only the day is left of it. */
    private When coming(@Nullable LocalDate day, LocalDateTime moment) {
        if (!isGone(moment)) {
            return new When.Moment(instant(moment));
        }
        return day == null ? new When.Moment(instant(moment.plusDays(1))) : new When.Day(day);
    }

    private boolean isGone(LocalDateTime moment) {
        return !instant(moment).isAfter(scene.now().toInstant());
    }

    /** When to speak of a whole day: in its morning, or today at the next part of the day. */
    Instant reminderOn(LocalDate day) {
        var times = scene.times();
        for (LocalTime time : List.of(times.morning(), times.noon(), times.afternoon(), times.evening(),
                times.tonight(), times.night())) {
            if (!isGone(day.atTime(time))) {
                return instant(day.atTime(time));
            }
        }
        return instant(day.atTime(times.night()));
    }

    boolean isGone(Instant moment) {
        return !moment.isAfter(scene.now().toInstant());
    }
}
