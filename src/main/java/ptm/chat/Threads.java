package ptm.chat;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;

/** The threads in which people talk with us: whose they are, and whether anything said there still arrives. */
@Component
public class Threads {
    private final JdbcClient jdbc;
    private final Clock clock;

    Threads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes whose thread this is and keeps others from writing in it until the transaction ends, so that the ids of
     * what is said in a thread become visible in their order.
     *
     * @return whether the thread can be reached
     */
    boolean take(AccountId account, Address address) {
        return jdbc.sql("""
                insert into chat_thread (channel, thread, account_id) values (:channel, :thread, :account)
                on conflict (channel, thread) do update set account_id = excluded.account_id
                returning unreachable_since is null""")
                .param("channel", address.channel()).param("thread", address.thread())
                .param("account", account.value())
                .query(Boolean.class).single();
    }

    /** The person blocked us there, or is gone: what waits to be said is dropped, and nothing is said there any more. */
    @Transactional
    public void unreachable(Address address) {
        jdbc.sql("""
                insert into chat_thread (channel, thread, unreachable_since) values (:channel, :thread, :now)
                on conflict (channel, thread) do update
                set unreachable_since = coalesce(chat_thread.unreachable_since, excluded.unreachable_since)""")
                .param("channel", address.channel()).param("thread", address.thread())
                .param("now", OffsetDateTime.now(clock)).update();
        jdbc.sql("""
                update chat_outbox set sent_id = id
                where channel = :channel and thread = :thread and sent_id is distinct from id""")
                .param("channel", address.channel()).param("thread", address.thread()).update();
    }

    /** Whether what is said in this thread arrives, as far as is known. */
    boolean isReachable(Address address) {
        return jdbc.sql("""
                select not exists (select from chat_thread
                    where channel = :channel and thread = :thread and unreachable_since is not null)""")
                .param("channel", address.channel()).param("thread", address.thread())
                .query(Boolean.class).single();
    }

    /** The person can be spoken to there again. */
    @Transactional
    public void reachable(Address address) {
        jdbc.sql("""
                update chat_thread set unreachable_since = null
                where channel = :channel and thread = :thread and unreachable_since is not null""")
                .param("channel", address.channel()).param("thread", address.thread()).update();
    }

    /** The channel gave the thread another name: everything in it moves along. */
    @Transactional
    public void rename(Address from, Address to) {
        jdbc.sql("""
                insert into chat_thread (channel, thread, account_id)
                select :toChannel, :toThread, account_id from chat_thread where channel = :channel and thread = :thread
                on conflict (channel, thread) do nothing""")
                .param("toChannel", to.channel()).param("toThread", to.thread())
                .param("channel", from.channel()).param("thread", from.thread()).update();
        for (var table : new String[] { "chat_inbox", "chat_outbox" }) {
            jdbc.sql("update " + table + " set channel = :toChannel, thread = :toThread"
                    + " where channel = :channel and thread = :thread")
                    .param("toChannel", to.channel()).param("toThread", to.thread())
                    .param("channel", from.channel()).param("thread", from.thread()).update();
        }
        jdbc.sql("delete from chat_thread where channel = :channel and thread = :thread")
                .param("channel", from.channel()).param("thread", from.thread()).update();
    }
}
