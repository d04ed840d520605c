package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.telegram.FakeTelegram.Fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;
import ptm.chat.Incoming;
import ptm.chat.TestLanes;

/** From an update to the message in the chat, over a database. */
class TelegramIT {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final FakeTelegram telegram = new FakeTelegram();
    private TestLanes ptm = TestLanes.over(database);
    private BotApi api = new BotApi(telegram.properties());
    private UpdatePoller poller = assembled();

    @BeforeEach
    void nothingWasSaid() {
        database.jdbc().sql("truncate chat_thread, chat_inbox, chat_outbox, chat_lane").update();
    }

    @AfterEach
    void stop() {
        shutDown();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    @Test
    void aMessageIsNodAtOnceAndThenAnswered() {
        start();
        var asked = telegram.says(1, "buy milk");
        telegram.await(() -> telegram.chat(1).size() == 1 && !telegram.reactions().isEmpty());
        assertThat(telegram.chat(1)).extracting(FakeTelegram.Shown::text).containsExactly("buy milk");
        assertThat(telegram.reactions()).containsEntry(asked, "👌");
    }

    @Test
    void aPressGetsItsToastAndOnlyOnce() {
        start();
        var query = telegram.presses(1, 7, "d1");
        telegram.await(() -> telegram.toasts().containsKey(query));
        assertThat(telegram.toasts()).containsEntry(query, "pressed");
    }

    @Test
    void aPressIsAnsweredEvenIfItsWorkTakesLong() throws Exception {
        var release = new CountDownLatch(1);
        ptm.reading(incoming -> {
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return ptm.say(incoming, "done");
        });
        start();
        var query = telegram.presses(1, 7, "d1");
        telegram.await(() -> telegram.toasts().containsKey(query));
        assertThat(telegram.toasts()).containsEntry(query, "");
        release.countDown();
        telegram.await(() -> telegram.chat(1).size() == 1);
    }

    @Test
    void faultsLoseNothingAndKeepTheOrderOfEveryPerson() {
        telegram.fault("sendMessage", Fault.ERROR, Fault.DROP, Fault.FLOOD, Fault.NONSENSE);
        telegram.fault("getUpdates", Fault.DROP);
        start();
        for (var word : List.of("one", "two", "three")) {
            LongStream.range(1, 6).forEach(person -> telegram.says(person, word));
        }
        telegram.await(() -> LongStream.range(1, 6).allMatch(person -> telegram.chat(person).size() == 3));
        LongStream.range(1, 6).forEach(person -> assertThat(telegram.chat(person))
                .extracting(FakeTelegram.Shown::text).containsExactly("one", "two", "three"));
    }

    @Test
    void whatWasTakenInBeforeAStopIsAnsweredAfterTheNextStart() {
        telegram.says(1, "before");
        poller.start(); // no lane is open: as if it died right after keeping the update
        telegram.await(() -> telegram.unconfirmed() == 0);
        shutDown();
        restart();
        telegram.await(() -> telegram.chat(1).size() == 1);
        assertThat(telegram.chat(1)).extracting(FakeTelegram.Shown::text).containsExactly("before");
    }

    @Test
    void anUpdateThatComesAgainIsNotDoneAgain() {
        start();
        var update = TestUpdates.update("message", TestUpdates.message(7, 1).put("text", "once"));
        telegram.push(update);
        telegram.await(() -> telegram.unconfirmed() == 0 && telegram.chat(1).size() == 1);
        shutDown();
        telegram.push(update);
        restart();
        telegram.await(() -> telegram.unconfirmed() == 0);
        assertThat(telegram.chat(1)).hasSize(1);
    }

    @Test
    void whoBlocksTheBotIsKnownToBeGone() {
        start();
        telegram.says(1, "hello");
        telegram.await(() -> telegram.chat(1).size() == 1);
        var gone = TestUpdates.message(7, 1);
        gone.putObject("new_chat_member").put("status", "kicked");
        telegram.push(TestUpdates.update("my_chat_member", gone));
        telegram.await(() -> database.jdbc().sql("select unreachable_since is not null from chat_thread")
                .query(Boolean.class).single());
    }

    @Test
    void whatIsSaidInAGroupIsNotKept() {
        start();
        var message = TestUpdates.message(7, -5).put("text", "hello all");
        message.putObject("chat").put("id", -5).put("type", "group");
        telegram.push(TestUpdates.update("message", message));
        telegram.await(() -> telegram.unconfirmed() == 0);
        assertThat(database.jdbc().sql("select count(*) from chat_inbox").query(Integer.class).single()).isZero();
    }

    private UpdatePoller assembled() {
        var callbacks = new Callbacks(api, ptm.inbox);
        ptm.with(new TelegramChannel(new UpdateReader(), new MessageSender(api, new SendingPace()), callbacks, api));
        ptm.reading(incoming -> ptm.say(incoming, incoming instanceof Incoming.Words words ? words.text() : "pressed"));
        var intake = new UpdateIntake("4711", ptm.inbox, ptm.threads, api, callbacks);
        return new UpdatePoller(api, intake::take, () -> {}, Duration.ofMillis(5));
    }

    private void start() {
        ptm.started();
        poller.start();
    }

    private void restart() {
        ptm = TestLanes.over(database);
        api = new BotApi(telegram.properties());
        poller = assembled();
        start();
    }

    private void shutDown() {
        poller.stop();
        ptm.close();
        try {
            api.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
