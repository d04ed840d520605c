package ptm.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens that scripts sign in with; only their hashes are stored. */
@Service
public class AccessTokens {
    /** What every token made here begins with, so that a leaked one is recognised. */
    public static final String PREFIX = "ptm_";
    private static final int BYTES = 32;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    AccessTokens(JdbcClient db, Accounts accounts, Audit audit, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose token this is, if they are let in; notes when it was used, to the minute. */
    public Optional<Account> authenticate(String secret) {
        byte[] hash = Secret.hash(secret);
        Optional<AccountId> account = db.sql("select account_id from access_token where hash = ?").param(hash)
                .query(Long.class).optional().map(AccountId::new);
        if (account.isPresent())
            noteUse(hash, clock.instant());
        return account.flatMap(accounts::find).filter(person -> person.role().isLetIn());
    }

    private void noteUse(byte[] hash, Instant now) {
        db.sql("""
                update access_token set last_used_at = ?
                where hash = ? and (last_used_at is null or last_used_at < ?)""")
                .params(Timestamp.from(now), hash, Timestamp.from(now.minus(NOTED_EVERY))).update();
    }

    @Transactional
    public AccessToken.Issued create(AccountId account, String name) {
        String secret = PREFIX + Secret.random(BYTES);
        AccessToken token = insert(account, secret, name, false);
        audit.write(account, "token made", name);
        return new AccessToken.Issued(token, secret);
    }

    /** A person's tokens, the oldest first. */
    public List<AccessToken> list(AccountId account) {
        return db.sql("""
                select id, name, bootstrap, created_at, last_used_at from access_token
                where account_id = ? order by id""").param(account.value()).query(AccessTokens::row).list();
    }

    /** Whether there was one to remove; the one that a setting makes stays until the setting goes. */
    @Transactional
    public boolean revoke(AccountId account, long id) {
        boolean gone = db.sql("delete from access_token where account_id = ? and id = ? and not bootstrap")
                .params(account.value(), id).update() == 1;
        if (gone)
            audit.write(account, "token revoked", Long.toString(id));
        return gone;
    }

    /** Makes this the owner's bootstrap token in place of what it was. */
    void setBootstrap(AccountId owner, String secret) {
        boolean same =
                db.sql("select exists(select 1 from access_token where bootstrap and account_id = ? and hash = ?)")
                        .params(owner.value(), Secret.hash(secret)).query(Boolean.class).single();
        if (same)
            return;
        removeBootstrap();
        insert(owner, secret, "PTM_BOOTSTRAP_TOKEN", true);
        audit.write(owner, "token set", "PTM_BOOTSTRAP_TOKEN");
    }

    void removeBootstrap() {
        db.sql("delete from access_token where bootstrap returning account_id").query(Long.class).list()
                .forEach(owner -> audit.write(new AccountId(owner), "token removed", "PTM_BOOTSTRAP_TOKEN"));
    }

    private AccessToken insert(AccountId account, String secret, String name, boolean bootstrap) {
        return db.sql("""
                insert into access_token (account_id, hash, name, bootstrap, created_at) values (?, ?, ?, ?, ?)
                returning id, name, bootstrap, created_at, last_used_at""")
                .params(account.value(), Secret.hash(secret), name, bootstrap, Timestamp.from(clock.instant()))
                .query(AccessTokens::row).single();
    }

    private static AccessToken row(ResultSet rs, int number) throws SQLException {
        Timestamp used = rs.getTimestamp("last_used_at");
        Instant lastUsedAt = used == null ? null : used.toInstant();
        return new AccessToken(rs.getLong("id"), rs.getString("name"), rs.getBoolean("bootstrap"),
                rs.getTimestamp("created_at").toInstant(), lastUsedAt);
    }
}
