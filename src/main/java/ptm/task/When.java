package ptm.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day of the person's calendar or a moment on the clock. */
public sealed interface When {

    /** The first instant this covers. */
    Instant startsAt(ZoneId zone);

    /** The first instant after it: of a day the next midnight, of a moment the moment itself. */
    Instant endsAt(ZoneId zone);

    LocalDate dayIn(ZoneId zone);

    /** A whole day, wherever the person is. */
    record Day(LocalDate date) implements When {

        @Override
        public Instant startsAt(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        @Override
        public Instant endsAt(ZoneId zone) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }

        @Override
        public LocalDate dayIn(ZoneId zone) {
            return date;
        }
    }

    /** A moment, the same everywhere. */
    record Moment(Instant instant) implements When {

        @Override
        public Instant startsAt(ZoneId zone) {
            return instant;
        }

        @Override
        public Instant endsAt(ZoneId zone) {
            return instant;
        }

        @Override
        public LocalDate dayIn(ZoneId zone) {
            return instant.atZone(zone).toLocalDate();
        }
    }
}
