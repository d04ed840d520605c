package ptm.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's saved presets. */
@Service
public class Presets {

    private static final String COLUMNS = "id, name, request, filter, ordering, limit_to, pinned";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Presets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of them, the pinned first, then by name. */
    public List<Preset> list(AccountId account) {
        return jdbc.sql("select " + COLUMNS + " from preset where account_id = ?"
                + " order by pinned desc, name collate \"und-x-icu\" nulls last, id")
                .param(account.value()).query(this::preset).list();
    }

    public Optional<Preset> find(AccountId account, long id) {
        return jdbc.sql("select " + COLUMNS + " from preset where account_id = ? and id = ?")
                .param(account.value()).param(id).query(this::preset).optional();
    }

    /**
     * Saves under the preset's id, or as a new one where it has none or nobody saved under it.
     *
     * @throws FilterError if its filter is beyond the limits of CONTRACT §2
     */
    @Transactional
    public Preset save(AccountId account, Preset preset) {
        Optional<Preset> saved = preset.id() == null ? Optional.empty() : update(account, preset);
        return saved.orElseGet(() -> insert(account, preset));
    }

    private Optional<Preset> update(AccountId account, Preset preset) {
        return written(jdbc.sql("update preset set name = ?, request = ?, filter = ?::jsonb, ordering = ?::jsonb,"
                + " limit_to = ?, pinned = ? where account_id = ? and id = ? returning " + COLUMNS), preset)
                .param(account.value()).param(preset.id()).query(this::preset).optional();
    }

    private Preset insert(AccountId account, Preset preset) {
        return written(jdbc.sql("insert into preset (name, request, filter, ordering, limit_to, pinned, account_id)"
                + " values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) returning " + COLUMNS), preset)
                .param(account.value()).query(this::preset).single();
    }

    private JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, Preset preset) {
        return statement.param(preset.name()).param(preset.request())
                .param(json.writeValueAsString(FilterJson.write(preset.where())))
                .param(json.writeValueAsString(FilterJson.write(preset.order())))
                .param(preset.limit()).param(preset.pinned());
    }

    /** Whether there was one to delete. */
    public boolean delete(AccountId account, long id) {
        return jdbc.sql("delete from preset where account_id = ? and id = ?").param(account.value()).param(id)
                .update() > 0;
    }

    private Preset preset(ResultSet row, int number) throws SQLException {
        JsonNode where = json.readTree(row.getString("filter"));
        JsonNode order = json.readTree(row.getString("ordering"));
        @Nullable
        Integer limit = row.getObject("limit_to", Integer.class);
        return new Preset(row.getLong("id"), row.getString("name"), row.getString("request"), FilterJson.read(where),
                FilterJson.readOrder(order, ""), limit, row.getBoolean("pinned"));
    }
}
