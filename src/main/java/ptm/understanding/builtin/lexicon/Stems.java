package ptm.understanding.builtin.lexicon;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/** Word forms made one: Snowball by script, with the vowel that comes and goes in Russian cut out. */
public final class Stems {

    /** подарок, подарки: the vowel between two consonants at the end. */
    private static final Pattern FLEETING = Pattern.compile("(?<=[бвгджзйклмнпрстфхцчшщ])[ое](?=[кц]$)");
    private static final int REMEMBERED = 20_000;
    private static final ConcurrentHashMap<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final ThreadLocal<SnowballStemmer> ENGLISH = ThreadLocal.withInitial(EnglishStemmer::new);
    private static final ThreadLocal<SnowballStemmer> RUSSIAN = ThreadLocal.withInitial(RussianStemmer::new);

    private Stems() {}

    /** @param word lower case, ё as е */
    public static String of(String word) {
        String known = KNOWN.get(word);
        if (known != null)
            return known;
        String stem = compute(word);
        if (KNOWN.size() < REMEMBERED && word.length() < 32)
            KNOWN.put(word, stem);
        return stem;
    }

    private static String compute(String word) {
        if (word.length() < 3)
            return word;
        SnowballStemmer stemmer = isCyrillic(word) ? RUSSIAN.get() : ENGLISH.get();
        stemmer.setCurrent(word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return isCyrillic(word) ? FLEETING.matcher(stem).replaceFirst("") : stem;
    }

    public static boolean isCyrillic(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'а' && c <= 'я' || c == 'ё')
                return true;
        }
        return false;
    }
}
