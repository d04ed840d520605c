package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** Guesses what a misspelt word of a request was meant to be: a near word of the lexicon, or one in the other script. */
final class Spelling {

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю";
    private static final String[][] SOUNDS = { { "shch", "щ" }, { "sch", "щ" }, { "yo", "е" }, { "zh", "ж" },
        { "kh", "х" }, { "ts", "ц" }, { "ch", "ч" }, { "sh", "ш" }, { "yu", "ю" }, { "ju", "ю" }, { "ya", "я" },
        { "ja", "я" }, { "ye", "е" }, { "ii", "ий" }, { "iy", "ий" }, { "a", "а" }, { "b", "б" }, { "v", "в" },
        { "w", "в" }, { "g", "г" }, { "d", "д" }, { "e", "е" }, { "z", "з" }, { "i", "и" }, { "j", "й" },
        { "y", "ы" }, { "k", "к" }, { "l", "л" }, { "m", "м" }, { "n", "н" }, { "o", "о" }, { "p", "п" },
        { "r", "р" }, { "s", "с" }, { "t", "т" }, { "u", "у" }, { "f", "ф" }, { "h", "х" }, { "c", "ц" },
        { "x", "кс" }, { "q", "к" } };

    private final Map<Integer, List<String>> byLength = new ConcurrentHashMap<>();
    private final Set<String> forms;
    private final Lexicon lexicon;

    Spelling(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.forms = lexicon.forms();
        for (String form : forms)
            if (form.length() >= 4 && Character.isLetter(form.charAt(0)))
                byLength.computeIfAbsent(form.length(), length -> new ArrayList<>()).add(form);
    }

    /** @return a word the lexicon knows, or null */
    @Nullable
    String mend(Word word) {
        String plain = word.plain();
        String other = otherScript(plain);
        if (other != null && lexicon.knows(word.as(other)))
            return other;
        return word.isCapitalised() && word.from() > 0 ? null : near(plain);
    }

    private static @Nullable String otherScript(String plain) {
        if (Stems.isCyrillic(plain) || plain.length() < 3)
            return null;
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            String[] sound = sound(plain, at);
            if (sound == null)
                return null;
            out.append(sound[1]);
            at += sound[0].length();
        }
        return out.toString();
    }

    private static String @Nullable [] sound(String plain, int at) {
        for (String[] sound : SOUNDS)
            if (plain.startsWith(sound[0], at))
                return sound;
        return null;
    }

    private @Nullable String near(String plain) {
        if (plain.length() < 4 || plain.length() > 24)
            return null;
        int allowed = plain.length() >= 9 ? 2 : 1;
        String best = null;
        int least = allowed + 1;
        for (int length = Math.max(4, plain.length() - allowed); length <= plain.length() + allowed; length++)
            for (String form : byLength.getOrDefault(length, List.of())) {
                if (Stems.isCyrillic(form) != Stems.isCyrillic(plain) || !sameStart(form, plain))
                    continue;
                int distance = distance(plain, form, least - 1);
                if (distance < least && (plain.length() > 5 || isGentle(plain, form))) {
                    least = distance;
                    best = form;
                }
            }
        return best;
    }

    private static boolean sameStart(String one, String two) {
        return one.charAt(0) == two.charAt(0) || one.charAt(0) == two.charAt(1) && one.charAt(1) == two.charAt(0);
    }

    /** In short words only swapped, missing and doubled letters count: one other letter is mostly another word. */
    private static boolean isGentle(String one, String two) {
        if (one.length() != two.length())
            return one.length() + two.length() > 8;
        char[] a = one.toCharArray();
        char[] b = two.toCharArray();
        java.util.Arrays.sort(a);
        java.util.Arrays.sort(b);
        return java.util.Arrays.equals(a, b);
    }

    /** Edits from one to the other, swaps of neighbours being one; more than most as most + 1. */
    static int distance(String a, String b, int most) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int row = most + 1;
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : cell(d, a, b, i, j);
                row = Math.min(row, d[i][j]);
            }
            if (row > most)
                return most + 1;
        }
        return d[a.length()][b.length()];
    }

    private static int cell(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
