package ptm.task;

import java.util.List;

import ptm.account.AccountId;

/**
 * New tasks were saved, in the transaction that is still open; the next occurrence of a repeating task too, which has
 * its values from the one before and a {@link Task#previous}.
 */
public record TasksCaptured(AccountId account, ChangeSetId changeSet, List<Task> tasks) {}
