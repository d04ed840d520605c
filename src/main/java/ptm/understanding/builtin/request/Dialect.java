package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Word;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Turns words of a dialect, or of somebody in a hurry, into those of the lexicon: "nowt" is nothing. */
final class Dialect {

    private static final Properties PLAIN = load();

    private Dialect() {}

    static List<Word> plain(List<Word> written) {
        List<Word> words = new ArrayList<>(written);
        words.replaceAll(word -> {
            String plain = isWill(word) ? "id" : PLAIN.getProperty(word.plain());
            return plain == null ? word : word.as(plain);
        });
        return words;
    }

    /** "I'll" is not ill. */
    private static boolean isWill(Word word) {
        return word.plain().equals("ill") && word.text().length() > word.plain().length();
    }

    private static Properties load() {
        Properties known = new Properties();
        try (InputStream in =
                Objects.requireNonNull(Dialect.class.getResourceAsStream("/lexicon/dialect.properties"))) {
            known.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return known;
    }
}
