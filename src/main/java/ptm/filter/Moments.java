package ptm.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.filter.Moment.Anchor;
import ptm.filter.Moment.Shift;
import ptm.filter.Moment.Unit;

/** Reads and writes the moments of a filter, and finds when they are for a person. */
public final class Moments {

    /** The finest difference that two moments of a task can have: the database's. */
    static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    private static final Pattern RELATIVE = Pattern.compile("(now|today|week|month)((?:[+-]\\d{1,6}(?:mo|[mhdw]))*)");
    private static final Pattern SHIFT = Pattern.compile("([+-]\\d+)(mo|[mhdw])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Instant FIRST = Instant.parse("0001-01-03T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-29T00:00:00Z");

    private Moments() {}

    /** A stretch of time: {@code from} belongs to it, {@code until} no longer does. */
    public record Bounds(Instant from, Instant until) {}

    /** The moment that the text names, or null if it names none. */
    public static @Nullable Moment find(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher relative = RELATIVE.matcher(lower);
        if (relative.matches())
            return new Moment.Relative(Anchor.valueOf(relative.group(1).toUpperCase(Locale.ROOT)),
                    shifts(relative.group(2)));
        try {
            return text.indexOf('-') == 4 && text.length() > 10
                    ? at(text)
                    : new Moment.Day(inRange(LocalDate.parse(text, DAY)));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Moment at(String text) {
        OffsetDateTime dateTime = OffsetDateTime.parse(text);
        inRange(dateTime.toLocalDate());
        return new Moment.At(dateTime.truncatedTo(ChronoUnit.MICROS));
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999)
            throw new DateTimeException("year out of range");
        return date;
    }

    private static List<Shift> shifts(String text) {
        List<Shift> shifts = new ArrayList<>();
        Matcher shift = SHIFT.matcher(text);
        while (shift.find())
            shifts.add(new Shift(Integer.parseInt(shift.group(1)), unit(shift.group(2))));
        return shifts;
    }

    private static Unit unit(String symbol) {
        for (Unit unit : Unit.values())
            if (unit.symbol().equals(symbol))
                return unit;
        throw new IllegalArgumentException(symbol);
    }

    /** The text that {@link #find} reads back. */
    public static String print(Moment moment) {
        return switch (moment) {
            case Moment.Day(LocalDate date) -> date.format(DAY);
            case Moment.At(OffsetDateTime dateTime) -> dateTime.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            case Moment.Relative(Anchor anchor, List<Shift> shifts) -> {
                StringBuilder out = new StringBuilder(anchor.name().toLowerCase(Locale.ROOT));
                for (Shift shift : shifts)
                    out.append(shift.amount() < 0 ? "" : "+").append(shift.amount()).append(shift.unit().symbol());
                yield out.toString();
            }
        };
    }

    /** Whether it is a day of the calendar and not a point on the clock. */
    public static boolean isDay(Moment moment) {
        return switch (moment) {
            case Moment.Day _ -> true;
            case Moment.At _ -> false;
            case Moment.Relative(Anchor anchor, List<Shift> shifts) ->
                    anchor != Anchor.NOW && shifts.stream().noneMatch(shift -> onClock(shift.unit()));
        };
    }

    /** The day so many days later; a point on the clock stays as it is. */
    static Moment plusDays(Moment moment, int days) {
        return switch (moment) {
            case Moment.Day(LocalDate date) -> new Moment.Day(date.plusDays(days));
            case Moment.Relative(Anchor anchor, List<Shift> shifts) when isDay(moment) ->
                    new Moment.Relative(anchor, plusDays(shifts, days));
            case Moment.At _,Moment.Relative _ -> moment;
        };
    }

    private static List<Shift> plusDays(List<Shift> shifts, int days) {
        List<Shift> out = new ArrayList<>(shifts);
        int amount = days;
        if (!out.isEmpty() && out.getLast().unit() == Unit.DAYS)
            amount += out.removeLast().amount();
        if (amount != 0)
            out.add(new Shift(amount, Unit.DAYS));
        return out;
    }

    private static boolean onClock(Unit unit) {
        return switch (unit) {
            case MINUTES, HOURS -> true;
            case DAYS, WEEKS, MONTHS -> false;
        };
    }

    /**
     * When it is: of a day all of it in the zone, of a point on the clock that one tick. What lies before year 1 or
     * after year 9999 is moved there.
     */
    public static Bounds resolve(Moment moment, Instant now, ZoneId zone) {
        return switch (moment) {
            case Moment.Day(LocalDate date) -> dayBounds(date, zone);
            case Moment.At(OffsetDateTime dateTime) -> tick(dateTime.toInstant());
            case Moment.Relative relative -> resolve(relative, now, zone);
        };
    }

    private static Bounds resolve(Moment.Relative relative, Instant now, ZoneId zone) {
        ZonedDateTime at = now.truncatedTo(ChronoUnit.MICROS).atZone(zone);
        LocalDate today = at.toLocalDate();
        at = switch (relative.anchor()) {
            case NOW -> at;
            case TODAY -> today.atStartOfDay(zone);
            case WEEK -> today.minusDays(today.getDayOfWeek().getValue() - 1L).atStartOfDay(zone);
            case MONTH -> today.withDayOfMonth(1).atStartOfDay(zone);
        };
        if (isDay(relative))
            return dayBounds(moved(at.toLocalDate(), relative.shifts()), zone);
        for (Shift shift : relative.shifts())
            at = moved(at, shift);
        return tick(at.toInstant());
    }

    private static LocalDate moved(LocalDate date, List<Shift> shifts) {
        LocalDate moved = date;
        for (Shift shift : shifts)
            moved = moved(moved.atStartOfDay(ZoneOffset.UTC), shift).toLocalDate();
        return moved;
    }

    private static ZonedDateTime moved(ZonedDateTime from, Shift shift) {
        return switch (shift.unit()) {
            case MINUTES -> from.plusMinutes(shift.amount());
            case HOURS -> from.plusHours(shift.amount());
            case DAYS -> from.plusDays(shift.amount());
            case WEEKS -> from.plusWeeks(shift.amount());
            case MONTHS -> from.plusMonths(shift.amount());
        };
    }

    private static Bounds dayBounds(LocalDate date, ZoneId zone) {
        return new Bounds(within(date.atStartOfDay(zone).toInstant()),
                within(date.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static Bounds tick(Instant instant) {
        Instant within = within(instant);
        return new Bounds(within, within.plus(TICK));
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }
}
