package ptm.understanding.builtin.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Guesses what a misspelt word of a request was meant to be: a near word of the lexicon, or one in the other script. */
public final class Spelling {

    private static final String[][] SOUNDS = { { "shch", "щ" }, { "sch", "щ" }, { "yo", "е" }, { "zh", "ж" },
        { "kh", "х" }, { "ts", "ц" }, { "ch", "ч" }, { "sh", "ш" }, { "yu", "ю" }, { "ju", "ю" }, { "ya", "я" },
        { "ja", "я" }, { "ye", "е" }, { "ii", "ий" }, { "iy", "ий" }, { "a", "а" }, { "b", "б" }, { "v", "в" },
        { "w", "в" }, { "g", "г" }, { "d", "д" }, { "e", "е" }, { "z", "з" }, { "i", "и" }, { "j", "й" },
        { "y", "ы" }, { "k", "к" }, { "l", "л" }, { "m", "м" }, { "n", "н" }, { "o", "о" }, { "p", "п" },
        { "r", "р" }, { "s", "с" }, { "t", "т" }, { "u", "у" }, { "f", "ф" }, { "h", "х" }, { "c", "ц" },
        { "x", "кс" }, { "q", "к" } };

    private static final Map<String, String> ENDINGS =
            Map.of("ye", "ые", "ie", "ие", "oe", "ое", "yj", "ый", "yy", "ый",
                    "ii", "ий", "aya", "ая");
    private static final List<String> ALIKE = List.of("sz", "ck", "iy", "ei", "ао", "ие", "йи", "тд", "зс", "шщ", "ыи",
            "бп", "вф", "гк", "жш", "эе");

    private static final List<String> ROWS =
            List.of("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm");

    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

    private static final List<String> ALIKE_FIRST = List.of("ао", "оа", "ие", "еи", "зс", "сз", "эе");

    private final Map<Integer, List<String>> near = new HashMap<>();
    private final Lexicon lexicon;

    public Spelling(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (String form : lexicon.forms())
            if (form.length() >= 4 && Character.isLetter(form.charAt(0)))
                near.computeIfAbsent(key(form.length(), form.charAt(0)), length -> new ArrayList<>()).add(form);
    }

    /** @return a word the lexicon knows, or null */
    @Nullable
    public String mend(Word word) {
        String plain = word.plain();
        String other = otherScript(plain);
        if (other != null && lexicon.knows(word.as(other)))
            return other;
        String hissed = plain.indexOf('j') >= 0 ? otherScript(plain.replace("j", "zh")) : null;
        if (hissed != null && lexicon.knows(word.as(hissed)))
            return hissed;
        String calm = unstretched(word);
        if (calm != null)
            return calm;
        return word.isCapitalised() && word.from() > 0 ? null : near(plain);
    }

    /** "sooooo", "booored", «скууучно»: a letter drawn out is said once or twice. */
    private @Nullable String unstretched(Word word) {
        if (!STRETCHED.matcher(word.plain()).find())
            return null;
        for (String times : List.of("$1", "$1$1")) {
            String shorter = STRETCHED.matcher(word.plain()).replaceAll(times);
            if (lexicon.knows(word.as(shorter)))
                return shorter;
        }
        return null;
    }

    static @Nullable String otherScript(String plain) {
        if (Stems.isCyrillic(plain) || plain.length() < 2)
            return null;
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            if (at > 1 && plain.length() - at == 2 && ENDINGS.containsKey(plain.substring(at)))
                return out.append(ENDINGS.get(plain.substring(at))).toString();
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

    private static int key(int length, char first) {
        return length << 16 | first;
    }

    private @Nullable String near(String plain) {
        if (plain.length() < 4 || plain.length() > 24)
            return null;
        int allowed = plain.length() >= 11 ? 2 : 1;
        String best = null;
        int least = allowed + 1;
        for (int length = Math.max(4, plain.length() - allowed); length <= plain.length() + allowed; length++)
            for (String form : forms(length, plain)) {
                int distance = distance(plain, form, least - 1);
                if (distance < least && isInfinitive(plain) == isInfinitive(form)
                        && (plain.length() > 5 ? isSlip(plain, form) : isGentle(plain, form))) {
                    least = distance;
                    best = form;
                }
            }
        return best;
    }

    /** Whether no letter was exchanged for one that neither sounds like it nor lies beside it: that is another word. */
    private static boolean isSlip(String one, String two) {
        int at = 0;
        while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at))
            at++;
        boolean exchanged = one.length() == two.length() && at < one.length()
                && one.substring(at + 1).equals(two.substring(at + 1));
        return !exchanged || isLikeSound(one, two) || isBeside(one.charAt(at), two.charAt(at));
    }

    private static boolean isBeside(char one, char two) {
        for (String row : ROWS) {
            int a = row.indexOf(one);
            int b = row.indexOf(two);
            if (a >= 0 && b >= 0)
                return Math.abs(a - b) == 1;
        }
        return false;
    }

    private static boolean isInfinitive(String word) {
        return word.endsWith("ть") || word.endsWith("ться");
    }

    /** The known words of a length that begin as this one does, its first two letters perhaps swapped or the first misheard. */
    private List<String> forms(int length, String plain) {
        List<String> same = near.getOrDefault(key(length, plain.charAt(0)), List.of());
        if (plain.charAt(0) == plain.charAt(1) || length != plain.length())
            return same;
        List<String> both = new ArrayList<>(same);
        for (String form : near.getOrDefault(key(length, plain.charAt(1)), List.of()))
            if (form.charAt(1) == plain.charAt(0))
                both.add(form);
        for (String pair : ALIKE_FIRST)
            if (pair.charAt(0) == plain.charAt(0))
                for (String form : near.getOrDefault(key(length, pair.charAt(1)), List.of()))
                    if (form.endsWith(plain.substring(1)))
                        both.add(form);
        return both;
    }

    /** In short words only swapped, missing and doubled letters count: one other letter is mostly another word. */
    private static boolean isGentle(String one, String two) {
        if (one.length() > two.length() && one.length() < 6)
            return isDoubled(one, two);
        if (one.length() != two.length())
            return one.length() + two.length() > 8;
        if (isLikeSound(one, two))
            return true;
        char[] a = one.toCharArray();
        char[] b = two.toCharArray();
        java.util.Arrays.sort(a);
        java.util.Arrays.sort(b);
        return java.util.Arrays.equals(a, b);
    }

    /** Whether the longer is the shorter with one letter written twice: "workk", but not "route" for "rote". */
    private static boolean isDoubled(String one, String two) {
        for (int i = 1; i < one.length(); i++)
            if (one.charAt(i) == one.charAt(i - 1) && (one.substring(0, i) + one.substring(i + 1)).equals(two))
                return true;
        return false;
    }

    /** Whether they, equally long, differ in one letter that sounds much the same. */
    private static boolean isLikeSound(String one, String two) {
        int at = 0;
        while (at < one.length() && one.charAt(at) == two.charAt(at))
            at++;
        if (at == one.length() || !one.substring(at + 1).equals(two.substring(at + 1)))
            return false;
        char a = one.charAt(at);
        char b = two.charAt(at);
        return ALIKE.stream().anyMatch(pair -> pair.indexOf(a) >= 0 && pair.indexOf(b) >= 0);
    }

    /** Edits from one to the other, swaps of neighbours being one; more than most as most + 1. */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most)
            return most + 1;
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++)
            old[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int best = row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(old[j], row[j - 1]) + 1, old[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    least = Math.min(least, older[j - 2] + 1);
                row[j] = least;
                best = Math.min(best, least);
            }
            if (best > most)
                return most + 1;
            int[] spare = older;
            older = old;
            old = row;
            row = spare;
        }
        return old[b.length()];
    }
}
