package ptm.chat;

import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.springframework.transaction.support.TransactionTemplate;

import io.micrometer.core.instrument.Counter;

/**
 * What every lane works with.
 *
 * @param read   finds out what an incoming means, with no transaction open
 * @param parked what to do with an incoming that failed too often
 * @param open   whether new work may begin: false once the stop has begun
 */
record LaneTools(Inbox inbox, Outbox outbox, Threads threads, Leases leases, Bell bell,
        TransactionTemplate transaction, Function<Incoming, Effect> read, Function<Incoming, Effect> parked,
        Lanes.Pace pace,
        Counter parkedCount, BooleanSupplier open) {}
