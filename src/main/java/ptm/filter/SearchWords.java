package ptm.filter;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The words of a text condition: each alone, or several between quotes that stand together. */
final class SearchWords {

    private SearchWords() {}

    /** What must be found: every phrase, each of one word or more, in lower case and with е for ё. */
    static List<List<String>> of(String text) {
        List<List<String>> phrases = new ArrayList<>();
        boolean quoted = false;
        for (String stretch : text.split("\"", -1)) {
            List<String> words = wordsIn(stretch);
            if (quoted && !words.isEmpty())
                phrases.add(words);
            else
                words.forEach(word -> phrases.add(List.of(word)));
            quoted = !quoted;
        }
        return phrases;
    }

    /** Runs of letters and digits, in lower case and with е for ё. */
    static List<String> wordsIn(String text) {
        List<String> words = new ArrayList<>();
        for (String word : NameField.folded(text).split("[^\\p{L}\\p{Nd}]+"))
            if (!word.isEmpty())
                words.add(word);
        return words;
    }

    /** What stands between the quotes if the text is one phrase of several words and nothing else; else null. */
    static @Nullable String phraseIn(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\""))
            return null;
        String inner = text.substring(1, text.length() - 1);
        return inner.indexOf('"') < 0 && inner.chars().anyMatch(FilterParser::isSpace) ? inner : null;
    }
}
