package ptm.telegram;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An update as Telegram wrote it, read leniently: what is not known is not there. */
class Update {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What Telegram notes in a private chat: nobody said it. */
    private static final Set<String> NOTES = Set.of("pinned_message", "message_auto_delete_timer_changed",
            "write_access_allowed", "users_shared", "chat_shared", "connected_website", "web_app_data",
            "chat_background_set", "successful_payment", "refunded_payment", "proximity_alert_triggered");

    private final String raw;
    private final JsonNode root;

    Update(String raw) {
        this.raw = raw;
        this.root = JSON.readTree(raw);
    }

    String raw() {
        return raw;
    }

    long id() {
        return root.path("update_id").asLong();
    }

    /** The message it is about, of whichever kind; a missing node if none. */
    JsonNode message() {
        if (root.has("callback_query"))
            return root.path("callback_query").path("message");
        return root.path(isEdit() ? "edited_message" : "message");
    }

    boolean isEdit() {
        return root.has("edited_message");
    }

    /** Whether there is something in it for us to read: not so in what Telegram itself notes, or a place that moves. */
    boolean isForReading() {
        return !isCallback() && (words() != null || !isEdit() && NOTES.stream().noneMatch(message()::has));
    }

    boolean isCallback() {
        return root.has("callback_query");
    }

    String callbackId() {
        return root.path("callback_query").path("id").asString("");
    }

    String callbackData() {
        return root.path("callback_query").path("data").asString("");
    }

    /** Whether the person blocked us or let us in again; empty if it is not about that. */
    Optional<Boolean> isLetIn() {
        if (!root.has("my_chat_member"))
            return Optional.empty();
        var status = root.path("my_chat_member").path("new_chat_member").path("status").asString("");
        return Optional.of(!status.equals("kicked") && !status.equals("left"));
    }

    /** The private chat it happened in; empty elsewhere. */
    Optional<Long> privateChat() {
        var chat = (root.has("my_chat_member") ? root.path("my_chat_member") : message()).path("chat");
        return chat.path("type").asString("").equals("private")
                ? Optional.of(chat.path("id").asLong())
                : Optional.empty();
    }

    /** Who did it; a missing node if nobody did. */
    JsonNode from() {
        return (isCallback() ? root.path("callback_query") : message()).path("from");
    }

    String messageId() {
        return message().path("message_id").asString("");
    }

    /** Its words: a text or a caption; null if it has none. */
    @Nullable
    String words() {
        var text = message().path("text").asString("");
        var words = text.isBlank() ? message().path("caption").asString("") : text;
        return words.isBlank() ? null : words;
    }

    /** Its voice note or recording; a missing node if it has none. */
    JsonNode sound() {
        return message().path(message().has("voice") ? "voice" : "audio");
    }

    /** When it was written; for an edit when it was edited. */
    Instant at(Instant otherwise) {
        var seconds = message().path(isEdit() ? "edit_date" : "date").asLong(0);
        return isCallback() || seconds == 0 ? otherwise : Instant.ofEpochSecond(seconds);
    }

    @Nullable
    String album() {
        return message().path("media_group_id").asString(null);
    }

    /** Who wrote it first, as far as Telegram tells; null if it was not forwarded. */
    @Nullable
    String forwardedFrom() {
        var origin = message().path("forward_origin");
        if (origin.isMissingNode())
            return null;
        return switch (origin.path("type").asString("")) {
            case "user" -> name(origin.path("sender_user"));
            case "hidden_user" -> origin.path("sender_user_name").asString("");
            case "chat" -> origin.path("sender_chat").path("title").asString("");
            case "channel" -> origin.path("chat").path("title").asString("");
            default -> "";
        };
    }

    /** A person's first and last name. */
    static String name(JsonNode person) {
        return (person.path("first_name").asString("") + " " + person.path("last_name").asString("")).strip();
    }
}
