package ptm.chat;

import java.time.Duration;

/** How handing over a message ended. */
public sealed interface Delivery {

    /** @param message the channel's id of the message as it stands now */
    record Delivered(String message) implements Delivery {}

    /** Not now: again after this long. @param maybeSent whether it may have arrived all the same */
    record Later(Duration after, boolean maybeSent) implements Delivery {}

    /** The person cannot be reached here any more. */
    record Unreachable() implements Delivery {}

    /** The thread has another name now. */
    record Moved(Address to) implements Delivery {}

    /** It will never be taken. @param reason for operators, without a person's words */
    record Refused(String reason) implements Delivery {}
}
