package ptm.account;

/**
 * A person's questions to models have just passed four fifths of what they may cost, or all of it.
 *
 * @param share of the budget, 0.8 to 1
 */
public record AiBudgetNearlyUsed(AccountId account, double share) {}
