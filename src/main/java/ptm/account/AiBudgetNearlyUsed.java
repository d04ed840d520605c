package ptm.account;

import java.time.Instant;

/**
 * A person's questions to models have passed four fifths of what they may cost, or all of it; said once for each share
 * and period.
 *
 * @param usedUp whether nothing is left: PTM reads by itself until then
 * @param until  when there is a new budget
 */
public record AiBudgetNearlyUsed(AccountId account, boolean usedUp, Instant until) {}
