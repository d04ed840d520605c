package ptm.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of the panel: families of refresh tokens, each token good for one refresh. */
@Service
public class Sessions {
    /** How long a session lives without being refreshed. */
    public static final Duration LIFETIME = Duration.ofDays(30);
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(JdbcClient db, Accounts accounts, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Session open(AccountId account) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        db.sql("delete from session where account_id = ? and expires_at <= ?")
                .params(account.value(), Timestamp.from(now)).update();
        db.sql("insert into session (account_id, id, created_at, last_used_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(account.value(), id, Timestamp.from(now), Timestamp.from(now),
                        Timestamp.from(now.plus(LIFETIME)))
                .update();
        audit.write(account, "signed in", "panel");
        return issue(accounts.require(account), id);
    }

    /** The next token of a family; empty if this one is unknown or old. A token that was used before ends its family. */
    @Transactional
    public Optional<Session> refresh(String refreshToken) {
        byte[] hash = Secret.hash(refreshToken);
        Optional<Found> found = db.sql("""
                select t.account_id, t.session_id, t.used, s.expires_at
                from refresh_token t join session s on s.account_id = t.account_id and s.id = t.session_id
                where t.hash = ? for update""").param(hash)
                .query((rs, n) -> new Found(new AccountId(rs.getLong(1)), rs.getObject(2, UUID.class), rs.getBoolean(3),
                        rs.getTimestamp(4).toInstant()))
                .optional();
        return found.flatMap(token -> refresh(token, hash));
    }

    private Optional<Session> refresh(Found token, byte[] hash) {
        Instant now = clock.instant();
        Account account = accounts.require(token.account);
        if (token.used || !token.expiresAt.isAfter(now) || !account.role().isLetIn()) {
            if (token.used)
                audit.write(token.account, "refresh token reused", "the session was ended");
            end(token.account, token.session);
            return Optional.empty();
        }
        db.sql("update refresh_token set used = true where hash = ?").param(hash).update();
        db.sql("update session set last_used_at = ?, expires_at = ? where account_id = ? and id = ?")
                .params(Timestamp.from(now), Timestamp.from(now.plus(LIFETIME)), token.account.value(), token.session)
                .update();
        return Optional.of(issue(account, token.session));
    }

    /** Whose session this is while it lasts and they are let in. */
    public Optional<Account> find(AccountId account, UUID session) {
        return db.sql("select account_id from session where account_id = ? and id = ? and expires_at > ?")
                .params(account.value(), session, Timestamp.from(clock.instant())).query(Long.class).optional()
                .flatMap(id -> accounts.find(account)).filter(person -> person.role().isLetIn());
    }

    /** Whose refresh token this is, without using it up; empty if it is not the current one of its family. */
    public Optional<Account> peek(String refreshToken) {
        return db.sql("""
                select s.account_id from refresh_token t join session s on s.account_id = t.account_id
                    and s.id = t.session_id where t.hash = ? and not t.used and s.expires_at > ?""")
                .params(Secret.hash(refreshToken), Timestamp.from(clock.instant())).query(Long.class).optional()
                .flatMap(id -> accounts.find(new AccountId(id)));
    }

    @Transactional
    public void end(AccountId account, UUID session) {
        int gone = db.sql("delete from session where account_id = ? and id = ?").params(account.value(), session)
                .update();
        if (gone == 1) {
            audit.write(account, "signed out", "panel");
            events.publishEvent(new SessionEnded(account, session));
        }
    }

    /** Ends the session that this refresh token, current or old, belongs to; does nothing if there is none. */
    @Transactional
    public void end(String refreshToken) {
        db.sql("select account_id, session_id from refresh_token where hash = ?").param(Secret.hash(refreshToken))
                .query((rs, n) -> new Found(new AccountId(rs.getLong(1)), rs.getObject(2, UUID.class), false,
                        Instant.MIN))
                .optional().ifPresent(found -> end(found.account, found.session));
    }

    private Session issue(Account account, UUID session) {
        String token = Secret.random(BYTES);
        db.sql("insert into refresh_token (account_id, session_id, hash) values (?, ?, ?)")
                .params(account.id().value(), session, Secret.hash(token)).update();
        return new Session(session, account, token);
    }

    private record Found(AccountId account, UUID session, boolean used, Instant expiresAt) {}
}
