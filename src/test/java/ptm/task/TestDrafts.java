package ptm.task;

import java.time.Instant;

import ptm.account.AccountId;

/** The task that a draft becomes. */
public final class TestDrafts {
    private TestDrafts() {}

    public static Task task(TaskDraft draft, Instant now) {
        return task(draft, 0, now);
    }

    public static Task task(TaskDraft draft, long id, Instant now) {
        return Drafting.task(TaskKey.of(new AccountId(1), id), draft, now);
    }
}
