package ptm.understanding.builtin.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into words, numbers and marks, in one pass. */
public final class Words {

    private static final Pattern PIECE = Pattern.compile("\\d{1,9}(?:[.,:]\\d{1,9})?(?![\\d])|\\d+"
            + "|\\p{L}[\\p{L}\\p{M}]*(?:['’ʼ`]\\p{L}+)*" + "|\\n|\\.{2,}|[^\\s\\p{L}\\d]");

    private Words() {}

    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            String piece = matcher.group();
            if (isHyphenInWord(text, matcher.start(), piece) || isLowSurrogate(piece) || isApostrophe(piece))
                continue;
            String plain = plain(piece);
            String stem = Character.isLetter(plain.codePointAt(0)) ? Stems.of(plain) : plain;
            words.add(new Word(piece, plain, stem, matcher.start(), matcher.end()));
        }
        return words;
    }

    static String plain(String piece) {
        String plain = piece.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("['’ʼ`]", "");
        if (plain.isEmpty())
            return "'";
        return plain.equals("–") || plain.equals("—") || plain.equals("−") ? "-" : plain.startsWith("..") ? "…" : plain;
    }

    private static boolean isApostrophe(String piece) {
        return piece.length() == 1 && "'’ʼ`".contains(piece);
    }

    private static boolean isLowSurrogate(String piece) {
        return piece.length() == 1 && Character.isLowSurrogate(piece.charAt(0));
    }

    private static boolean isHyphenInWord(String text, int at, String piece) {
        if (!piece.equals("-") && !piece.equals("‑") || at == 0 || at + 1 >= text.length())
            return false;
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)
                && (Character.isLetter(before) || Character.isLetter(after));
    }
}
