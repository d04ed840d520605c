package ptm.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;
import ptm.task.TaskId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands under the bot's messages. */
@Repository
class Views {

    private static final String COLUMNS = "account_id, id, channel, thread, source, content";

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Views(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        // a button pressed a year later stands under a view that an older version wrote
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withConfigOverride(List.class, list -> list.setNullHandling(EMPTY))
                .withConfigOverride(Map.class, map -> map.setNullHandling(EMPTY)).build();
        this.clock = clock;
    }

    View add(AccountId account, Address address, @Nullable String source, View.Content content) {
        long id = jdbc.sql("""
                insert into chat_view (account_id, channel, thread, source, content, created_at)
                values (:account, :channel, :thread, :source, cast(:content as jsonb), :at) returning id""")
                .param("account", account.value()).param("channel", address.channel())
                .param("thread", address.thread()).param("source", source).param("content", write(content))
                .param("at", Timestamp.from(clock.instant())).query(Long.class).single();
        return new View(account, id, address, source, content);
    }

    View save(View view) {
        jdbc.sql("update chat_view set content = cast(:content as jsonb) where account_id = :account and id = :id")
                .param("content", write(view.content())).param("account", view.account().value())
                .param("id", view.id()).update();
        return view;
    }

    Optional<View> find(AccountId account, long id) {
        return jdbc.sql("select " + COLUMNS + " from chat_view where account_id = :account and id = :id")
                .param("account", account.value()).param("id", id).query(this::view).optional();
    }

    /** Has the view to oneself until the transaction ends: who comes second sees what the first did to its tasks. */
    void lock(View view) {
        jdbc.sql("select id from chat_view where account_id = :account and id = :id for update")
                .param("account", view.account().value()).param("id", view.id()).query(Long.class).optional();
    }

    /** The newest view that answers this message of the person. */
    Optional<View> findBySource(AccountId account, Address address, String source) {
        return jdbc.sql("select " + COLUMNS + """
                 from chat_view where account_id = :account and channel = :channel and thread = :thread
                and source = :source order by id desc limit 1""").param("account", account.value())
                .param("channel", address.channel()).param("thread", address.thread()).param("source", source)
                .query(this::view).optional();
    }

    /** The capture that this change set made. */
    Optional<View> findCapture(AccountId account, String changeSet) {
        return jdbc.sql("select " + COLUMNS + """
                 from chat_view where account_id = :account and content -> 'changeSet' ->> 'value' = :changeSet
                order by id desc limit 1""").param("account", account.value()).param("changeSet", changeSet)
                .query(this::view).optional();
    }

    /** The tasks of the last message in the thread that listed any: what "2" means now. */
    List<TaskId> lastShown(AccountId account, Address address) {
        return recent(account, address).stream().map(view -> view.content().tasks()).filter(list -> !list.isEmpty())
                .findFirst().orElse(List.of());
    }

    /** The newest list in the thread, if there is one among the latest messages. */
    Optional<View> lastListing(AccountId account, Address address) {
        return recent(account, address).stream().filter(view -> view.content() instanceof View.Listing).findFirst();
    }

    /** The newest list in which a choice was made, if there is one among the latest messages. */
    Optional<View> lastChoice(AccountId account, Address address) {
        return recent(account, address).stream()
                .filter(view -> view.content() instanceof View.Listing listing && !listing.all()).findFirst();
    }

    /** The newest list or plan that answered a request, if there is one among the latest messages. */
    Optional<View> lastAsked(AccountId account, Address address) {
        return recent(account, address).stream()
                .filter(view -> view.content() instanceof View.Listing || view.content() instanceof View.Plan)
                .findFirst();
    }

    /** The newest list of any kind, if there is one among the latest messages. */
    Optional<View> lastList(AccountId account, Address address) {
        return recent(account, address).stream()
                .filter(view -> view.content() instanceof View.Listing || view.content() instanceof View.Lookup
                        || view.content() instanceof View.Plan)
                .findFirst();
    }

    /** The newest message of the thread, where it asks which tasks are meant. */
    Optional<View> openQuestion(AccountId account, Address address) {
        return recent(account, address).stream().limit(1)
                .filter(view -> view.content() instanceof View.Saying && !view.content().tasks().isEmpty())
                .findFirst();
    }

    private List<View> recent(AccountId account, Address address) {
        return jdbc.sql("select " + COLUMNS + """
                 from chat_view where account_id = :account and channel = :channel and thread = :thread
                order by id desc limit 5""").param("account", account.value()).param("channel", address.channel())
                .param("thread", address.thread()).query(this::view).list();
    }

    private View view(ResultSet row, int number) throws SQLException {
        return new View(new AccountId(row.getLong("account_id")), row.getLong("id"),
                new Address(row.getString("channel"), row.getString("thread")), row.getString("source"),
                json.readValue(row.getString("content"), View.Content.class));
    }

    private String write(View.Content content) {
        return json.writerFor(View.Content.class).writeValueAsString(content);
    }
}
