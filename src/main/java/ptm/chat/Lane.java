package ptm.chat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off one thread while there is work: what came in, in order, and after each thing what is to be said. */
class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Address address;
    private final Channel channel;
    private final LaneTools tools;
    private @Nullable Duration pause;

    Lane(Address address, Channel channel, LaneTools tools) {
        this.address = address;
        this.channel = channel;
        this.tools = tools;
    }

    /** Works until nothing can be done now. @return how long to wait for what cannot, null if nothing is left */
    @Nullable
    Duration work() {
        boolean worked;
        do {
            pause = null;
            worked = tools.open().getAsBoolean() && takeIn();
            worked |= speak();
        } while (worked);
        return pause;
    }

    /** Reads and does what came in. @return whether anything was finished */
    private boolean takeIn() {
        var waiting = tools.inbox().unfinished(address);
        if (waiting.isEmpty())
            return false;
        if (mustWait(waiting.getFirst().pause()))
            return false;
        var received = waiting.stream().map(Inbox.Waiting::received).toList();
        var readings = channel.read(received);
        dropUnread(received, readings);
        for (var reading : readings) {
            if (!tools.open().getAsBoolean() || !handle(reading))
                return false;
            speak();
        }
        return true;
    }

    /** What the channel makes nothing of, such as a change that only the channel itself cares about, is done. */
    private void dropUnread(List<Received> received, List<Channel.Reading> readings) {
        var unread = new HashSet<>(received.stream().map(Received::id).toList());
        readings.forEach(reading -> unread.removeAll(ids(reading)));
        if (!unread.isEmpty())
            tools.transaction().executeWithoutResult(_ -> {
                tools.inbox().finish(List.copyOf(unread), "done");
                tools.leases().hold(address);
            });
    }

    private boolean handle(Channel.Reading reading) {
        try {
            finish(reading, tools.read(), "done");
            return true;
        } catch (LeaseLost lost) {
            throw lost;
        } catch (Throwable failure) {
            if (Failures.isOfTheHouse(failure))
                throw failure;
            return failed(reading, failure);
        }
    }

    private void finish(Channel.Reading reading, Function<Incoming, Effect> reader, String state) {
        var effect = reader.apply(reading.incoming());
        var toast = tools.transaction().execute(_ -> {
            var said = effect.apply();
            tools.inbox().finish(ids(reading), state);
            tools.leases().hold(address);
            return said;
        });
        if (reading.incoming() instanceof Incoming.Press)
            answer(reading.from().getFirst(), toast == null ? "" : toast);
    }

    private void answer(Received press, String toast) {
        try {
            if (tools.inbox().claimAnswer(press.id()))
                channel.answer(press, toast);
        } catch (RuntimeException failure) { // a lost toast must not repeat what the press did
            LOG.warn("a press of {} was not answered: {}", address.channel(), Failures.withoutWords(failure));
        }
    }

    private boolean failed(Channel.Reading reading, Throwable failure) {
        var attempts = 1 + reading.from().stream().mapToInt(Received::attempts).max().orElse(0);
        LOG.warn("inbox row {} of {}: try {} failed: {}", reading.from().getFirst().id(), address.channel(), attempts,
                Failures.withoutWords(failure));
        if (attempts < tools.pace().tries()) {
            var wait = tools.pace().retry().multipliedBy(attempts);
            tools.inbox().failed(ids(reading), wait);
            mustWait(wait);
            return false;
        }
        park(reading);
        return true;
    }

    private void park(Channel.Reading reading) {
        try {
            finish(reading, tools.parked(), "parked");
        } catch (RuntimeException failure) {
            if (failure instanceof LeaseLost || Failures.isOfTheHouse(failure))
                throw failure;
            LOG.error("inbox row {}: parked, and its person could not be told: {}", reading.from().getFirst().id(),
                    Failures.withoutWords(failure));
            tools.transaction().executeWithoutResult(_ -> {
                tools.inbox().finish(ids(reading), "parked");
                tools.leases().hold(address);
            });
        }
        tools.parkedCount().increment(reading.from().size());
        LOG.warn("inbox row {} of {} is parked", reading.from().getFirst().id(), address.channel());
    }

    /** Sends what is to be said until nothing is left or the channel wants a pause. @return whether anything went */
    private boolean speak() {
        var sent = false;
        for (var next = tools.outbox().next(address); next.isPresent(); next = tools.outbox().next(address)) {
            if (mustWait(next.get().pause()) || !deliver(next.get()))
                return sent;
            sent = true;
        }
        return sent;
    }

    /** @return whether to go on with the next */
    private boolean deliver(Outbox.Waiting next) {
        switch (channel.deliver(next.outgoing())) {
            case Delivery.Delivered delivered -> tools.outbox().delivered(next, delivered.message());
            case Delivery.Refused refused -> {
                LOG.warn("message {} to {} was refused: {}", next.outgoing().id(), address.channel(),
                        refused.reason());
                tools.outbox().refused(next);
            }
            case Delivery.Unreachable _ -> tools.threads().unreachable(address);
            case Delivery.Moved moved -> {
                tools.threads().rename(address, moved.to());
                tools.bell().ring(moved.to());
            }
            case Delivery.Later later -> {
                tools.outbox().postponed(next, later);
                return !mustWait(later.after());
            }
        }
        return true;
    }

    private boolean mustWait(Duration wait) {
        if (wait.isZero())
            return false;
        if (pause == null || wait.compareTo(pause) < 0)
            pause = wait;
        return true;
    }

    private static List<Long> ids(Channel.Reading reading) {
        return reading.from().stream().map(Received::id).toList();
    }
}
