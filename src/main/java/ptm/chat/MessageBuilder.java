package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;

/** Puts a message together: lines of phrases, rows of buttons. */
final class MessageBuilder {

    private final Wording say;
    private final ButtonCodec codec;
    private final AccountId account;
    private final List<List<Span>> lines = new ArrayList<>();
    private final List<List<Button>> rows = new ArrayList<>();

    MessageBuilder(Wording say, ButtonCodec codec, AccountId account) {
        this.say = say;
        this.codec = codec;
        this.account = account;
    }

    MessageBuilder line(String key) {
        return line(key, Map.of());
    }

    MessageBuilder line(String key, Map<String, ?> arguments) {
        return line(say.line(key, arguments));
    }

    MessageBuilder line(List<Span> spans) {
        lines.add(spans);
        return this;
    }

    /** Continues the last line. */
    MessageBuilder then(List<Span> spans) {
        List<Span> last = new ArrayList<>(lines.removeLast());
        last.addAll(spans);
        lines.add(last);
        return this;
    }

    MessageBuilder then(String key, Map<String, ?> arguments) {
        return then(say.line(key, arguments));
    }

    /** How many characters stand there so far. */
    int length() {
        return lines.stream().flatMap(List::stream).mapToInt(span -> span.text().length()).sum();
    }

    /** Begins a new row of buttons. */
    MessageBuilder row() {
        rows.add(new ArrayList<>());
        return this;
    }

    MessageBuilder button(String key, ButtonAction action) {
        return button(key, Map.of(), action);
    }

    MessageBuilder button(String key, Map<String, ?> arguments, ButtonAction action) {
        return labelled(say.text(key, arguments), action);
    }

    MessageBuilder labelled(String label, ButtonAction action) {
        return add(Button.press(label, codec.encode(account, action)));
    }

    /** A link, left out where there is no address for it. */
    MessageBuilder link(String key, @Nullable String url) {
        return url == null ? this : add(Button.link(say.text(key), url));
    }

    private MessageBuilder add(Button button) {
        if (rows.isEmpty())
            row();
        rows.getLast().add(button);
        return this;
    }

    Message build(String key, @Nullable String replyTo) {
        return new Message(key, lines, rows, replyTo);
    }

    /** The message of a view: it answers the view's source and replaces what stood there before. */
    Message build(View view) {
        return build(view.key(), view.source());
    }
}
