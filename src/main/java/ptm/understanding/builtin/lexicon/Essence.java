package ptm.understanding.builtin.lexicon;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What tells a title from others: its words in any form and order, without the small ones; a doubled letter counts once. */
public final class Essence {

    private static final Set<String> SMALL = Set.of("the", "a", "an", "to", "of", "for", "with", "and", "my", "our",
            "at",
            "on", "in", "some", "и", "в", "во", "на", "с", "со", "к", "ко", "для", "у", "за", "мой", "мою", "мои",
            "моего", "моей", "моему", "наш", "нашу", "свой", "свою", "надо", "нужно");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1");
    /** A shorter word with another letter is another word. */
    private static final int LONG = 6;

    private Essence() {}

    /** The stems in the order of letters; empty of a title that has nothing but small words. */
    public static Set<String> of(String title) {
        Set<String> stems = new TreeSet<>();
        for (Word word : Words.of(title))
            if (!word.isMark() && !SMALL.contains(word.plain()))
                stems.add(word.stem().length() < LONG ? word.stem() : DOUBLED.matcher(word.stem()).replaceAll("$1"));
        return stems;
    }
}
