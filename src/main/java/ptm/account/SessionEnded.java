package ptm.account;

import java.util.UUID;

/** A session of the panel ended, in the transaction that is still open; what hangs on it must close. */
public record SessionEnded(AccountId account, UUID session) {}
