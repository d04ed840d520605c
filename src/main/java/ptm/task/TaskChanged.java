package ptm.task;

import ptm.account.AccountId;

/**
 * A task was edited, undone, deleted, or came back, in the transaction that is still open. What came back, or was
 * imported, is deleted in {@code before}; what went is deleted in {@code after}.
 */
public record TaskChanged(AccountId account, ChangeSetId changeSet, Task before, Task after) {}
