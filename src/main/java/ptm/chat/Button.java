package ptm.chat;

import org.jspecify.annotations.Nullable;

/**
 * A button under a message: either a payload that comes back as a {@link Incoming.Press}, or a link.
 *
 * @param payload at most 64 bytes of ASCII, made by {@code ButtonCodec}; absent for a link
 * @param url     an https address; absent for a press
 */
public record Button(String label, @Nullable String payload, @Nullable String url) {

    public static final int MAX_PAYLOAD_BYTES = 64;

    public Button {
        if ((payload == null) == (url == null))
            throw new IllegalArgumentException("a button has a payload or a link");
        if (payload != null && payload.length() > MAX_PAYLOAD_BYTES)
            throw new IllegalArgumentException("a button's payload is too long: " + payload.length());
    }

    public static Button press(String label, String payload) {
        return new Button(label, payload, null);
    }

    public static Button link(String label, String url) {
        return new Button(label, null, url);
    }
}
