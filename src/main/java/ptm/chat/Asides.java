package ptm.chat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Recognises words about the conversation itself: a question taken back, and why a task was not offered. */
final class Asides {

    private static final String WORDS = "/lexicon/asides.properties";
    private static final Properties LEXICON = load();
    private static final List<String> NEVER_MIND = words("never.mind");
    private static final List<String> YES = words("yes");
    private static final List<String> WHY_NOT = words("why.not");
    private static final List<String> ARTICLES = words("articles");

    private Asides() {}

    static boolean isNeverMind(String text) {
        return NEVER_MIND.contains(plain(text));
    }

    static boolean isYes(String text) {
        return YES.contains(plain(text));
    }

    /** The words of a title in «why not the slides?»; empty where that is not asked. */
    static Optional<String> whyNot(String text) {
        String plain = plain(text);
        return WHY_NOT.stream().filter(start -> plain.startsWith(start + " "))
                .map(start -> withoutArticles(plain.substring(start.length()).strip()))
                .filter(rest -> !rest.isEmpty()).findFirst();
    }

    private static String withoutArticles(String words) {
        int space = words.indexOf(' ');
        return space > 0 && ARTICLES.contains(words.substring(0, space))
                ? withoutArticles(words.substring(space + 1).strip())
                : words;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'').replaceAll("[?!.…]+$", "")
                .strip();
    }

    private static List<String> words(String key) {
        return List.of(LEXICON.getProperty(key).split("\\|"));
    }

    private static Properties load() {
        Properties words = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(Asides.class.getResourceAsStream(WORDS)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
