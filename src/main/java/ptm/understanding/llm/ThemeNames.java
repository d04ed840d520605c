package ptm.understanding.llm;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.estimate.EstimatorThemes;

/**
 * Which of a person's own themes a model's word for one means: by case, word forms, spelling or meaning. Only what is
 * none of them may become a new one, so that the vocabulary stays small.
 */
final class ThemeNames {
    private static final int LONG = 5;

    private final List<String> own;
    private final EstimatorThemes known;

    ThemeNames(List<String> own, EstimatorThemes known) {
        this.own = own;
        this.known = known;
    }

    /** The person's own theme, or null. */
    @Nullable
    String find(String name) {
        for (String theme : own)
            if (Texts.folded(theme).equals(Texts.folded(name)))
                return theme;
        for (String theme : own)
            if (EstimatorThemes.isSame(theme, name) || isMisspelt(Texts.folded(theme), Texts.folded(name)))
                return theme;
        String meaning = known.findKey(name);
        if (meaning != null)
            for (String theme : own)
                if (meaning.equals(known.findKey(theme)))
                    return theme;
        return null;
    }

    /** One letter more, less or other, in a word long enough to be the same all the same. */
    private static boolean isMisspelt(String one, String other) {
        if (Math.min(one.length(), other.length()) < LONG || Math.abs(one.length() - other.length()) > 1)
            return false;
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from))
            from++;
        int back = 0;
        while (back < shorter - from && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back))
            back++;
        return Math.max(one.length(), other.length()) - from - back <= 1;
    }
}
