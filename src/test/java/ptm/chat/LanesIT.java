package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.chat.ScriptedChannel.text;
import static ptm.chat.ScriptedChannel.thread;
import static ptm.chat.ScriptedChannel.within;
import static ptm.chat.TestLanes.ANN;
import static ptm.chat.TestLanes.message;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;
import ptm.account.AccountId;

class LanesIT {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private TestLanes ptm = TestLanes.over(database);

    @BeforeEach
    void nothingWasSaid() {
        database.jdbc().sql("truncate chat_thread, chat_inbox, chat_outbox, chat_lane").update();
        database.jdbc().sql("create table if not exists effect (words text)").update();
        database.jdbc().sql("truncate effect").update();
        ptm = TestLanes.over(database);
    }

    @AfterEach
    void stop() {
        ptm.close();
    }

    @Test
    void answersComeInTheOrderOfTheMessages() {
        ptm.started();
        var expected = IntStream.range(0, 30).mapToObj(n -> "word " + n).toList();
        expected.forEach(word -> ptm.receive("1", word, word));
        assertThat(ptm.channel.texts(30)).isEqualTo(expected);
    }

    @Test
    void theSameUpdateTwiceIsTakenOnce() {
        assertThat(ptm.receive("1", "7", "once")).isPresent();
        assertThat(ptm.receive("1", "7", "once")).isEmpty();
        ptm.started();
        assertThat(ptm.channel.texts(1)).containsExactly("once");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aSlowThreadKeepsNobodyElseWaiting() {
        var release = new CountDownLatch(1);
        ptm.reading(incoming -> {
            if (incoming.address().thread().equals("slow"))
                await(release);
            return ptm.echo(incoming);
        }).started();
        ptm.receive("slow", "1", "slow");
        ptm.receive("fast", "2", "fast");
        assertThat(ptm.channel.texts(1)).containsExactly("fast");
        release.countDown();
        assertThat(ptm.channel.texts(1)).containsExactly("slow");
    }

    @Test
    void whatWasDoneBeforeACrashIsOnlyTold() {
        // as a process leaves it that dies between its commit and the sending
        ptm.receive("1", "1", "buy milk");
        database.transaction().executeWithoutResult(_ -> {
            ptm.outbox.put(ANN, thread("1"), message("re:1", "noted"));
            database.jdbc().sql("update chat_inbox set state = 'done'").update();
        });
        ptm.reading(effects()).started();
        assertThat(ptm.channel.texts(1)).containsExactly("noted");
        assertThat(effectsSeen()).isEmpty();
    }

    @Test
    void aFailureInTheMiddleLeavesNothingHalfDone() {
        var tries = new AtomicInteger();
        ptm.reading(incoming -> () -> {
            database.jdbc().sql("insert into effect values ('half')").update();
            if (tries.incrementAndGet() == 1)
                throw new IllegalStateException("once");
            return ptm.echo(incoming).apply();
        }).started();
        ptm.receive("1", "1", "twice tried");
        assertThat(ptm.channel.texts(1)).containsExactly("twice tried");
        assertThat(effectsSeen()).containsExactly("half");
    }

    @Test
    void aPoisonousMessageIsParkedAndTheNextIsRead() {
        ptm.reading(incoming -> {
            if (incoming instanceof Incoming.Words words && words.text().equals("poison"))
                throw new IllegalStateException(words.text());
            return ptm.echo(incoming);
        }).started();
        ptm.receive("1", "1", "poison");
        ptm.receive("1", "2", "water");
        assertThat(ptm.channel.texts(2)).containsExactly("parked", "water");
        assertThat(ptm.stateOf("1")).isEqualTo("parked");
        assertThat(ptm.meters.counter("ptm.chat.parked").count()).isEqualTo(1);
    }

    @Test
    void aMessageThatCannotEvenBeParkedStopsNobody() {
        ptm.reading(incoming -> {
            if (incoming instanceof Incoming.Words words && words.text().equals("poison"))
                throw new StackOverflowError();
            return ptm.echo(incoming);
        });
        // refused by the database on purpose: the log tells of a DataIntegrityViolationException
        database.jdbc().sql("alter table chat_outbox add constraint nothing_parked check (message not like '%parked%')")
                .update();
        try {
            ptm.started();
            ptm.receive("1", "1", "poison");
            ptm.receive("1", "2", "water");
            assertThat(ptm.channel.texts(1)).containsExactly("water");
            assertThat(ptm.stateOf("1")).isEqualTo("parked");
        } finally {
            database.jdbc().sql("alter table chat_outbox drop constraint nothing_parked").update();
        }
    }

    @Test
    void anotherInstanceTakesOverWhenALeaseRunsOut() {
        database.jdbc().sql("""
                insert into chat_lane values ('script', '1', gen_random_uuid(), clock_timestamp() + interval '1 hour')
                """).update();
        ptm.reading(effects()).started();
        ptm.receive("1", "1", "held");
        ptm.receive("2", "2", "free");
        assertThat(ptm.channel.texts(1)).containsExactly("free");
        assertThat(ptm.channel.handed).isEmpty();
        database.jdbc().sql("update chat_lane set leased_until = clock_timestamp() where thread = '1'").update();
        assertThat(ptm.channel.texts(1)).containsExactly("held");
    }

    @Test
    void whoLostTheLeaseUndoesWhatItDid() {
        var reading = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var stalled = new TestLanes(database, ptm.channel, TestLanes.pace(Duration.ofSeconds(10)));
        try (stalled) {
            stalled.reading(incoming -> {
                reading.countDown();
                await(release);
                return effects().apply(incoming);
            }).started();
            stalled.receive("1", "1", "once");
            await(reading);
            // as if it had stood still for longer than its lease
            database.jdbc().sql("update chat_lane set leased_until = clock_timestamp() - interval '1 s'").update();
            ptm.reading(effects()).started();
            assertThat(ptm.channel.texts(1)).containsExactly("once");
            release.countDown();
        }
        assertThat(effectsSeen()).containsExactly("once");
        assertThat(ptm.channel.handed).isEmpty();
    }

    @Test
    void aLongReadingKeepsItsLease() {
        var reading = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var slow = new TestLanes(database, ptm.channel, TestLanes.pace(Duration.ofMillis(300)));
        try (slow) {
            slow.reading(incoming -> {
                reading.countDown();
                await(release);
                return effects().apply(incoming);
            }).started();
            slow.receive("1", "1", "long");
            await(reading);
            var until = leasedUntil();
            while (!leasedUntil().isAfter(until.plusMillis(400)))
                Thread.onSpinWait();
            release.countDown();
            assertThat(ptm.channel.texts(1)).containsExactly("long");
        }
        assertThat(effectsSeen()).containsExactly("long");
    }

    @Test
    void aPressIsAnsweredOnceWithWhatItDid() {
        ptm.started();
        var id = ptm.receive("1", "1", "!done").orElseThrow();
        assertThat(within(ptm.channel.toasts)).isEqualTo("pressed");
        assertThat(ptm.inbox.claimAnswer(id)).isFalse();
    }

    @Test
    void aStopFinishesWhatIsInHandAndBeginsNothing() {
        var reading = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        ptm.reading(incoming -> {
            reading.countDown();
            await(release);
            return ptm.echo(incoming);
        }).started();
        ptm.receive("1", "1", "in hand");
        ptm.receive("1", "2", "waiting");
        await(reading);
        var stopping = Thread.ofVirtual().start(ptm.lanes::stop);
        while (ptm.lanes.isOpen())
            Thread.onSpinWait();
        release.countDown();
        join(stopping);
        assertThat(ptm.channel.handed).extracting(ScriptedChannel::text).containsExactly("in hand");
        assertThat(ptm.stateOf("2")).isEqualTo("new");
        var next = TestLanes.over(database);
        try (next) {
            next.started();
            assertThat(next.channel.texts(1)).containsExactly("waiting");
        }
    }

    @Test
    void aThrottledThreadKeepsItsOrderAndNobodyElseWaiting() {
        ptm.channel.answers.add(new Delivery.Later(Duration.ofMillis(300), false));
        ptm.started();
        ptm.receive("1", "1", "first");
        ptm.receive("1", "2", "second");
        assertThat(ptm.channel.texts(2)).containsExactly("first", "second");
    }

    @Test
    void anUnknownFateIsRememberedForTheNextTry() {
        ptm.channel.answers.add(new Delivery.Later(Duration.ofMillis(1), true));
        ptm.started();
        ptm.receive("1", "1", "perhaps");
        var handed = ptm.channel.next();
        assertThat(text(handed)).isEqualTo("perhaps");
        assertThat(handed.maybeSent()).isTrue();
        assertThat(handed.attempts()).isEqualTo(1);
    }

    @Test
    void aLaterMessageOfTheSameKeyReplacesTheOneThatStands() {
        ptm.started();
        ptm.outbox.put(ANN, thread("1"), message("card", "one"));
        assertThat(ptm.channel.next().editing()).isNull();
        ptm.outbox.put(ANN, thread("1"), message("card", "one"));
        ptm.outbox.put(ANN, thread("1"), message("card", "two"));
        var edit = ptm.channel.next();
        assertThat(text(edit)).isEqualTo("two");
        assertThat(edit.editing()).isEqualTo("101");
        ptm.close();
        assertThat(ptm.outbox.findKey(ANN, thread("1"), "101")).contains("card");
        assertThat(ptm.outbox.findKey(new AccountId(2), thread("1"), "101")).isEmpty();
    }

    @Test
    void whatWasReplacedBeforeItWasSentIsNeverSent() {
        ptm.outbox.put(ANN, thread("1"), message("card", "one"));
        ptm.outbox.put(ANN, thread("1"), message("other", "between"));
        ptm.outbox.put(ANN, thread("1"), message("card", "two"));
        ptm.started();
        assertThat(ptm.channel.texts(2)).containsExactly("two", "between");
    }

    @Test
    void aThreadWhosePersonIsGoneIsLeftAloneUntilTheyWriteAgain() {
        ptm.channel.answers.add(new Delivery.Unreachable());
        ptm.started();
        ptm.receive("1", "1", "hello");
        while (ptm.threads.isReachable(thread("1")))
            Thread.onSpinWait();
        ptm.close();
        ptm.outbox.put(ANN, thread("1"), message("later", "nobody reads this"));
        assertThat(ptm.outbox.next(thread("1"))).isEmpty();
        ptm.threads.reachable(thread("1"));
        ptm.outbox.put(ANN, thread("1"), message("again", "back"));
        assertThat(ptm.outbox.next(thread("1"))).map(next -> text(next.outgoing())).contains("back");
    }

    @Test
    void aThreadOfAnotherNameKeepsItsMessages() {
        ptm.channel.answers.add(new Delivery.Moved(thread("-100")));
        ptm.started();
        ptm.receive("-1", "1", "hello");
        var handed = ptm.channel.next();
        assertThat(handed.address()).isEqualTo(thread("-100"));
        assertThat(text(handed)).isEqualTo("hello");
    }

    @Test
    void theLogHoldsBothSidesInOrder() {
        ptm.started();
        var asked = ptm.inbox.accept(ANN, thread("1"), "first", "question").orElseThrow();
        ptm.channel.next();
        ptm.inbox.accept(ANN, thread("1"), "second", "!button");
        ptm.channel.next();
        ptm.close();
        assertThat(ptm.log.since(ANN, thread("1"), 0, 10)).extracting(LanesIT::words)
                .containsExactly("question", "question", "pressed");
        assertThat(ptm.log.since(ANN, thread("1"), asked, 10)).extracting(LanesIT::words)
                .containsExactly("question", "pressed");
        assertThat(ptm.log.latest(ANN, thread("1"), 1)).extracting(LanesIT::words).containsExactly("pressed");
        assertThat(ptm.log.since(new AccountId(2), thread("1"), 0, 10)).isEmpty();
    }

    @Test
    void pressesDoNotHideWhatWasSaidBeforeThem() {
        ptm.reading(incoming -> () -> null).started();
        ptm.inbox.accept(ANN, thread("1"), "words", "question");
        for (var n = 0; n < 5; n++)
            ptm.inbox.accept(ANN, thread("1"), "press " + n, "!button");
        ptm.close();
        assertThat(ptm.log.latest(ANN, thread("1"), 2)).extracting(LanesIT::words).containsExactly("question");
    }

    @Test
    void aKeyThatCameWithSomethingElseIsToldApart() {
        var first = ptm.inbox.accept(ANN, thread("1"), "key", "buy milk");
        assertThat(ptm.inbox.accept(ANN, thread("1"), "key", "buy milk")).isEqualTo(first);
        assertThat(ptm.inbox.accept(ANN, thread("1"), "key", "buy bread")).isEmpty();
    }

    private static String words(ChatLog.Entry entry) {
        return switch (entry) {
            case ChatLog.Said said -> said.text();
            case ChatLog.Told told -> told.message().lines().getFirst().getFirst().text();
        };
    }

    /** A reader whose effect can be counted. */
    private Function<Incoming, Effect> effects() {
        return incoming -> () -> {
            database.jdbc().sql("insert into effect values (?)").param(((Incoming.Words) incoming).text()).update();
            return ptm.echo(incoming).apply();
        };
    }

    private List<String> effectsSeen() {
        return database.jdbc().sql("select words from effect").query(String.class).list();
    }

    private int stored() {
        return database.jdbc().sql("select count(*) from chat_inbox").query(Integer.class).single();
    }

    private static Instant leasedUntil() {
        return database.jdbc().sql("select leased_until from chat_lane").query(OffsetDateTime.class).single()
                .toInstant();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
