package ptm.task;

import java.util.List;

import ptm.account.AccountId;

/** New tasks were saved, in the transaction that is still open. */
public record TasksCaptured(AccountId account, ChangeSetId changeSet, List<Task> tasks) {}
