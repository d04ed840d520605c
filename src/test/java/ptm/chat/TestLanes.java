package ptm.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import ptm.TestDatabase;
import ptm.account.AccountId;

/** One instance of PTM's chat boxes and lanes over a database that others may share. */
public class TestLanes implements AutoCloseable {
    public static final AccountId ANN = new AccountId(1);
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    final ScriptedChannel channel;
    public final Inbox inbox;
    public final Outbox outbox;
    public final Threads threads;
    final ChatLog log;
    final Lanes lanes;
    public final List<Object> events = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Channel> channels = new CopyOnWriteArrayList<>();
    private final TestDatabase database;
    private Function<Incoming, Effect> reader = this::echo;

    TestLanes(TestDatabase database, ScriptedChannel channel, Lanes.Pace pace) {
        this.database = database;
        this.channel = channel;
        var jdbc = database.jdbc();
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var bell = new Bell();
        this.threads = new Threads(jdbc, clock);
        this.inbox = new Inbox(jdbc, threads, bell, clock);
        this.outbox = new Outbox(jdbc, threads, bell, events::add, clock);
        channels.add(channel);
        this.log = new ChatLog(jdbc, channels::stream);
        this.lanes = new Lanes(inbox, outbox, threads, bell, jdbc,
                new DataSourceTransactionManager(database.dataSource()), meters, incoming -> reader.apply(incoming),
                incoming -> say(incoming, "parked"), channels::stream, pace);
    }

    public static TestLanes over(TestDatabase database) {
        return new TestLanes(database, new ScriptedChannel(), pace(Duration.ofSeconds(10)));
    }

    /** Another channel beside the scripted one. */
    public TestLanes with(Channel channel) {
        channels.add(channel);
        return this;
    }

    static Lanes.Pace pace(Duration lease) {
        return new Lanes.Pace(lease, Duration.ofMillis(50), Duration.ofMillis(10), 3);
    }

    public TestLanes reading(Function<Incoming, Effect> reader) {
        this.reader = reader;
        return this;
    }

    public TestLanes started() {
        lanes.start();
        return this;
    }

    OptionalLong receive(String thread, String key, String payload) {
        return inbox.accept(ScriptedChannel.thread(thread), key, payload, Duration.ZERO);
    }

    /** Says the words back, in a message of their own. */
    Effect echo(Incoming incoming) {
        return say(incoming, incoming instanceof Incoming.Words words ? words.text() : "pressed");
    }

    public Effect say(Incoming incoming, String text) {
        return () -> {
            outbox.put(ANN, incoming.address(), message("re:" + incoming.message(), text));
            return text;
        };
    }

    public static Message message(String key, String text) {
        return new Message(key, List.of(List.of(Span.plain(text))), List.of(), null);
    }

    String stateOf(String key) {
        return database.jdbc().sql("select state from chat_inbox where key = ?").param(key).query(String.class)
                .single();
    }

    @Override
    public void close() {
        lanes.stop();
    }
}
