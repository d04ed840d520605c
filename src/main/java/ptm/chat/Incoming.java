package ptm.chat;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import ptm.understanding.Origin;

/** Something a person did in a conversation. {@code message} is the channel's own id of the message it came with. */
public sealed interface Incoming {

    Address address();

    Sender sender();

    Instant at();

    String message();

    /**
     * Words, perhaps of several messages that came together, a line each.
     *
     * @param forwardedFrom who wrote them first, of forwarded words only
     * @param replyTo       the message they answer, absent where they answer none
     */
    record Words(Address address, Sender sender, Instant at, String message, String text, Origin origin,
            @Nullable String forwardedFrom, @Nullable String replyTo) implements Incoming {
        public Words {
            text = storable(text);
        }

        /** The person's own words; for channels, which do not see the module that {@link Origin} is of. */
        public static Words own(Address address, Sender sender, Instant at, String message, String text,
                @Nullable String replyTo) {
            return new Words(address, sender, at, message, text, Origin.OWN, null, replyTo);
        }

        /** Somebody else's words, passed on. */
        public static Words forwarded(Address address, Sender sender, Instant at, String message, String text,
                String from, @Nullable String replyTo) {
            return new Words(address, sender, at, message, text, Origin.FORWARDED, from, replyTo);
        }
    }

    /** @param name without the slash, lower case; {@code arguments} may be empty */
    record Command(Address address, Sender sender, Instant at, String message, String name,
            String arguments) implements Incoming {}

    /** A button was pressed. @param payload what {@link Button} carried, or anything a stranger made up */
    record Press(Address address, Sender sender, Instant at, String message, String payload) implements Incoming {}

    /**
     * Something said aloud.
     *
     * @param file          the channel's own name of the file
     * @param type          its media type
     * @param bytes         how long the file is, 0 where that is not known
     * @param caption       words that came with it, empty where there are none
     * @param forwardedFrom who said it first, of what was passed on only
     */
    record Sound(Address address, Sender sender, Instant at, String message, String file, String type,
            Duration length, long bytes, String caption, @Nullable String forwardedFrom) implements Incoming {

        /** These words with what they came with, as if they had been written. */
        Words said(String text) {
            return new Words(address, sender, at, message, text,
                    forwardedFrom == null ? Origin.TRANSCRIBED : Origin.FORWARDED, forwardedFrom, null);
        }

        /** The caption as words of their own; they were written. */
        Words captioned() {
            return new Words(address, sender, at, message, caption,
                    forwardedFrom == null ? Origin.OWN : Origin.FORWARDED, forwardedFrom, null);
        }
    }

    /** An earlier message has other words now. */
    record Rewording(Address address, Sender sender, Instant at, String message, String text) implements Incoming {
        public Rewording {
            text = storable(text);
        }
    }

    /** Something that holds no words we can read: a sticker, a contact, a place. */
    record Wordless(Address address, Sender sender, Instant at, String message) implements Incoming {}

    /** The words without what no text in a database can hold: NUL, and halves of characters. */
    private static String storable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
