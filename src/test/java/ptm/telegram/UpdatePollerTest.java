package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdatePollerTest {
    private final FakeTelegram telegram = new FakeTelegram();
    private final BotApi api = new BotApi(telegram.properties());
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private UpdatePoller poller = polling(update -> kept.add(String.valueOf(update.words())));

    @AfterEach
    void stop() throws Exception {
        poller.stop();
        api.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    @Test
    void updatesAreKeptInOrderAndThenConfirmed() {
        telegram.says(1, "one");
        telegram.says(1, "two");
        poller.start();
        telegram.await(() -> telegram.unconfirmed() == 0 && kept.size() == 2);
        assertThat(kept).containsExactly("one", "two");
    }

    @Test
    void whatCannotBeKeptIsNotConfirmedAndComesAgain() {
        var failures = new AtomicInteger(2);
        poller = polling(update -> {
            if ("two".equals(update.words()) && failures.getAndDecrement() > 0)
                throw new IllegalStateException("no database");
            kept.add(String.valueOf(update.words()));
        });
        telegram.says(1, "one");
        telegram.says(1, "two");
        poller.start();
        telegram.await(() -> telegram.unconfirmed() == 0);
        assertThat(kept).containsExactly("one", "two");
    }

    @Test
    void anErrorThatNobodyExpectsDoesNotEndIt() {
        var first = new AtomicInteger(1);
        poller = polling(_ -> {
            if (first.getAndDecrement() > 0)
                throw new StackOverflowError();
            kept.add("kept");
        });
        telegram.says(1, "one");
        poller.start();
        telegram.await(() -> kept.size() == 1);
    }

    @Test
    void noAnswerOfTelegramEndsIt() {
        telegram.fault("deleteWebhook", FakeTelegram.Fault.ERROR);
        telegram.fault("getUpdates", FakeTelegram.Fault.CONFLICT, FakeTelegram.Fault.NONSENSE,
                FakeTelegram.Fault.DROP, FakeTelegram.Fault.LATE);
        telegram.says(1, "after all");
        poller.start();
        telegram.await(() -> telegram.unconfirmed() == 0);
        assertThat(kept).containsExactly("after all");
    }

    @Test
    void aStopDoesNotWaitForTheNextUpdate() {
        poller.start();
        telegram.await(() -> telegram.calls("getUpdates") > 0);
        poller.stop();
        assertThat(poller.isRunning()).isFalse();
    }

    private UpdatePoller polling(Consumer<Update> intake) {
        return new UpdatePoller(api, intake, () -> {}, Duration.ofMillis(5));
    }
}
