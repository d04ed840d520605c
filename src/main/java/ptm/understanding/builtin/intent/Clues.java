package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.time.TimeReading;

import java.util.List;

/**
 * A text and what each reader made of it, as if it were what that reader reads.
 *
 * @param hasTasks whether the person has any that the text could be about
 * @param isListed whether the person has just been shown some
 */
public record Clues(String text, List<Word> words, RequestReading request, EditReader.Reading edit, TimeReading time,
        boolean hasTasks, boolean isListed) {

    public Clues {
        words = List.copyOf(words);
    }

    boolean isQuestion() {
        return !words.isEmpty() && words.getLast().plain().equals("?");
    }
}
