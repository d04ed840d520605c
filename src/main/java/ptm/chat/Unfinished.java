package ptm.chat;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for threads that have work and no one at it. */
class Unfinished {
    private static final String DUE = """
            (select channel, thread from chat_inbox
             where state = 'new' and (not_before is null or not_before <= clock_timestamp())
             union
             select channel, thread from chat_outbox
             where sent_id is distinct from id and (not_before is null or not_before <= clock_timestamp()))""";

    private final JdbcClient jdbc;

    Unfinished(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The threads of these channels that are due and that nobody holds a live lease of. */
    List<Address> threads(Collection<String> channels) {
        if (channels.isEmpty())
            return List.of();
        return jdbc.sql("select channel, thread from " + DUE + """
                as due where channel in (:channels) and not exists (select from chat_lane l
                   where (l.channel, l.thread) = (due.channel, due.thread) and l.leased_until > clock_timestamp())""")
                .param("channels", channels)
                .query((row, _) -> new Address(row.getString(1), row.getString(2))).list();
    }

    /** Whether the thread's next incoming or its next message could be worked on now. */
    boolean isDue(Address address) {
        return jdbc.sql("""
                select exists (select from (select not_before from chat_inbox
                        where channel = :channel and thread = :thread and state = 'new' order by id limit 1) as first
                    where not_before is null or not_before <= clock_timestamp())
                or exists (select from (select not_before from chat_outbox
                        where channel = :channel and thread = :thread and sent_id is distinct from id
                        order by case when channel_message is null then position else id end limit 1) as next
                    where not_before is null or not_before <= clock_timestamp())""")
                .param("channel", address.channel()).param("thread", address.thread())
                .query(Boolean.class).single();
    }
}
