package ptm.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that are good once and for a quarter of an hour; only their hashes are stored. */
@Repository
class OneTimeCodes {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int BYTES = 18;

    private final JdbcClient db;
    private final Clock clock;

    OneTimeCodes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a code is for. */
    enum Kind {
        OWNER, LINK, SIGN_IN
    }

    /** What a good code stands for; the account is absent for an owner's. */
    record Meaning(Kind kind, @Nullable AccountId account) {}

    record Issued(String code, Instant expiresAt) {}

    Issued issue(Kind kind, @Nullable AccountId account) {
        Instant now = clock.instant();
        db.sql("delete from one_time_code where expires_at <= ?").param(Timestamp.from(now)).update();
        String code = Secret.random(BYTES);
        Instant expiresAt = now.plus(LIFETIME);
        db.sql("insert into one_time_code (hash, kind, account_id, expires_at) values (:hash, :kind, :account, :until)")
                .param("hash", Secret.hash(code)).param("kind", kind.name())
                .param("account", account == null ? null : account.value()).param("until", Timestamp.from(expiresAt))
                .update();
        return new Issued(code, expiresAt);
    }

    /** What this code means while it is good; nobody else can use it until this transaction ends. */
    Optional<Meaning> find(String code) {
        return db.sql("select kind, account_id from one_time_code where hash = ? and expires_at > ? for update")
                .params(Secret.hash(code), Timestamp.from(clock.instant()))
                .query((rs, n) -> new Meaning(Kind.valueOf(rs.getString(1)),
                        rs.getObject(2) == null ? null : new AccountId(rs.getLong(2))))
                .optional();
    }

    void burn(String code) {
        db.sql("delete from one_time_code where hash = ?").param(Secret.hash(code)).update();
    }

    void burnOwnerCodes() {
        db.sql("delete from one_time_code where kind = 'OWNER'").update();
    }
}
