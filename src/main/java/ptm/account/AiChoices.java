package ptm.account;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person wants of models: none, the operator's, or their own. Asked before every question to one. */
@Service
public class AiChoices {
    private final JdbcClient db;
    private final KeySeal seal;
    private final Audit audit;
    private final Clock clock;
    private final String sharedHost;

    /** @param shared the operator's endpoint, empty where there is none */
    AiChoices(JdbcClient db, KeySeal seal, Audit audit, Clock clock, @Value("${ptm.ai.url:}") String shared) {
        this.db = db;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
        this.sharedHost = shared.isBlank() ? "" : String.valueOf(URI.create(shared.strip()).getHost());
    }

    /**
     * What is kept of a person's own endpoint, but for its key.
     *
     * @param keyEnd   the last characters of the key; empty where there is none or it is short
     * @param readable whether the key can still be used: not where the operator's secret is another by now
     */
    public record Kept(String url, String model, @Nullable String fastModel, boolean hasKey, String keyEnd,
            Instant at, boolean readable) {}

    /** Which model may be asked about this person's words, as it stands now. */
    public AiAccess of(AccountId account) {
        return db.sql("""
                select a.role, a.ai_refused, e.* from account a left join ai_endpoint e on e.account_id = a.id
                where a.id = ?""").param(account.value()).query((rs, n) -> access(account, rs)).optional()
                .orElseGet(AiAccess.Missing::new);
    }

    private AiAccess access(AccountId account, ResultSet rs) throws SQLException {
        Role role = Role.valueOf(rs.getString("role"));
        if (rs.getBoolean("ai_refused"))
            return new AiAccess.Refused();
        if (rs.getString("url") != null && role.isLetIn())
            // who brought an endpoint along chose where their words go: they go nowhere else, even if it is unreadable
            return endpoint(account, rs).<AiAccess>map(AiAccess.Own::new).orElseGet(AiAccess.Missing::new);
        return role.hasModels() && !sharedHost.isEmpty()
                ? new AiAccess.Shared(sharedHost)
                : new AiAccess.Missing();
    }

    private Optional<AiEndpoint> endpoint(AccountId account, ResultSet rs) throws SQLException {
        String url = rs.getString("url");
        byte[] sealed = rs.getBytes("sealed_key");
        Optional<String> key = sealed == null ? Optional.empty() : seal.open(sealed, context(account, url));
        return sealed != null && key.isEmpty()
                ? Optional.empty()
                : Optional.of(new AiEndpoint(URI.create(url), rs.getString("model"), rs.getString("fast_model"),
                        key.orElse(null)));
    }

    /** A key is good for one account and one address: a row that somebody changed or moved gives it to nobody. */
    private static String context(AccountId account, String url) {
        return account.value() + " " + url;
    }

    /** Whether a model may be asked about this person's words. */
    public boolean isGiven(AccountId account) {
        return of(account).isGiven();
    }

    /** From now on no model is asked about this person's words, or one is again. */
    @Transactional
    public void refuse(AccountId account, boolean refused) {
        int changed = db.sql("update account set ai_refused = :refused where id = :id and ai_refused <> :refused")
                .param("refused", refused).param("id", account.value()).update();
        if (changed > 0)
            audit.write(account, "ai", refused ? "off" : "on");
    }

    /** Whether a person's key can be kept here: not where the operator gave no secret to seal it with. */
    public boolean canKeepKeys() {
        return seal.isSet();
    }

    public Optional<Kept> kept(AccountId account) {
        return db.sql("select * from ai_endpoint where account_id = ?").param(account.value())
                .query((rs, n) -> new Kept(rs.getString("url"), rs.getString("model"), rs.getString("fast_model"),
                        rs.getBytes("sealed_key") != null, rs.getString("key_end"),
                        rs.getTimestamp("kept_at").toInstant(), endpoint(account, rs).isPresent()))
                .optional();
    }

    /**
     * From now on this endpoint is asked about the person's words, and no other.
     *
     * @throws IllegalStateException if it has a key and keys cannot be kept here
     */
    @Transactional
    public void keep(AccountId account, AiEndpoint endpoint) {
        String url = endpoint.url().toString();
        byte[] sealed = endpoint.key() == null ? null : seal.seal(endpoint.key(), context(account, url));
        db.sql("""
                insert into ai_endpoint (account_id, url, model, fast_model, sealed_key, key_end, kept_at)
                values (:account, :url, :model, :fast, :key, :end, :at)
                on conflict (account_id) do update set url = excluded.url, model = excluded.model,
                    fast_model = excluded.fast_model, sealed_key = excluded.sealed_key, key_end = excluded.key_end,
                    kept_at = excluded.kept_at""")
                .param("account", account.value()).param("url", url).param("model", endpoint.model())
                .param("fast", endpoint.fastModel()).param("key", sealed).param("end", endpoint.keyEnd())
                .param("at", Timestamp.from(clock.instant())).update();
        audit.write(account, "ai-endpoint", "set: " + endpoint.host());
    }

    /** Forgets the person's own endpoint and key; whether there was one. */
    @Transactional
    public boolean remove(AccountId account) {
        boolean removed = db.sql("delete from ai_endpoint where account_id = ?").param(account.value()).update() > 0;
        if (removed)
            audit.write(account, "ai-endpoint", "removed");
        return removed;
    }

    /** Two accounts become one: a no said in either holds, and the endpoint of the emptier one moves along. */
    void merge(AccountId from, AccountId into) {
        AiAccess access = of(from);
        if (access instanceof AiAccess.Own(AiEndpoint endpoint) && kept(into).isEmpty())
            keep(into, endpoint);
        if (access instanceof AiAccess.Refused)
            refuse(into, true);
    }
}
