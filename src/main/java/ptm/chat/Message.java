package ptm.chat;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something the bot says, in no channel's own markup.
 *
 * @param key     names the message within its thread: a later one of the same key replaces it where it stands
 * @param lines   each of styled runs; an empty list is an empty line
 * @param buttons rows of buttons
 * @param replyTo the channel's id of the message this answers, absent where it answers none
 */
public record Message(String key, List<List<Span>> lines, List<List<Button>> buttons, @Nullable String replyTo) {

    public Message {
        lines = lines.stream().map(List::copyOf).toList();
        buttons = buttons.stream().map(List::copyOf).filter(row -> !row.isEmpty()).toList();
    }
}
