package ptm.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

import ptm.chat.Button;
import ptm.chat.Message;
import ptm.chat.Span;

/** Writes a message as Telegram wants it: its HTML, cut to its length, its keyboard. */
class MessageWriter {
    /** UTF-16 units of text, markup aside. */
    static final int MAX_LENGTH = 4096;
    private static final int ROW = 8;
    private static final String NOTHING = "…";

    /** One message of Telegram's: the same text with markup and without. */
    record Part(String html, String plain) {}

    /** The text in as many parts as its length needs, cut at the ends of lines where there are any; at least one. */
    List<Part> parts(Message message) {
        var parts = new ArrayList<Part>();
        var part = new ArrayList<List<Span>>();
        for (var line : fitting(message.lines())) {
            if (!part.isEmpty() && length(part) + 1 + lineLength(line) > MAX_LENGTH) {
                add(parts, part);
                part.clear();
            }
            part.add(line);
        }
        add(parts, part);
        return parts.isEmpty() ? List.of(new Part(NOTHING, NOTHING)) : parts;
    }

    private static void add(List<Part> parts, List<List<Span>> lines) {
        var plain = lines.stream().map(line -> line.stream().map(Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        if (!plain.isBlank())
            parts.add(new Part(lines.stream().map(MessageWriter::html).collect(Collectors.joining("\n")), plain));
    }

    /** The lines without what Telegram does not take, none longer than a message. */
    private static List<List<Span>> fitting(List<List<Span>> lines) {
        var fitting = new ArrayList<List<Span>>();
        for (var line : lines) {
            var current = new ArrayList<Span>();
            for (var span : line) {
                var rest = clean(span.text());
                while (lineLength(current) + rest.length() > MAX_LENGTH) {
                    var cut = cut(rest, MAX_LENGTH - lineLength(current));
                    current.add(new Span(rest.substring(0, cut), span.style()));
                    fitting.add(List.copyOf(current));
                    current.clear();
                    rest = rest.substring(cut);
                }
                if (!rest.isEmpty())
                    current.add(new Span(rest, span.style()));
            }
            fitting.add(List.copyOf(current));
        }
        return fitting;
    }

    /** Where to cut so that at most this many units stand before: after a break, a space, or between characters. */
    private static int cut(String text, int room) {
        for (var separator : new char[] { '\n', ' ' }) {
            var at = text.lastIndexOf(separator, room - 1);
            if (at > room / 2)
                return at + 1;
        }
        return room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
    }

    private static String clean(String text) {
        return text.codePoints().filter(c -> c == '\n' || c == '\t' || c >= ' ' && c != 0x7f)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int length(List<List<Span>> lines) {
        return lines.stream().mapToInt(MessageWriter::lineLength).sum() + lines.size() - 1;
    }

    private static int lineLength(List<Span> line) {
        return line.stream().mapToInt(span -> span.text().length()).sum();
    }

    private static String html(List<Span> line) {
        return line.stream().map(MessageWriter::html).collect(Collectors.joining());
    }

    private static String html(Span span) {
        var text = span.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return switch (span.style()) {
            case PLAIN -> text;
            case BOLD -> "<b>" + text + "</b>";
            case ITALIC -> "<i>" + text + "</i>";
            case STRUCK -> "<s>" + text + "</s>";
        };
    }

    /** The keyboard; null where there is no button that Telegram takes. */
    @Nullable
    InlineKeyboardMarkup keyboard(Message message) {
        var rows = new ArrayList<InlineKeyboardRow>();
        for (var row : message.buttons()) {
            var buttons = row.stream().filter(MessageWriter::isTaken).map(MessageWriter::button).toList();
            for (var from = 0; from < buttons.size(); from += ROW) {
                rows.add(new InlineKeyboardRow(buttons.subList(from, Math.min(from + ROW, buttons.size()))));
            }
        }
        return rows.isEmpty() ? null : InlineKeyboardMarkup.builder().keyboard(rows).build();
    }

    /** Telegram refuses a whole message for one link that is not https. */
    private static boolean isTaken(Button button) {
        var url = button.url();
        return !button.label().isBlank() && (url == null || url.startsWith("https://"));
    }

    private static InlineKeyboardButton button(Button button) {
        return InlineKeyboardButton.builder().text(clean(button.label())).callbackData(button.payload())
                .url(button.url()).build();
    }
}
