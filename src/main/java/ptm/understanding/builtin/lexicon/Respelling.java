package ptm.understanding.builtin.lexicon;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes a whole text as it was meant: Russian typed in Latin letters, or words of which each has a slip. */
public final class Respelling {

    /** Longer texts are read as they stand. */
    private static final int MOST_WORDS = 14;
    /** Of the letters so many must belong to known words, and so many more than in the text as it stands. */
    private static final double KNOWN = 0.6;
    private static final double GAIN = 0.3;

    private final Lexicon lexicon;
    private final Spelling spelling;

    public Respelling(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.spelling = new Spelling(lexicon);
    }

    /** The words in Cyrillic letters where they are Russian in Latin ones, else the words themselves. */
    public List<Word> russian(List<Word> words) {
        if (words.size() > MOST_WORDS * 2 || words.stream().anyMatch(word -> Stems.isCyrillic(word.plain())))
            return words;
        List<Word> other = words.stream().map(Respelling::cyrillic).toList();
        double known = share(other);
        return known >= KNOWN && known - share(words) >= GAIN ? other : words;
    }

    /** The words with every slip mended, or null if there is none or one word stays strange. */
    public @Nullable List<Word> mended(List<Word> words) {
        if (words.size() > MOST_WORDS)
            return null;
        boolean changed = false;
        List<Word> out = new ArrayList<>();
        for (Word word : words) {
            boolean fine = word.isMark() || word.isNumber() || lexicon.knows(word);
            String better = fine ? word.plain() : spelling.mend(word);
            if (better == null)
                return null;
            changed |= !fine;
            out.add(fine ? word : word.as(better));
        }
        return changed ? out : null;
    }

    private static Word cyrillic(Word word) {
        String other = word.isMark() || word.isNumber() ? null : Spelling.otherScript(word.plain());
        return other == null ? word : new Word(other, other, Stems.of(other), word.from(), word.until());
    }

    private double share(List<Word> words) {
        int letters = 0;
        int known = 0;
        for (Word word : words)
            if (!word.isMark() && !word.isNumber()) {
                letters += word.plain().length();
                known += lexicon.knows(word) ? word.plain().length() : 0;
            }
        return letters < 4 ? 0 : (double) known / letters;
    }
}
