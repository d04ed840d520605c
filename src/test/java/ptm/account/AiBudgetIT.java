package ptm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;

class AiBudgetIT {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final List<Object> events = new ArrayList<>();
    private AccountId dina = new AccountId(0);

    @BeforeEach
    void onlyDinaIsHere() {
        database.jdbc().sql("truncate account cascade").update();
        dina = TestAccounts.member(database.jdbc());
    }

    private AiBudget budget(@Nullable Long day, @Nullable Long month, @Nullable Long overall, Instant now) {
        return new AiBudget(database.jdbc(), new AiLimits(day, month, overall, 1.0, 4.0), events::add,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void spend(AiBudget budget, AccountId account, long in, long out) {
        budget.settle(budget.reserve(account, in + out).orElseThrow(), in, out);
    }

    @Test
    void withoutLimitsEverythingIsAllowedAndCounted() {
        AiBudget budget = budget(null, null, null, NOW);
        spend(budget, dina, 2_000_000, 500_000);
        AiUsage usage = budget.usage(dina);
        assertThat(usage.calls()).isEqualTo(1);
        assertThat(usage.cost()).isEqualTo(4.0);
        assertThat(usage.share()).isZero();
    }

    @Test
    void aDaysBudgetIsThereAgainTomorrow() {
        spend(budget(1_000L, null, null, NOW), dina, 900, 200);
        assertThat(budget(1_000L, null, null, NOW).reserve(dina, 10)).isEmpty();
        assertThat(budget(1_000L, null, null, NOW.plus(Duration.ofDays(1))).reserve(dina, 10)).isPresent();
    }

    @Test
    void aMonthsBudgetIsThereAgainNextMonth() {
        spend(budget(null, 1_000L, null, NOW), dina, 900, 200);
        assertThat(budget(null, 1_000L, null, NOW.plus(Duration.ofDays(1))).reserve(dina, 10)).isEmpty();
        assertThat(budget(null, 1_000L, null, NOW.plus(Duration.ofDays(7))).reserve(dina, 10)).isPresent();
    }

    @Test
    void theBudgetOfEverybodyStopsEverybody() {
        AccountId boris = TestAccounts.member(database.jdbc());
        AiBudget budget = budget(null, null, 1_000L, NOW);
        spend(budget, boris, 1_000, 0);
        assertThat(budget.reserve(dina, 10)).isEmpty();
    }

    @Test
    void onesBudgetIsNotAnothers() {
        AccountId boris = TestAccounts.member(database.jdbc());
        AiBudget budget = budget(1_000L, null, null, NOW);
        spend(budget, boris, 1_000, 0);
        assertThat(budget.reserve(dina, 10)).isPresent();
        assertThat(budget.usage(dina).tokensIn()).isZero();
    }

    @Test
    void callsThatFailedCostNothing() {
        AiBudget budget = budget(1_000L, null, null, NOW);
        for (int i = 0; i < 5; i++)
            budget.settle(budget.reserve(dina, 999).orElseThrow(), 0, 0);
        assertThat(budget.reserve(dina, 999)).isPresent();
    }

    @Test
    void whatACrashLeftReservedRunsOut() {
        assertThat(budget(1_000L, null, null, NOW).reserve(dina, 1_000)).isPresent();
        assertThat(budget(1_000L, null, null, NOW).reserve(dina, 1)).isEmpty();
        assertThat(budget(1_000L, null, null, NOW.plus(Duration.ofMinutes(10))).reserve(dina, 1)).isPresent();
    }

    @Test
    void fiftyAtOncePassTheBudgetByOneCallAtMost() throws Exception {
        AiBudget budget = budget(null, 100_000L, null, NOW);
        spend(budget, dina, 99_000, 0);
        List<Future<Boolean>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++)
                asked.add(threads.submit(() -> {
                    Optional<AiBudget.Reservation> reserved =
                            database.transaction().execute(_ -> budget.reserve(dina, 3_000));
                    return reserved != null && reserved.isPresent();
                }));
        }
        int let = 0;
        for (Future<Boolean> each : asked)
            let += each.get() ? 1 : 0;
        assertThat(let).isEqualTo(1);
    }

    @Test
    void thePersonIsToldOnceAtFourFifthsAndOnceAtTheEnd() {
        AiBudget budget = budget(null, 1_000L, null, NOW);
        spend(budget, dina, 700, 0);
        assertThat(events).isEmpty();
        spend(budget, dina, 100, 0);
        spend(budget, dina, 100, 0);
        Instant december = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(events).containsExactly(new AiBudgetNearlyUsed(dina, false, december));
        spend(budget, dina, 100, 0);
        assertThat(budget.reserve(dina, 1)).isEmpty();
        assertThat(events).containsExactly(new AiBudgetNearlyUsed(dina, false, december),
                new AiBudgetNearlyUsed(dina, true, december));
    }

    @Test
    void whoPassesADaysBudgetIsToldAgainOnlyAnotherDay() {
        spend(budget(1_000L, null, null, NOW), dina, 1_200, 0);
        assertThat(budget(1_000L, null, null, NOW).reserve(dina, 1)).isEmpty();
        assertThat(events).containsExactly(
                new AiBudgetNearlyUsed(dina, true, NOW.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))));
        spend(budget(1_000L, null, null, NOW.plus(Duration.ofDays(1))), dina, 1_200, 0);
        assertThat(events).hasSize(2);
    }

    @Test
    void whoIsRefusedByEverybodysBudgetIsToldOnce() {
        AiBudget budget = budget(null, null, 1_000L, NOW);
        spend(budget, TestAccounts.member(database.jdbc()), 1_000, 0);
        events.clear();
        assertThat(budget.reserve(dina, 1)).isEmpty();
        assertThat(budget.reserve(dina, 1)).isEmpty();
        assertThat(events).singleElement().isInstanceOfSatisfying(AiBudgetNearlyUsed.class,
                event -> assertThat(event.usedUp()).isTrue());
    }

    @Test
    void whatIsOnlySetAsideIsNotToldOfAsUsedUp() {
        AiBudget budget = budget(null, 1_000L, null, NOW);
        assertThat(budget.reserve(dina, 1_000)).isPresent();
        assertThat(budget.reserve(dina, 1)).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void whatAPersonPaysThemselvesTakesFromNoBudget() {
        AiBudget budget = budget(1_000L, 1_000L, 1_000L, NOW);
        budget.count(dina, 5_000, 5_000);
        assertThat(budget.reserve(dina, 10)).isPresent();
        assertThat(budget.usage(dina).tokens()).isZero();
        assertThat(budget.ownUsage(dina)).isEqualTo(new AiUsage(1, 5_000, 5_000, 10_000, null, null, null));
        assertThat(events).isEmpty();
    }
}
