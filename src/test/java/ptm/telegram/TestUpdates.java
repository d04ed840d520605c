package ptm.telegram;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import ptm.chat.Received;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Updates as Telegram writes them. */
final class TestUpdates {
    static final Instant SENT = Instant.parse("2026-11-24T10:00:00Z");
    static final Instant TAKEN = SENT.plusSeconds(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicLong IDS = new AtomicLong(1);

    private TestUpdates() {}

    static ObjectNode person(long id) {
        return JSON.createObjectNode().put("id", id).put("is_bot", false).put("first_name", "Ann")
                .put("last_name", "Li")
                .put("username", "annli").put("language_code", "ru-RU");
    }

    /** A private message with nothing in it yet. */
    static ObjectNode message(long id, long chat) {
        var message = JSON.createObjectNode().put("message_id", id).put("date", SENT.getEpochSecond());
        message.putObject("chat").put("id", chat).put("type", "private").put("first_name", "Ann");
        message.set("from", person(chat));
        return message;
    }

    static ObjectNode said(String text) {
        return message(7, 1).put("text", text);
    }

    static ObjectNode update(String kind, ObjectNode content) {
        return JSON.createObjectNode().put("update_id", IDS.incrementAndGet()).set(kind, content);
    }

    static Received received(ObjectNode update) {
        return new Received(IDS.incrementAndGet(), TelegramChannel.address(1), "4711:" + IDS.get(), update.toString(),
                TAKEN, 0);
    }

    static List<Received> messages(ObjectNode... messages) {
        return List.of(messages).stream().map(message -> received(update("message", message))).toList();
    }
}
