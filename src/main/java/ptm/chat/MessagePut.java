package ptm.chat;

import ptm.account.AccountId;

/** Something was said in a thread, or said anew; published in its transaction. @param entry as the log has it */
public record MessagePut(AccountId account, Address address, ChatLog.Told entry) {}
