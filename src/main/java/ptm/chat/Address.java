package ptm.chat;

/** A thread of conversation: the channel's name ({@code telegram}, {@code panel}) and its own name for the thread. */
public record Address(String channel, String thread) {}
