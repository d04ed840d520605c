package ptm.task;

import ptm.account.AccountId;

/** A task was edited, undone or deleted, in the transaction that is still open. */
public record TaskChanged(AccountId account, ChangeSetId changeSet, Task before, Task after) {}
