package ptm.chat;

import tools.jackson.databind.json.JsonMapper;

/** How a message is kept: the same message always gives the same text. */
final class MessageJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageJson() {}

    static String write(Message message) {
        return JSON.writeValueAsString(message);
    }

    static Message read(String text) {
        return JSON.readValue(text, Message.class);
    }
}
