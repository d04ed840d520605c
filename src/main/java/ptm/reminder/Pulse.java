package ptm.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows when PTM was last awake, and so what was missed. */
@Repository
class Pulse {

    static final Duration EVERY = Duration.ofSeconds(10);
    /** Without a beat for so long, nobody was awake. */
    static final Duration SILENCE = EVERY.multipliedBy(3);

    private final JdbcClient jdbc;

    Pulse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Beat(Instant awakeAt, @Nullable Instant downSince, @Nullable Instant downUntil) {

        /** The last stretch without a beat, which may be one that ends only now. */
        Beat asOf(Instant now) {
            return awakeAt.plus(SILENCE).isBefore(now)
                    ? new Beat(now, awakeAt, now)
                    : new Beat(now, downSince, downUntil);
        }
    }

    /** Notes that PTM is awake. */
    void beat(Instant now) {
        Beat beat = last().map(last -> last.asOf(now)).orElse(new Beat(now, null, null));
        jdbc.sql("insert into reminder_pulse (awake_at, down_since, down_until) values (?, ?, ?)"
                + " on conflict (one) do update set awake_at = excluded.awake_at, down_since = excluded.down_since,"
                + " down_until = excluded.down_until")
                .param(Reminders.utc(beat.awakeAt())).param(at(beat.downSince())).param(at(beat.downUntil())).update();
    }

    /** Since when nobody was awake at that past moment; null if somebody was. */
    @Nullable
    Instant downSince(Instant moment, Instant now) {
        Beat beat = last().map(last -> last.asOf(now)).orElse(new Beat(now, null, null));
        Instant since = beat.downSince();
        Instant until = beat.downUntil();
        boolean down = since != null && until != null && !moment.isBefore(since) && moment.isBefore(until);
        return down ? since : null;
    }

    private Optional<Beat> last() {
        return jdbc.sql("select awake_at, down_since, down_until from reminder_pulse").query((row, _) -> {
            OffsetDateTime since = row.getObject("down_since", OffsetDateTime.class);
            OffsetDateTime until = row.getObject("down_until", OffsetDateTime.class);
            return new Beat(row.getObject("awake_at", OffsetDateTime.class).toInstant(),
                    since == null ? null : since.toInstant(), until == null ? null : until.toInstant());
        }).optional();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : Reminders.utc(instant);
    }
}
