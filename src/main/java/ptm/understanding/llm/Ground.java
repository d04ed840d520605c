package ptm.understanding.llm;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ptm.understanding.builtin.lexicon.Essence;

/**
 * A text that a model's words were made of, and what of them it bears out: whoever hides orders in a text can make a
 * model say anything, but not make the text say it.
 */
final class Ground {
    /** New words in a title: "have … looked at". */
    private static final int NEW_WORDS = 4;
    private static final int STEM = 4;
    /** The share of letters that makes a script one that a text is written in. */
    private static final double WRITTEN = 0.3;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]{1,20}://|www\\.|mailto:|javascript:|data:|tel:)\\S+"
                    + "|(?<![\\p{L}\\d.@])(?:[\\p{L}\\d-]{1,63}\\.){1,5}(?:com|org|net|info|biz|xyz|top|app|dev|ai|io|me"
                    + "|co|uk|de|eu|ru|su|by|kz|ua|рф|site|online|link|click|gg|ly|to|example|test|invalid)(?![\\p{L}\\d])"
                    + "(?:[/?]\\S*)?|(?:[\\p{L}\\d-]{1,63}\\.){1,5}\\p{L}{2,20}/\\S+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    private final String text;
    private final Set<String> stems;
    private final Set<UnicodeScript> scripts;

    private Ground(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
        this.stems = words(text);
        this.scripts = scripts(text);
    }

    static Ground of(String... texts) {
        return new Ground(String.join("\n", texts));
    }

    /** Whether these words say no more than a title may that was made of the text: its own words and few others. */
    boolean bears(String words) {
        Set<String> said = words(words);
        long own = said.stream().filter(this::has).count();
        return own > 0 && said.size() - own <= Math.max(NEW_WORDS, own) && isNear(words);
    }

    /** Whether these words share one of theirs with the text. */
    boolean touches(String words) {
        return words(words).stream().anyMatch(this::has);
    }

    /** Whether these words are in the text's language, name no address and no long number but its own, and no prompt. */
    boolean isNear(String words) {
        return isOfItsLanguage(words) && named(ADDRESS, words).stream().allMatch(text::contains)
                && named(NUMBER, words).stream().allMatch(text::contains)
                && (!PromptWords.areIn(words) || text.contains(words.strip().toLowerCase(Locale.ROOT)));
    }

    /** By the scripts: a word of the text itself, such as a name, is of its language anyway. */
    boolean isOfItsLanguage(String words) {
        if (scripts.isEmpty())
            return true;
        String others = List.of(words.split("\\s+")).stream()
                .filter(word -> !text.contains(word.toLowerCase(Locale.ROOT))).collect(Collectors.joining(" "));
        long letters = others.codePoints().filter(Character::isLetter).count();
        return others.codePoints().filter(Character::isLetter)
                .filter(letter -> scripts.contains(UnicodeScript.of(letter))).count() * 2 >= letters;
    }

    private boolean has(String stem) {
        return stems.contains(stem) || stem.length() >= STEM && stems.stream().anyMatch(other -> other.length() >= STEM
                && (other.startsWith(stem.substring(0, STEM)) && isAlike(other, stem)));
    }

    /** Of two words that begin alike whether they may be forms of one. */
    private static boolean isAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same))
            same++;
        return same * 3 >= Math.max(one.length(), other.length()) * 2;
    }

    private static Set<String> words(String text) {
        return Essence.of(text).stream().filter(stem -> stem.codePoints().anyMatch(Character::isLetterOrDigit))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Pattern what, String words) {
        Set<String> found = new HashSet<>();
        Matcher matcher = what.matcher(words.toLowerCase(Locale.ROOT));
        while (matcher.find())
            found.add(matcher.group());
        return found;
    }

    private static Set<UnicodeScript> scripts(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        return letters.entrySet().stream().filter(entry -> entry.getValue() >= all * WRITTEN).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
