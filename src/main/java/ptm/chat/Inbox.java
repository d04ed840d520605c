package ptm.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;

/** Messages from people: kept here before their channel is told that they arrived, worked off by the thread's lane. */
@Component
public class Inbox {
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Threads threads;
    private final Bell bell;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Threads threads, Bell bell, Clock clock) {
        this.jdbc = jdbc;
        this.threads = threads;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Keeps something that a channel took in, of a person not known yet. Once this returns, it cannot be lost.
     *
     * @param key    unique within the channel; what came with the same key before is not taken again
     * @param settle how long to wait for others that belong to it, such as the rest of an album
     * @return the id it was given, empty if it is here already
     */
    public OptionalLong accept(Address address, String key, String payload, Duration settle) {
        var id = keep(null, address, key, payload, settle);
        bell.ring(address);
        return id;
    }

    /**
     * Keeps something of a person who is signed in.
     *
     * @return its id, that of the first where the same came with this key before; empty where something else did
     */
    @Transactional
    public OptionalLong accept(AccountId account, Address address, String key, String payload) {
        threads.take(account, address);
        var id = keep(account, address, key, payload, Duration.ZERO);
        bell.ring(address);
        return id.isPresent() ? id : earlier(account, address, key, payload);
    }

    private OptionalLong earlier(AccountId account, Address address, String key, String payload) {
        return jdbc.sql("""
                select id from chat_inbox
                where channel = :channel and key = :key and account_id = :account and payload = :payload""")
                .param("channel", address.channel()).param("key", key).param("account", account.value())
                .param("payload", payload)
                .query(Long.class).list().stream().mapToLong(Long::longValue).findFirst();
    }

    private OptionalLong keep(@Nullable AccountId account, Address address, String key, String payload,
            Duration settle) {
        var id = jdbc.sql("""
                insert into chat_inbox (channel, thread, key, payload, received_at, account_id, not_before)
                values (:channel, :thread, :key, :payload, :at, :account,
                        case when :settle > 0 then now() + :settle * interval '1 millisecond' end)
                on conflict (channel, key) do nothing returning id""")
                .param("channel", address.channel()).param("thread", address.thread())
                .param("key", key).param("payload", payload).param("at", OffsetDateTime.now(clock))
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("settle", settle.toMillis())
                .query(Long.class).list();
        return id.isEmpty() ? OptionalLong.empty() : OptionalLong.of(id.getFirst());
    }

    /** Takes the right to answer a button's press: true for one caller only, however many ask, ever. */
    public boolean claimAnswer(long id) {
        return jdbc.sql("update chat_inbox set answered = true where id = :id and not answered")
                .param("id", id).update() == 1;
    }

    /** What is unfinished in a thread, in order. */
    List<Waiting> unfinished(Address address) {
        return jdbc.sql("""
                select *, extract(epoch from not_before - clock_timestamp()) * 1000 as wait from chat_inbox
                where channel = :channel and thread = :thread and state = 'new' order by id limit :limit""")
                .param("channel", address.channel()).param("thread", address.thread()).param("limit", BATCH)
                .query(Inbox::waiting).list();
    }

    /** Finishes rows within the transaction of their effect. @throws LeaseLost if another lane was first */
    void finish(List<Long> ids, String state) {
        var finished = jdbc.sql("""
                update chat_inbox set state = :state, not_before = null, account_id = coalesce(account_id,
                    (select account_id from chat_thread t
                     where t.channel = chat_inbox.channel and t.thread = chat_inbox.thread))
                where id in (:ids) and state = 'new'""")
                .param("state", state).param("ids", ids).update();
        if (finished != ids.size())
            throw new LeaseLost("inbox rows " + ids + " were finished by another lane");
    }

    /** Strikes a secret out of everything that a thread holds of a person's words. */
    void strikeOut(Address address, String secret) {
        jdbc.sql("""
                update chat_inbox set payload = replace(payload, :secret, '•••')
                where channel = :channel and thread = :thread and position(:secret in payload) > 0""")
                .param("secret", secret).param("channel", address.channel()).param("thread", address.thread())
                .update();
    }

    /** Counts a failed try; the next one waits. */
    void failed(List<Long> ids, Duration wait) {
        jdbc.sql("""
                update chat_inbox set attempts = attempts + 1,
                    not_before = clock_timestamp() + :wait * interval '1 millisecond' where id in (:ids)""")
                .param("wait", wait.toMillis()).param("ids", ids).update();
    }

    static Received received(ResultSet row) throws SQLException {
        return new Received(row.getLong("id"), new Address(row.getString("channel"), row.getString("thread")),
                row.getString("key"), row.getString("payload"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"));
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(received(row), Duration.ofMillis(Math.max(0, row.getLong("wait"))));
    }

    /** A row and how long it must not be touched yet. */
    record Waiting(Received received, Duration pause) {}
}
