package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading;

import java.util.List;

import ptm.filter.Filter;

/** Whether the build of a text speaks for a request: a question about tasks, or nothing left that is no condition. */
final class Asking {

    /** What asks at least so much for tasks makes a question of its clause. */
    private static final double ASKS = 1.5;
    /** Words between a beginning and what asks: "and what about", «ну и что там». */
    private static final int FILLERS = 2;
    private static final int MOST_UNREAD = 3;

    private final Lexicon lexicon;

    Asking(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a clause asks for tasks of which something was understood. */
    boolean isQuestion(Clues clues) {
        RequestReading request = clues.request();
        boolean about = request.parts().size() > request.guessed() && request.unread().size() <= MOST_UNREAD;
        return about && asks(clues.words());
    }

    /** Whether each word of a text was understood as a condition. */
    boolean isWhole(Clues clues) {
        RequestReading request = clues.request();
        boolean whole = request.parts().stream().anyMatch(part -> isOfTasks(part.filter())) && request.guessed() == 0
                && request.unread().isEmpty();
        return whole && (asks(clues.words()) || clues.words().stream().noneMatch(PastTense::isInfinitive));
    }

    /** A date or a word to look for says nothing of that: an appointment is made of such. */
    private static boolean isOfTasks(Filter filter) {
        return !(filter instanceof Filter.Window) && !(filter instanceof Filter.Words);
    }

    /** Whether a clause begins with what asks for tasks. */
    private boolean asks(List<Word> words) {
        int clause = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isMark())
                clause = i + 1;
            else if (i - clause <= FILLERS && asks(words, i))
                return true;
            else if (PastTense.isInfinitive(words.get(i)))
                clause = i - FILLERS;
        }
        return false;
    }

    private boolean asks(List<Word> words, int at) {
        boolean verb = PastTense.isInfinitive(words.get(at));
        return lexicon.all(words, at).stream().filter(match -> !verb || match.length() > 1)
                .flatMap(match -> match.entries().stream())
                .anyMatch(entry -> entry.weight("request") >= ASKS && !entry.kind().equals("mood")
                        && !entry.kind().equals("energy"));
    }
}
