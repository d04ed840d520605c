package ptm.understanding.builtin.request;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.filter.Moment;

/** Counts with stretches of the calendar: a day and a time of it, the day before, the day after. */
final class Stretches {

    private Stretches() {}

    /** A day and a time of it. */
    static Item.Stretch together(Item.Stretch one, Item.Stretch other) {
        Item.Stretch clock = one.clock() ? one : other;
        Item.Stretch day = one.clock() ? other : one;
        if (clock.end() instanceof Moment.At(OffsetDateTime time)) {
            ZonedDateTime at = null;
            if (day.start() instanceof Moment.Day(java.time.LocalDate date))
                at = date.atTime(time.toLocalTime()).atOffset(time.getOffset()).toZonedDateTime();
            else if (day.start() instanceof Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts)
                    && anchor == Moment.Anchor.TODAY) {
                java.time.LocalDate date = time.toLocalDate();
                if (shifts.size() == 1 && shifts.getFirst().unit() == Moment.Unit.DAYS)
                    date = date.plusDays(shifts.getFirst().amount());
                at = date.atTime(time.toLocalTime()).atOffset(time.getOffset()).toZonedDateTime();
            }
            if (at != null) {
                Moment moment = new Moment.At(at.toOffsetDateTime());
                return new Item.Stretch(moment, moment, false, "", one.from(), other.until());
            }
        }
        return day;
    }

    static @Nullable Moment dayBefore(Item.Stretch stretch) {
        boolean running = stretch.start() instanceof Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts)
                && (anchor == Moment.Anchor.WEEK || anchor == Moment.Anchor.MONTH) && shifts.isEmpty();
        if (running)
            return stretch.end();
        return plusDays(stretch.start(), -1);
    }

    static @Nullable Moment dayAfter(Item.Stretch stretch) {
        return plusDays(stretch.end(), 1);
    }

    static @Nullable Moment plusDays(@Nullable Moment moment, int days) {
        return switch (moment) {
            case Moment.Day(java.time.LocalDate date) -> new Moment.Day(date.plusDays(days));
            case Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts) when anchor != Moment.Anchor.NOW -> {
                List<Moment.Shift> more = new ArrayList<>(shifts);
                more.add(new Moment.Shift(days, Moment.Unit.DAYS));
                yield new Moment.Relative(anchor, more);
            }
            case null, default -> moment;
        };
    }
}
