package ptm.chat;

import ptm.account.AccountId;

/** Nothing said in this thread arrives any more: the person blocked us there, or is gone. */
public record ThreadUnreachable(AccountId account, Address address) {}
