package ptm.panel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import ptm.task.RefusedValue;
import ptm.task.When;

/** Dates as they stand in JSON: a day, or a moment with the offset of the person's zone. */
final class Dates {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final Instant FIRST_INSTANT = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("3000-01-01T00:00:00Z");

    private Dates() {}

    static boolean isInRange(Instant instant) {
        return !instant.isBefore(FIRST_INSTANT) && instant.isBefore(LAST_INSTANT);
    }

    static String format(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    static String format(When when, ZoneId zone) {
        return switch (when) {
            case When.Day(LocalDate date) -> date.toString();
            case When.Moment(Instant instant) -> format(instant, zone);
        };
    }

    /** Reads a day, a moment with offset, or a moment of the person's own clock. */
    static When parse(String text, ZoneId zone, String pointer) {
        try {
            When when = parse(text, zone);
            if (switch (when) {
                case When.Day(LocalDate date) -> !date.isBefore(FIRST) && !date.isAfter(LAST);
                case When.Moment(Instant instant) -> isInRange(instant);
            })
                return when;
        } catch (DateTimeException _) {
            // told below
        }
        throw new RefusedValue(pointer, "A date such as 2026-11-27 or a date-time with offset such as "
                + "2026-11-27T15:00:00+01:00 is expected, between 1900 and 2999.");
    }

    private static When parse(String text, ZoneId zone) {
        if (text.length() == 10)
            return new When.Day(LocalDate.parse(text));
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return new When.Moment(parsed instanceof OffsetDateTime moment
                ? moment.toInstant()
                : LocalDateTime.from(parsed).atZone(zone).toInstant());
    }
}
