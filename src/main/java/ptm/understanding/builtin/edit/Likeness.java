package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How surely two words are one: forms of a noun, a deed and what was to be done, a typo. */
final class Likeness {

    static final double SAME = 1;
    private static final double FORM = 0.9;
    private static final double TYPO = 0.8;
    private static final Pattern VERB_END = Pattern.compile(
            "(?:ться|тись|чься|лся|лась|лось|лись|юсь|усь|ть|ти|чь|ла|ло|ли|л|на|но|ны|н|та|то|ты|т|ю|у)$");
    private static final Pattern PREFIX =
            Pattern.compile("^(?:по|за|от|до|с|вы|при|на|у|пере|про|об|раз|рас|о|из|под|в)(?=.{4})");

    private Likeness() {}

    /** 0 to 1. */
    static double of(Word one, Word other) {
        if (one.stem().equals(other.stem()))
            return SAME;
        String a = one.plain();
        String b = other.plain();
        if (one.isNumber() || other.isNumber())
            return 0;
        if (isPastOf(a, b) || isPastOf(b, a))
            return FORM;
        int shared = shared(a, b);
        if (shared >= 4 && shared >= Math.min(one.stem().length(), other.stem().length()) - 1
                && Math.max(a.length(), b.length()) - shared <= 5)
            return FORM;
        if (Stems.isCyrillic(a) && Stems.isCyrillic(b) && isOneVerb(a, b))
            return FORM;
        int most = Math.min(a.length(), b.length()) >= 8 ? 2 : Math.min(a.length(), b.length()) >= 5 ? 1 : 0;
        return most > 0 && Spelling.distance(a, b, most) <= most ? TYPO : 0;
    }

    private static boolean isPastOf(String form, String verb) {
        @Nullable
        String present = EditWords.presentOf(form);
        return verb.equals(present);
    }

    /** сдал and сдать, звонок and позвонить. */
    private static boolean isOneVerb(String a, String b) {
        String rootA = VERB_END.matcher(a).replaceFirst("");
        String rootB = VERB_END.matcher(b).replaceFirst("");
        if (rootA.length() >= 3 && rootA.equals(rootB) && !rootA.equals(a) && !rootB.equals(b))
            return true;
        String bareA = PREFIX.matcher(a).replaceFirst("");
        String bareB = PREFIX.matcher(b).replaceFirst("");
        return (!bareA.equals(a) || !bareB.equals(b)) && isInfinitive(a) != isInfinitive(b)
                && shared(bareA, bareB) >= 4;
    }

    private static boolean isInfinitive(String word) {
        return word.endsWith("ть") || word.endsWith("ти") || word.endsWith("ться");
    }

    private static int shared(String a, String b) {
        int shared = 0;
        while (shared < Math.min(a.length(), b.length()) && a.charAt(shared) == b.charAt(shared))
            shared++;
        return shared;
    }
}
