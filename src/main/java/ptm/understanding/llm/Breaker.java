package ptm.understanding.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares people the wait for a model that is not there: after some failures in a row it is not asked for a while, then
 * by one person, and by all again once it has answered.
 */
final class Breaker {
    private final int limit;
    private final Duration rest;
    private final Clock clock;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    /** @param limit failures in a row that are borne, at least 1 */
    Breaker(int limit, Duration rest, Clock clock) {
        this.limit = limit;
        this.rest = rest;
        this.clock = clock;
    }

    /** Whether to ask now. Who is let through while it failed lately is the one who finds out for all others. */
    synchronized boolean lets() {
        if (failures < limit)
            return true;
        Instant now = clock.instant();
        if (now.isBefore(closedUntil))
            return false;
        closedUntil = now.plus(rest);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures = Math.min(limit, failures + 1);
        closedUntil = clock.instant().plus(rest);
    }
}
