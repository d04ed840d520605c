package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeValue;

import java.util.List;

/** People and works that are called like a day or a month: "buy a Wednesday Addams wig". */
final class Namesakes {
    private final DumpWords lexicon;

    Namesakes(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    /** The reading without days that are part of a name. */
    TimeReading without(TimeReading reading, String text) {
        if (reading.pieces().stream().noneMatch(piece -> piece.value() instanceof TimeValue.Due))
            return reading;
        List<Word> words = Words.of(text);
        List<TimePiece> kept = reading.pieces().stream().filter(piece -> !isNamed(piece, words, text)).toList();
        return kept.size() == reading.pieces().size() ? reading : new TimeReading(kept);
    }

    /** Where a verb or "a" stands right before the day, and a name right after it. */
    private boolean isNamed(TimePiece piece, List<Word> words, String text) {
        String said = piece.words().strip();
        if (!(piece.value() instanceof TimeValue.Due) || said.isEmpty() || said.contains(" ")
                || !Character.isUpperCase(said.codePointAt(0)))
            return false;
        int from = text.offsetByCodePoints(0, piece.from());
        for (int i = 1; i + 1 < words.size(); i++)
            if (words.get(i).from() >= from)
                return words.get(i + 1).isCapitalised() && !lexicon.isVerb(words.get(i + 1))
                        && (isArticle(words.get(i - 1)) || i == 1 && lexicon.isVerb(words.getFirst()));
        return false;
    }

    private static boolean isArticle(Word word) {
        return switch (word.plain()) {
            case "a", "the", "my", "for", "about", "with", "of" -> true;
            default -> false;
        };
    }
}
