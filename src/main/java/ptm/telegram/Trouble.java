package ptm.telegram;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Why a call of the Bot API did not end well. Holds nothing a person wrote and no token. */
class Trouble extends Exception {
    private static final long serialVersionUID = 1;
    private static final int NO_ANSWER = 0;
    private static final int NOT_SENT = -1;

    private final int code;
    private final String description;
    private final int retryAfter;
    private final @Nullable Long migratedTo;

    /** @param code Telegram's error code; @param retryAfter seconds, of a 429 */
    Trouble(int code, String description, int retryAfter, @Nullable Long migratedTo) {
        super(code + " " + kind(description));
        this.code = code;
        this.description = description.toLowerCase(Locale.ROOT);
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    /** The connection broke or no answer came: it may have been done or not. */
    static Trouble unknownFate() {
        return new Trouble(NO_ANSWER, "no answer", 0, null);
    }

    /** There was no connection: it cannot have been done. */
    static Trouble notSent() {
        return new Trouble(NOT_SENT, "no connection", 0, null);
    }

    /** What comes before the second colon: what follows may quote the message. */
    private static String kind(String description) {
        var parts = description.split(":", 3);
        return parts.length < 2 ? description : parts[0] + ":" + parts[1];
    }

    boolean isFlood() {
        return code == 429;
    }

    Duration retryAfter() {
        return Duration.ofSeconds(Math.max(1, retryAfter));
    }

    @Nullable
    Long migratedTo() {
        return migratedTo;
    }

    /** The person blocked the bot, left, or was never there. */
    boolean isUnreachable() {
        return code == 403 || code == 400 && says("chat not found");
    }

    boolean isUnchanged() {
        return code == 400 && says("message is not modified");
    }

    /** The message to change is gone, or too old to be changed. */
    boolean isNoLongerThere() {
        return code == 400 && (says("message to edit not found") || says("message can't be edited")
                || says("message_id_invalid"));
    }

    boolean isBrokenMarkup() {
        return code == 400 && says("can't parse entities");
    }

    /** Whether Telegram understood and will say the same again. */
    boolean isFinal() {
        return code == 400 || code == 404 || code == 413;
    }

    /** Whether it may have been done all the same. */
    boolean isUnknownFate() {
        return code == NO_ANSWER || code >= 500;
    }

    /** Whether nothing at all came back. */
    boolean isSilence() {
        return code == NO_ANSWER;
    }

    private boolean says(String words) {
        return description.contains(words);
    }
}
