package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.LexiconFile;
import ptm.understanding.builtin.lexicon.Word;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/** What words do in an edit besides naming a task, read once from the lexicon. */
final class EditWords {

    private static final Lexicon LEXICON = LexiconFile.load("/lexicon/edits.yml");
    private static final Map<String, String> PAST = past();

    private EditWords() {}

    static Lexicon lexicon() {
        return LEXICON;
    }

    private static Map<String, String> past() {
        try (InputStream in = EditWords.class.getResourceAsStream("/lexicon/past.properties")) {
            if (in == null)
                throw new IllegalStateException("no list of past forms");
            Properties forms = new Properties();
            forms.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> past = new HashMap<>();
            forms.forEach((form, base) -> past.put(form.toString(), base.toString()));
            return past;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verb of which this is an irregular past form, or null. */
    static @Nullable String presentOf(String form) {
        return PAST.get(form);
    }

    /** The longest phrase with this cue that begins here, in words; 0 for none. */
    static int cue(List<Word> words, int at, String cue) {
        int longest = 0;
        for (Lexicon.Match match : LEXICON.all(words, at))
            if (match.gapEnd() == 0 && match.entries().stream().anyMatch(entry -> entry.isCue(cue)))
                longest = match.length();
        return longest;
    }

    static boolean is(Word word, String cue) {
        return cue(List.of(word), 0, cue) == 1;
    }

    static boolean has(List<Word> words, String cue) {
        for (int i = 0; i < words.size(); i++)
            if (cue(words, i, cue) > 0)
                return true;
        return false;
    }

    /** The day words that single out a task ("Friday's"), or an empty text. */
    static String window(Word word) {
        for (Lexicon.Match match : LEXICON.all(List.of(word), 0))
            for (Entry entry : match.entries())
                if (!entry.window().isEmpty())
                    return entry.window();
        return "";
    }
}
