package ptm.understanding.builtin.lexicon;

import java.util.List;

/** Mends text typed with the other keyboard layout switched on: "gjrf;b" for «покажи», «ыцщц» for "show". */
public final class KeyboardLayout {

    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~";
    private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ";
    /** Beyond this nobody goes on without looking at the screen. */
    private static final int LONGEST = 200;

    private final Lexicon lexicon;

    public KeyboardLayout(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @return a text of the same length, in which most words are known; the text itself if that is so already */
    public String mend(String text) {
        if (text.length() > LONGEST || knownShare(text) > 0.3)
            return text;
        String other = Stems.isCyrillic(text) ? swapped(text, CYRILLIC, LATIN) : swapped(text, LATIN, CYRILLIC);
        return knownShare(other) > 0.6 ? other : text;
    }

    private static String swapped(String text, String from, String to) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            out.append(at < 0 ? text.charAt(i) : to.charAt(at));
        }
        return out.toString();
    }

    private double knownShare(String text) {
        List<Word> words = Words.of(text).stream().filter(word -> !word.isMark() && !word.isNumber()).toList();
        long letters = words.stream().mapToLong(word -> word.plain().length()).sum();
        long known = words.stream().filter(lexicon::knows).mapToLong(word -> word.plain().length()).sum();
        return letters < 4 ? 1 : (double) known / letters;
    }
}
