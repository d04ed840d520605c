package ptm.understanding;

import java.util.List;

import ptm.account.Language;

/**
 * What an utterance was taken to mean.
 *
 * @param language   of the utterance
 * @param confidence 0 to 1, of the whole
 * @param unread     words of a request that could not be used; whole clauses of a dump of which no task was made
 */
public record Interpretation(Intent intent, Language language, Engine by, double confidence, List<String> unread,
        List<Piece> pieces) {

    public Interpretation {
        unread = List.copyOf(unread);
        pieces = List.copyOf(pieces);
    }
}
