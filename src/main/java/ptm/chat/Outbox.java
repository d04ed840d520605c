package ptm.chat;

import org.springframework.stereotype.Component;

import ptm.account.AccountId;

/** Messages to people, written in the transaction of what they tell of and sent after its commit, in order. */
@Component
public class Outbox {

    /** Says something in a thread, or says it anew where a message of the same key stands there. */
    public void put(AccountId account, Address to, Message message) {
        throw new UnsupportedOperationException();
    }
}
