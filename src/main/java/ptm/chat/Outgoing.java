package ptm.chat;

import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param editing     the channel's id of the message to replace, absent for a new one
 * @param maybeSent   whether an earlier try ended with its fate unknown
 */
public record Outgoing(long id, Address address, Message message, @Nullable String editing, boolean maybeSent,
        int attempts) {}
