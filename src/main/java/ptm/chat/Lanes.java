package ptm.chat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * One lane a thread: within a thread things happen one after another, threads do not wait for each other, and of all
 * instances only the one that holds the thread's lease works on it.
 */
@Component
public class Lanes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(3),
            Duration.ofSeconds(1), 3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pace pace;
    private final LaneTools tools;
    private final Unfinished unfinished;
    private final Supplier<Stream<Channel>> doors;
    private final Map<Address, Run> running = new ConcurrentHashMap<>();
    private volatile Map<String, Channel> channels = Map.of();
    private volatile boolean open;
    private volatile @Nullable ScheduledExecutorService timer;

    @Autowired
    Lanes(Inbox inbox, Outbox outbox, Threads threads, Bell bell, JdbcClient jdbc, PlatformTransactionManager manager,
            MeterRegistry meters, ChatService service, ObjectProvider<Channel> channels) {
        this(inbox, outbox, threads, bell, jdbc, manager, meters, service::read, service::parked, channels::stream,
                USUAL);
    }

    Lanes(Inbox inbox, Outbox outbox, Threads threads, Bell bell, JdbcClient jdbc, PlatformTransactionManager manager,
            MeterRegistry meters, Function<Incoming, Effect> read, Function<Incoming, Effect> parked,
            Supplier<Stream<Channel>> doors, Pace pace) {
        this.pace = pace;
        this.doors = doors;
        this.unfinished = new Unfinished(jdbc);
        this.tools = new LaneTools(inbox, outbox, threads, new Leases(jdbc, pace.lease()), bell,
                new TransactionTemplate(manager), read, parked, pace, meters.counter("ptm.chat.parked"),
                () -> open);
        bell.heardBy(this::wake);
        meters.gauge("ptm.chat.lanes", running, Map::size);
    }

    /**
     * How time is dealt out.
     *
     * @param lease how long a thread is ours without a renewal
     * @param sweep how often forgotten work is looked for
     * @param retry how long a failed incoming waits, times the number of failures
     * @param tries how often an incoming may fail before it is parked
     */
    record Pace(Duration lease, Duration sweep, Duration retry, int tries) {}

    /** Sees to it that a thread is worked on: at once, or once more after what is being done there now. */
    public void wake(Address address) {
        var channel = channels.get(address.channel());
        if (!open || channel == null)
            return;
        running.compute(address, (_, run) -> {
            if (run != null) {
                run.again = true;
                return run;
            }
            var fresh = new Run(address, new Lane(address, channel, tools));
            Thread.ofVirtual().name("lane-" + address.channel()).start(fresh);
            return fresh;
        });
    }

    private void wakeAll() {
        guard("look for unfinished threads", () -> unfinished.threads(channels.keySet()).forEach(this::wake));
    }

    private void renewAll() {
        var held = Set.copyOf(running.keySet());
        if (!held.isEmpty())
            guard("renew leases", () -> tools.leases().renew(held));
    }

    private void wakeLater(Address address, Duration wait) {
        var clockwork = timer;
        if (open && clockwork != null)
            clockwork.schedule(() -> wake(address), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    private static void guard(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.warn("could not {}, trying again: {}", what, Failures.withoutWords(failure));
        }
    }

    /** One lane at work. */
    private final class Run implements Runnable {
        private final Address address;
        private final Lane lane;
        private volatile boolean again;

        Run(Address address, Lane lane) {
            this.address = address;
            this.lane = lane;
        }

        @Override
        public void run() {
            do {
                again = false;
                try {
                    leased();
                } catch (LeaseLost lost) {
                    LOG.warn("left a thread to another instance: {}", lost.getMessage());
                } catch (Throwable failure) {
                    LOG.error("a lane of {} broke off, the sweep will try again: {}", address.channel(),
                            Failures.withoutWords(failure));
                }
            } while (running.computeIfPresent(address, (_, run) -> run.again && open ? run : null) != null);
        }

        private void leased() {
            if (!tools.leases().claim(address))
                return;
            Duration pause;
            try {
                pause = lane.work();
            } finally {
                tools.leases().release(address);
            }
            // who came between the last look and the release found the thread held, and relies on us
            if (unfinished.isDue(address))
                again = true;
            else if (pause != null)
                wakeLater(address, pause);
        }
    }

    @Override
    public void start() {
        channels = doors.get().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
        var clockwork =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lanes").factory());
        timer = clockwork;
        open = true;
        var renewal = pace.lease().toMillis() / 3;
        clockwork.scheduleWithFixedDelay(this::renewAll, renewal, renewal, TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::wakeAll, 0, pace.sweep().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is being done is finished and told; what has not begun waits in the inbox for the next start. */
    @Override
    public void stop() {
        open = false;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!running.isEmpty() && System.nanoTime() < end)
            LockSupport.parkNanos(20_000_000);
        Optional.ofNullable(timer).ifPresent(ScheduledExecutorService::shutdownNow);
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** Whether new work begins. */
    boolean isOpen() {
        return open;
    }

    /** Begins before the doors open and ends after they are shut. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 10_000;
    }
}
