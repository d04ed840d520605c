package ptm.account;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What models may cost a person and everybody together. Tokens are reserved before a call and settled after it, so that
 * calls at the same moment cannot all take what is left.
 */
@Service
@EnableConfigurationProperties(AiLimits.class)
public class AiBudget {
    /** Longer than any call is waited for; a reservation that a crash left behind counts until then. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
    /** The share of a budget at which the person is told. */
    private static final double NEARLY = 0.8;
    /** Names the lock that makes reservations wait for each other. */
    private static final long LOCK = 0x41_49_42;

    private final JdbcClient db;
    private final AiLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AiBudget(JdbcClient db, AiLimits limits, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Tokens set aside for one call. */
    public record Reservation(AccountId account, UUID id) {}

    /**
     * Sets tokens aside while a budget has any left, so that all calls together pass it by one call at most; empty where
     * one is used up. In a short transaction of its own, never around the call.
     *
     * @param tokens what the call may cost, at a guess
     */
    @Transactional
    public Optional<Reservation> reserve(AccountId account, long tokens) {
        db.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((rs, n) -> 0).single();
        Instant now = clock.instant();
        db.sql("delete from ai_reservation where account_id = ? and expires_at <= ?")
                .params(account.value(), Timestamp.from(now)).update();
        LocalDate today = today();
        if (isUsedUp(limits.tokensADay(), account, today) || isUsedUp(limits.tokensAMonth(), account, month(today))
                || isUsedUp(limits.tokensAMonthOverall(), null, month(today)))
            return Optional.empty();
        Reservation reservation = new Reservation(account, UUID.randomUUID());
        db.sql("insert into ai_reservation (account_id, id, tokens, expires_at) values (?, ?, ?, ?)")
                .params(account.value(), reservation.id(), tokens, Timestamp.from(now.plus(LONGEST_CALL))).update();
        return Optional.of(reservation);
    }

    /** @param account whose, or null for everybody's */
    private boolean isUsedUp(@Nullable Long limit, @Nullable AccountId account, LocalDate since) {
        if (limit == null)
            return false;
        long used = db.sql("""
                select (select coalesce(sum(tokens_in + tokens_out), 0) from ai_usage
                        where (:account::bigint is null or account_id = :account) and day >= :since)
                     + (select coalesce(sum(tokens), 0) from ai_reservation
                        where (:account::bigint is null or account_id = :account) and expires_at > :now)""")
                .param("account", account == null ? null : account.value()).param("since", Date.valueOf(since))
                .param("now", Timestamp.from(clock.instant())).query(Long.class).single();
        return used >= limit;
    }

    /** Puts what the call did cost in place of what was set aside; nothing for a call that failed. */
    @Transactional
    public void settle(Reservation reservation, long tokensIn, long tokensOut) {
        AccountId account = reservation.account();
        double before = usage(account).share();
        db.sql("delete from ai_reservation where account_id = ? and id = ?").params(account.value(), reservation.id())
                .update();
        db.sql("""
                insert into ai_usage (account_id, day, calls, tokens_in, tokens_out) values (?, ?, 1, ?, ?)
                on conflict (account_id, day) do update set calls = ai_usage.calls + 1,
                    tokens_in = ai_usage.tokens_in + excluded.tokens_in,
                    tokens_out = ai_usage.tokens_out + excluded.tokens_out""")
                .params(account.value(), Date.valueOf(today()), tokensIn, tokensOut).update();
        double after = usage(account).share();
        if (before < NEARLY && after >= NEARLY)
            events.publishEvent(new AiBudgetNearlyUsed(account, Math.min(1, after)));
    }

    /** What the person's questions have cost this month, calls under way aside. */
    public AiUsage usage(AccountId account) {
        LocalDate today = today();
        return db.sql("""
                select coalesce(sum(calls), 0), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0),
                       coalesce(sum(tokens_in + tokens_out) filter (where day = :today), 0)
                from ai_usage where account_id = :account and day >= :month""")
                .param("account", account.value()).param("today", Date.valueOf(today))
                .param("month", Date.valueOf(month(today)))
                .query((rs, n) -> new AiUsage(rs.getInt(1), rs.getLong(2), rs.getLong(3), rs.getLong(4),
                        limits.tokensADay(), limits.tokensAMonth(), limits.cost(rs.getLong(2), rs.getLong(3))))
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }
}
