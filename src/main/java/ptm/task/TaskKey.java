package ptm.task;

import ptm.account.AccountId;

/** Where a task is found: always by account and id, never by id alone. */
public record TaskKey(AccountId account, TaskId id) {

    public static TaskKey of(AccountId account, long id) {
        return new TaskKey(account, new TaskId(id));
    }
}
