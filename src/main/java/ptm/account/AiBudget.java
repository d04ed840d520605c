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

    /** The two stretches of time that have a limit of their own. */
    private enum Period {
        DAY, MONTH;

        LocalDate begin(LocalDate today) {
            return this == DAY ? today : today.withDayOfMonth(1);
        }

        Instant end(LocalDate today) {
            LocalDate next = this == DAY ? today.plusDays(1) : today.withDayOfMonth(1).plusMonths(1);
            return next.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** @param reserved set aside for calls under way */
    private record Spent(long settled, long reserved) {
        boolean isAll(@Nullable Long limit) {
            return limit != null && settled >= limit;
        }

        boolean leavesNothing(@Nullable Long limit) {
            return limit != null && settled + reserved >= limit;
        }
    }

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
        if (!isLeft(account, today()))
            return Optional.empty();
        Reservation reservation = new Reservation(account, UUID.randomUUID());
        db.sql("insert into ai_reservation (account_id, id, tokens, expires_at) values (?, ?, ?, ?)")
                .params(account.value(), reservation.id(), tokens, Timestamp.from(now.plus(LONGEST_CALL))).update();
        return Optional.of(reservation);
    }

    private boolean isLeft(AccountId account, LocalDate today) {
        Spent month = spent(limits.tokensAMonth(), account, Period.MONTH, today);
        Spent overall = spent(limits.tokensAMonthOverall(), null, Period.MONTH, today);
        Spent day = spent(limits.tokensADay(), account, Period.DAY, today);
        if (month.isAll(limits.tokensAMonth()) || overall.isAll(limits.tokensAMonthOverall()))
            tell(account, Period.MONTH, true, today);
        else if (day.isAll(limits.tokensADay()))
            tell(account, Period.DAY, true, today);
        return !month.leavesNothing(limits.tokensAMonth()) && !overall.leavesNothing(limits.tokensAMonthOverall())
                && !day.leavesNothing(limits.tokensADay());
    }

    /** @param account whose, or null for everybody's */
    private Spent spent(@Nullable Long limit, @Nullable AccountId account, Period period, LocalDate today) {
        if (limit == null)
            return new Spent(0, 0);
        return db.sql("""
                select (select coalesce(sum(tokens_in + tokens_out), 0) from ai_usage
                        where (:account::bigint is null or account_id = :account) and day >= :since and not own),
                       (select coalesce(sum(tokens), 0) from ai_reservation
                        where (:account::bigint is null or account_id = :account) and expires_at > :now)""")
                .param("account", account == null ? null : account.value())
                .param("since", Date.valueOf(period.begin(today))).param("now", Timestamp.from(clock.instant()))
                .query((rs, n) -> new Spent(rs.getLong(1), rs.getLong(2))).single();
    }

    /** Puts what the call did cost in place of what was set aside; nothing for a call that failed. */
    @Transactional
    public void settle(Reservation reservation, long tokensIn, long tokensOut) {
        AccountId account = reservation.account();
        db.sql("delete from ai_reservation where account_id = ? and id = ?").params(account.value(), reservation.id())
                .update();
        add(account, false, tokensIn, tokensOut);
        warn(account, today());
    }

    /** Counts a call that the person pays for themselves: it takes nothing from any budget. */
    @Transactional
    public void count(AccountId account, long tokensIn, long tokensOut) {
        add(account, true, tokensIn, tokensOut);
    }

    private void add(AccountId account, boolean own, long tokensIn, long tokensOut) {
        db.sql("""
                insert into ai_usage (account_id, day, own, calls, tokens_in, tokens_out) values (?, ?, ?, 1, ?, ?)
                on conflict (account_id, day, own) do update set calls = ai_usage.calls + 1,
                    tokens_in = ai_usage.tokens_in + excluded.tokens_in,
                    tokens_out = ai_usage.tokens_out + excluded.tokens_out""")
                .params(account.value(), Date.valueOf(today()), own, tokensIn, tokensOut).update();
    }

    /** Of two limits that are near, the one that lasts longer is told of. */
    private void warn(AccountId account, LocalDate today) {
        AiUsage usage = usage(account);
        if (usage.shareOfMonth() >= NEARLY)
            tell(account, Period.MONTH, usage.shareOfMonth() >= 1, today);
        if (usage.shareOfMonth() < 1 && usage.shareOfDay() >= NEARLY)
            tell(account, Period.DAY, usage.shareOfDay() >= 1, today);
    }

    private void tell(AccountId account, Period period, boolean usedUp, LocalDate today) {
        int first = db.sql("""
                insert into ai_notice (account_id, period, since, used_up) values (?, ?, ?, ?)
                on conflict do nothing""")
                .params(account.value(), period.name(), Date.valueOf(period.begin(today)), usedUp).update();
        if (first == 1)
            events.publishEvent(new AiBudgetNearlyUsed(account, usedUp, period.end(today)));
    }

    /** What the person's questions have cost the operator this month, calls under way aside. */
    public AiUsage usage(AccountId account) {
        return usage(account, false);
    }

    /** What the person's questions have cost themselves this month, by their own key: no limit, and no price is known. */
    public AiUsage ownUsage(AccountId account) {
        return usage(account, true);
    }

    private AiUsage usage(AccountId account, boolean own) {
        LocalDate today = today();
        return db.sql("""
                select coalesce(sum(calls), 0), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0),
                       coalesce(sum(tokens_in + tokens_out) filter (where day = :today), 0)
                from ai_usage where account_id = :account and day >= :month and own = :own""")
                .param("account", account.value()).param("today", Date.valueOf(today)).param("own", own)
                .param("month", Date.valueOf(Period.MONTH.begin(today)))
                .query((rs, n) -> new AiUsage(rs.getInt(1), rs.getLong(2), rs.getLong(3), rs.getLong(4),
                        own ? null : limits.tokensADay(), own ? null : limits.tokensAMonth(),
                        own ? null : limits.cost(rs.getLong(2), rs.getLong(3))))
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
