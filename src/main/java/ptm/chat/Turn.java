package ptm.chat;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import ptm.account.Account;
import ptm.account.AccountId;

/**
 * One person's turn in a conversation: who speaks, where, when, and how they are answered.
 *
 * @param source the channel's id of the message to answer, absent where a button was pressed
 */
record Turn(Account account, Address address, Wording say, @Nullable String source) {

    AccountId id() {
        return account.id();
    }

    Instant now() {
        return say.now();
    }

    ZoneId zone() {
        return say.zone();
    }
}
