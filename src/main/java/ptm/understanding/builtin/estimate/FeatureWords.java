package ptm.understanding.builtin.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The words of a text and their stems: lower case, ё as е, numbers and currency signs words of their own.
 *
 * <p>Not thread-safe, as the stemmers are not; cheap to make.
 */
final class FeatureWords {
    private static final Pattern VERB_ENDING = Pattern.compile("[а-я](ть|ти|чь)(ся)?$");
    private static final Pattern CASE_ENDING = Pattern.compile(
            "(иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ях|ах|иям|ям|ам|ией|ой|ей|ом|ем|ов|ев|ую|юю|ая|яя|ые|ие|ый|ий|ия|ию|ии|[аеиоуыьюя])$");
    private static final int SHORTEST_NOUN = 3;
    /** Longer ones first. */
    private static final List<String> VERB_PREFIXES = List.of("пере", "разо", "подо", "при", "про", "раз", "рас",
            "под", "вос", "воз", "обо", "ото", "вы", "до", "за", "из", "ис", "на", "об", "от", "по", "со", "вз", "в",
            "о",
            "с", "у");
    private static final int SHORTEST_VERB = 5;

    private final SnowballStemmer english = new EnglishStemmer();
    private final SnowballStemmer russian = new RussianStemmer();

    /** A word as written, lower case, and its stem. */
    record Word(String text, String stem) {
        boolean isNumber() {
            return Character.isDigit(text.charAt(0));
        }

        boolean isLetters() {
            return Character.isLetter(text.charAt(0));
        }
    }

    List<Word> read(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= plain.length(); at++) {
            if (at < plain.length() && continues(plain, at))
                continue;
            addWord(words, plain.substring(from, at));
            from = at;
        }
        return words;
    }

    String stem(String word) {
        char first = word.charAt(0);
        SnowballStemmer stemmer =
                first >= 'а' && first <= 'я' ? russian : first >= 'a' && first <= 'z' ? english : null;
        if (stemmer == null)
            return word;
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /**
     * What else a Russian word may be known by, the surest first, each with a mark of its kind: without its case ending,
     * where the stemmer takes сметана and сметану for two words; a verb without its prefix, for прочистить and вычистить
     * are nearly one deed.
     */
    List<String> otherForms(Word word) {
        List<String> forms = new ArrayList<>();
        String text = word.text();
        String bare = CASE_ENDING.matcher(text).replaceFirst("");
        if (bare.length() >= SHORTEST_NOUN && isRussian(text))
            forms.add("=" + bare);
        if (VERB_ENDING.matcher(text).find())
            forms.add("~" + stem(withoutPrefix(text)));
        return forms;
    }

    private static String withoutPrefix(String verb) {
        for (String prefix : VERB_PREFIXES)
            if (verb.startsWith(prefix) && verb.length() - prefix.length() >= SHORTEST_VERB)
                return verb.substring(prefix.length());
        return verb;
    }

    private static boolean isRussian(String word) {
        return word.charAt(0) >= 'а' && word.charAt(0) <= 'я';
    }

    private void addWord(List<Word> words, String piece) {
        String word = piece.indexOf('\'') < 0 && piece.indexOf('’') < 0 ? piece : piece.replaceAll("['’]", "");
        if (!word.isEmpty() && kind(word.charAt(0)) != Kind.GAP)
            words.add(new Word(word, stem(word)));
    }

    private static boolean continues(String text, int at) {
        Kind before = kind(text.charAt(at - 1));
        Kind here = kind(text.charAt(at));
        return before == here && here != Kind.SIGN;
    }

    private enum Kind {
        LETTER, DIGIT, SIGN, GAP
    }

    private static Kind kind(char c) {
        if (Character.isLetter(c) || c == '\'' || c == '’')
            return Kind.LETTER;
        if (Character.isDigit(c))
            return Kind.DIGIT;
        return "$€₽£%".indexOf(c) >= 0 ? Kind.SIGN : Kind.GAP;
    }
}
