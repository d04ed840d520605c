package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Cuts a message at commas, stops and conjunctions, but not inside a title, a time or a set phrase. */
final class EditClauses {

    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "but", "then", "plus", "also", "&", "и", "а", "но", "плюс", "зато", "также", "потом");
    private static final Set<String> STOPS = Set.of(",", ";", ".", "!", "\n", "…", "+");

    private EditClauses() {}

    static List<Clause> of(String message, List<Word> words, Lexicon lexicon, TimeReading time, BitSet verbatim) {
        BitSet whole = phrases(words, lexicon);
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i < words.size() && !isBoundary(message, words, i, time, verbatim, whole))
                continue;
            if (i > start)
                clauses.add(Clause.of(words, start, i, verbatim, message));
            start = i + 1;
        }
        return clauses;
    }

    private static boolean isBoundary(String message, List<Word> words, int at, TimeReading time, BitSet verbatim,
            BitSet whole) {
        Word word = words.get(at);
        if (!CONJUNCTIONS.contains(word.plain()) && !STOPS.contains(word.plain()))
            return false;
        if (word.plain().equals(".") && at + 1 < words.size() && words.get(at + 1).from() == word.until()
                || verbatim.get(at) && at > 0 && verbatim.get(at - 1))
            return false;
        int place = message.codePointCount(0, word.from());
        return !whole.get(at) && time.pieces().stream().noneMatch(piece -> isInside(piece, place));
    }

    private static boolean isInside(TimePiece piece, int place) {
        return piece.from() < place && place + 1 < piece.until();
    }

    /** "done and done", "попозже, потом": phrases that hold a conjunction. */
    private static BitSet phrases(List<Word> words, Lexicon lexicon) {
        BitSet inside = new BitSet();
        for (int i = 0; i < words.size(); i++)
            for (Lexicon.Match match : lexicon.all(words, i))
                if (match.gapEnd() == 0 && match.length() > 1
                        && match.entries().stream().anyMatch(entry -> entry.verb() != null))
                    inside.set(i, i + match.length());
        return inside;
    }
}
