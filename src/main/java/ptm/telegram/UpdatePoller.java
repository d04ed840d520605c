package ptm.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/** Asks Telegram for updates, keeps each, and only then moves on. Nothing ends it but the end of the application. */
class UpdatePoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);
    private static final int DOUBLINGS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BotApi api;
    private final Consumer<Update> intake;
    private final Runnable greeting;
    private final Duration firstWait;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private long offset;

    /**
     * @param intake    keeps an update, or throws
     * @param greeting  what to tell Telegram about the bot once it can be reached; must not throw
     * @param firstWait how long to wait after a failure; twice as long after the next, up to 32 times
     */
    UpdatePoller(BotApi api, Consumer<Update> intake, Runnable greeting,
            Duration firstWait) {
        this.api = api;
        this.intake = intake;
        this.greeting = greeting;
        this.firstWait = firstWait;
    }

    private void run() {
        persist(() -> api.call(new DeleteWebhook()));
        if (isOpen())
            Thread.ofVirtual().name("telegram-greeting").start(greeting);
        while (isOpen()) {
            persist(this::poll);
        }
    }

    private void poll() throws Trouble {
        for (var raw : api.updates(offset)) {
            var update = new Update(raw);
            intake.accept(update);
            offset = update.id() + 1;
        }
    }

    /** Tries until it worked or the stop has come, with longer and longer waits. */
    private void persist(Step step) {
        for (var failures = 0; isOpen(); failures++) {
            try {
                step.run();
                return;
            } catch (Trouble trouble) {
                if (isOpen())
                    LOG.warn("Telegram cannot be asked for updates: {}", trouble.getMessage());
                rest(trouble.isFlood() ? trouble.retryAfter() : wait(failures));
            } catch (Throwable failure) {
                LOG.error("An update could not be kept: {}", failure.getClass().getName());
                rest(wait(failures));
            }
        }
    }

    private Duration wait(int failures) {
        return firstWait.multipliedBy(1L << Math.min(failures, DOUBLINGS));
    }

    private void rest(Duration wait) {
        try {
            stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return stopped.getCount() > 0;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Trouble;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("telegram-poller").start(this::run);
    }

    /** What was received is kept before this returns; nothing more is asked for. */
    @Override
    public synchronized void stop() {
        var polling = thread;
        stopped.countDown();
        api.stopPolling();
        thread = null;
        try {
            if (polling != null)
                polling.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
