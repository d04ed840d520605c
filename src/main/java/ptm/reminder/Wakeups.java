package ptm.reminder;

import java.time.Instant;

import ptm.account.AccountId;

/** Where it is put down, in the caller's transaction, that an account's reminders are to be looked at then. */
interface Wakeups {

    void add(AccountId account, Instant at);
}
