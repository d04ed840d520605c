package ptm.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;

/** Messages to people, written in the transaction of what they tell of and sent after its commit, in order. */
@Component
public class Outbox {
    private final JdbcClient jdbc;
    private final Threads threads;
    private final Bell bell;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Threads threads, Bell bell, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.threads = threads;
        this.bell = bell;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says something in a thread, or says it anew where a message of the same key stands there. An older content that
     * was not sent yet is never sent; the same content again does nothing. In a thread that cannot be reached it is
     * only written down. Joins the caller's transaction.
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void put(AccountId account, Address to, Message message) {
        var reachable = threads.take(account, to);
        jdbc.sql("""
                insert into chat_outbox as o (account_id, channel, thread, key, id, position, message, put_at, sent_id)
                select :account, :channel, :thread, :key, n, n, :message, :now, case when not :reachable then n end
                from nextval('chat_entry_ids') n
                on conflict (account_id, channel, thread, key) do update
                set id = excluded.id, message = excluded.message, put_at = excluded.put_at, attempts = 0,
                    sent_id = case when :reachable then o.sent_id else excluded.id end
                where o.message <> excluded.message
                returning id, position, channel_message""")
                .param("account", account.value()).param("channel", to.channel()).param("thread", to.thread())
                .param("key", message.key()).param("message", MessageJson.write(message))
                .param("now", OffsetDateTime.now(clock)).param("reachable", reachable)
                .query((row, _) -> new ChatLog.Told(row.getLong("id"), row.getLong("position"), clock.instant(),
                        message, Optional.ofNullable(row.getString("channel_message"))))
                .optional()
                .ifPresent(entry -> {
                    events.publishEvent(new MessagePut(account, to, entry));
                    bell.ring(to);
                });
    }

    /** The key of the message that a channel calls by this id, such as one that a person answers. */
    public Optional<String> findKey(AccountId account, Address in, String channelMessage) {
        return jdbc.sql("""
                select key from chat_outbox
                where account_id = :account and channel = :channel and thread = :thread
                  and :message = any (string_to_array(channel_message, '+')) order by id desc limit 1""")
                .param("account", account.value()).param("channel", in.channel()).param("thread", in.thread())
                .param("message", channelMessage)
                .query(String.class).optional();
    }

    /** What is to be sent next in a thread: what stands there first comes first, an edit by when it was made. */
    Optional<Waiting> next(Address address) {
        return jdbc.sql("""
                select *, extract(epoch from not_before - clock_timestamp()) * 1000 as wait from chat_outbox
                where channel = :channel and thread = :thread and sent_id is distinct from id
                order by case when channel_message is null then position else id end limit 1""")
                .param("channel", address.channel()).param("thread", address.thread())
                .query(Outbox::waiting).optional();
    }

    /** The message stands in the channel with this content; a newer content, put meanwhile, still waits. */
    void delivered(Waiting sent, String channelMessage) {
        jdbc.sql("""
                update chat_outbox set channel_message = :message, sent_id = :id, maybe_sent = false, not_before = null
                where account_id = :account and position = :position""")
                .param("message", channelMessage).param("id", sent.outgoing().id())
                .param("account", sent.account().value()).param("position", sent.position()).update();
    }

    /** It will never be taken: it is not tried again. */
    void refused(Waiting sent) {
        jdbc.sql("""
                update chat_outbox set sent_id = :id, not_before = null
                where account_id = :account and position = :position""")
                .param("id", sent.outgoing().id())
                .param("account", sent.account().value()).param("position", sent.position()).update();
    }

    /** Not now: again after a while. */
    void postponed(Waiting sent, Delivery.Later later) {
        jdbc.sql("""
                update chat_outbox set attempts = attempts + 1, maybe_sent = maybe_sent or :maybe,
                    not_before = clock_timestamp() + :wait * interval '1 millisecond'
                where account_id = :account and position = :position""")
                .param("maybe", later.maybeSent()).param("wait", later.after().toMillis())
                .param("account", sent.account().value()).param("position", sent.position()).update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var outgoing = new Outgoing(row.getLong("id"), new Address(row.getString("channel"), row.getString("thread")),
                MessageJson.read(row.getString("message")), row.getString("channel_message"),
                row.getBoolean("maybe_sent"), row.getInt("attempts"));
        return new Waiting(outgoing, new AccountId(row.getLong("account_id")), row.getLong("position"),
                Duration.ofMillis(Math.max(0, row.getLong("wait"))));
    }

    /** A message to send, the place where it stands, and how long it must not be sent yet. */
    record Waiting(Outgoing outgoing, AccountId account, long position, Duration pause) {}
}
