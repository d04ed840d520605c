package ptm.panel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;

/** Tickets that open one WebSocket each, on any instance, within half a minute: an address is no place for a token. */
@Component
class SocketTickets {
    static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final int BYTES = 24;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SocketTickets(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whose a ticket was; the session is absent where it was made with an API token. */
    record Holder(AccountId account, @Nullable UUID session) {}

    String issue(AccountId account, @Nullable UUID session) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Timestamp now = Timestamp.from(clock.instant());
        db.sql("delete from ws_ticket where account_id = ? and expires_at <= ?").params(account.value(), now).update();
        db.sql("insert into ws_ticket (account_id, hash, session_id, expires_at) values (:account, :hash, :session, :until)")
                .param("account", account.value()).param("hash", hash(ticket)).param("session", session)
                .param("until", Timestamp.from(clock.instant().plus(LIFETIME))).update();
        return ticket;
    }

    Optional<Holder> redeem(String ticket) {
        return db.sql("delete from ws_ticket where hash = ? and expires_at > ? returning account_id, session_id")
                .params(hash(ticket), Timestamp.from(clock.instant()))
                .query((rs, n) -> new Holder(new AccountId(rs.getLong(1)), rs.getObject(2, UUID.class))).optional();
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
