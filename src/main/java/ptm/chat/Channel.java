package ptm.chat;

import java.io.IOException;
import java.util.List;

/** A way to talk with people; implemented by the doors. */
public interface Channel {

    /** The name in {@link Address#channel()}. */
    String name();

    /**
     * Reads what was received together in one thread, in order; usually one thing, of a burst or an album several,
     * which may become one incoming.
     */
    List<Reading> read(List<Received> received);

    /** Hands one message to the channel; never throws, never inside a transaction. */
    Delivery deliver(Outgoing outgoing);

    /** Answers the press of a button that came with this received thing; at most once a press. */
    void answer(Received press, String toast);

    /**
     * Fetches what was said aloud, from wherever the channel has it; never inside a transaction.
     *
     * @param most bytes that are read
     * @throws IOException if it cannot be had, or is longer
     */
    default byte[] sound(Incoming.Sound sound, int most) throws IOException {
        throw new IOException("nothing is said aloud here");
    }

    /** One incoming and the received rows it was made from. */
    record Reading(Incoming incoming, List<Received> from) {
        public Reading {
            from = List.copyOf(from);
        }
    }
}
