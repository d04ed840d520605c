package ptm.chat;

import java.time.Instant;

/**
 * A row of the inbox: something a channel took in, kept before it was confirmed.
 *
 * @param key     unique within the channel, such as Telegram's bot and update id
 * @param payload the channel's own text of it
 */
public record Received(long id, Address address, String key, String payload, Instant at, int attempts) {}
