package ptm.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import ptm.account.Language;
import ptm.filter.Wording;

/** The bot's sentences in every language: ICU patterns by key, with {@code *bold*}, {@code _italic_}, {@code ~~struck~~}. */
@Component
public class Phrases {

    /** Stands for a markup character inside an argument, so that a person's own words are never read as markup. */
    private static final int SHIFT = 0xE000;

    private final Wording wording = new Wording("chat");

    /** The sentence without any markup: for buttons, toasts and menus. */
    String text(Language language, String key, Map<String, ?> arguments) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans(language, key, arguments))
            text.append(span.text());
        return text.toString();
    }

    String text(Language language, String key) {
        return text(language, key, Map.of());
    }

    /** The sentence as styled runs. */
    List<Span> spans(Language language, String key, Map<String, ?> arguments) {
        return styled(format(language, key, arguments));
    }

    /** A space-separated list of words, such as the months' names. */
    String[] words(Language language, String key) {
        return wording.pattern(key, language).split(" ");
    }

    private String format(Language language, String key, Map<String, ?> arguments) {
        Map<String, Object> shielded = new HashMap<>();
        arguments.forEach((name, value) -> shielded.put(name, value instanceof String text ? shield(text) : value));
        return wording.say(key, language, shielded);
    }

    private static String shield(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray())
            out.append(c == '*' || c == '_' || c == '~' ? (char) (c + SHIFT) : c);
        return out.toString();
    }

    private static List<Span> styled(String marked) {
        List<Span> spans = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Span.Style style = Span.Style.PLAIN;
        for (int i = 0; i < marked.length(); i++) {
            Span.Style mark = markAt(marked, i);
            if (mark == Span.Style.PLAIN) {
                char c = marked.charAt(i);
                run.append(c == '*' + SHIFT || c == '_' + SHIFT || c == '~' + SHIFT ? (char) (c - SHIFT) : c);
                continue;
            }
            if (!run.isEmpty())
                spans.add(new Span(run.toString(), style));
            run.setLength(0);
            style = style == mark ? Span.Style.PLAIN : mark;
            if (mark == Span.Style.STRUCK)
                i++;
        }
        if (!run.isEmpty())
            spans.add(new Span(run.toString(), style));
        return spans;
    }

    private static Span.Style markAt(String marked, int i) {
        return switch (marked.charAt(i)) {
            case '*' -> Span.Style.BOLD;
            case '_' -> Span.Style.ITALIC;
            case '~' -> marked.startsWith("~~", i) ? Span.Style.STRUCK : Span.Style.PLAIN;
            default -> Span.Style.PLAIN;
        };
    }
}
