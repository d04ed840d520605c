package ptm.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;

/** What was said in a thread, by either side, in order. */
@Component
public class ChatLog {
    private final JdbcClient jdbc;
    private final Supplier<Stream<Channel>> channels;

    @Autowired
    ChatLog(JdbcClient jdbc, ObjectProvider<Channel> channels) {
        this(jdbc, channels::stream);
    }

    ChatLog(JdbcClient jdbc, Supplier<Stream<Channel>> channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    /** One thing that was said. */
    public sealed interface Entry {

        /** Grows with every thing said, and with every change of one: where to go on reading. */
        long id();

        /** Where it stands in the thread. */
        long position();

        Instant at();
    }

    /** Words of the person. @param state {@code new}, {@code done} or {@code parked} */
    public record Said(long id, Instant at, String text, String state) implements Entry {
        @Override
        public long position() {
            return id;
        }
    }

    /** A message of ours as it stands now. @param channelMessage the channel's id of it, once it is delivered */
    public record Told(long id, long position, Instant at, Message message,
            Optional<String> channelMessage) implements Entry {}

    /** What was said, or changed, after an id (0 for the beginning), oldest change first; empty at the end only. */
    public List<Entry> since(AccountId account, Address address, long after, int limit) {
        var entries = new ArrayList<Entry>();
        var from = after;
        while (entries.isEmpty()) {
            var rows = rows(account, address, "where id > :at order by id limit :limit", from, limit);
            if (rows.isEmpty())
                break;
            rows.forEach(row -> row.entry().ifPresent(entries::add));
            from = rows.getLast().id();
        }
        return List.copyOf(entries);
    }

    /** What stands last in the thread, oldest first. */
    public List<Entry> latest(AccountId account, Address address, int limit) {
        var entries = new ArrayList<Entry>();
        var before = Long.MAX_VALUE;
        while (entries.size() < limit) {
            var rows =
                    rows(account, address, "where position < :at order by position desc limit :limit", before, limit);
            if (rows.isEmpty())
                break;
            rows.forEach(row -> row.entry().ifPresent(entries::add));
            before = rows.getLast().position();
        }
        return entries.subList(0, Math.min(limit, entries.size())).reversed();
    }

    /** A row, and what it says where it says something. */
    private record Row(long id, long position, Optional<Entry> entry) {}

    private List<Row> rows(AccountId account, Address address, String which, long at, int limit) {
        return jdbc.sql("""
                select * from (
                    select id, id as position, received_at as at, payload as body, state, key, channel, thread,
                        attempts, null as channel_message
                    from chat_inbox where account_id = :account and channel = :channel and thread = :thread
                    union all
                    select id, position, put_at, message, null, key, channel, thread, attempts, channel_message
                    from chat_outbox where account_id = :account and channel = :channel and thread = :thread
                ) as entry\s""" + which)
                .param("account", account.value())
                .param("channel", address.channel()).param("thread", address.thread())
                .param("at", at).param("limit", limit)
                .query((row, _) -> new Row(row.getLong("id"), row.getLong("position"), entry(row))).list();
    }

    private Optional<Entry> entry(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var state = row.getString("state");
        if (state == null)
            return Optional.of(new Told(row.getLong("id"), row.getLong("position"), at,
                    MessageJson.read(row.getString("body")), Optional.ofNullable(row.getString("channel_message"))));
        var received = new Received(row.getLong("id"), new Address(row.getString("channel"), row.getString("thread")),
                row.getString("key"), row.getString("body"), at, row.getInt("attempts"));
        return Optional.ofNullable(wordsOf(received)).map(text -> new Said(received.id(), at, text, state));
    }

    /** The words of it, as its channel reads them; null where it has none, such as a button's press. */
    private @Nullable String wordsOf(Received received) {
        return channels.get().filter(channel -> channel.name().equals(received.address().channel()))
                .flatMap(channel -> channel.read(List.of(received)).stream())
                .findFirst().map(reading -> switch (reading.incoming()) {
                    case Incoming.Words words -> words.text();
                    case Incoming.Command command -> ("/" + command.name() + " " + command.arguments()).strip();
                    case Incoming.Rewording rewording -> rewording.text();
                    case Incoming.Press _,Incoming.Sound _,Incoming.Wordless _ -> null;
                }).orElse(null);
    }
}
