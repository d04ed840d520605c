package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Word;

import java.util.BitSet;
import java.util.List;

/**
 * A part of a message with a verb, a task or a value of its own.
 *
 * @param words with offsets into the whole message
 * @param title which of the words are a title said in full
 * @param text  of the message from {@code from} on, the words of such a title blanked out
 * @param from  offset of the text in the message
 * @param place the same in code points
 */
record Clause(List<Word> words, BitSet title, String text, int from, int place) {

    static Clause of(List<Word> all, int first, int end, BitSet verbatim, String message) {
        List<Word> words = all.subList(first, end);
        int from = words.getFirst().from();
        StringBuilder text = new StringBuilder(message.substring(from, words.getLast().until()));
        for (int i = first; i < end; i++)
            if (verbatim.get(i))
                for (int at = all.get(i).from(); at < all.get(i).until(); at++)
                    text.setCharAt(at - from, ' ');
        return new Clause(words, verbatim.get(first, end), text.toString(), from,
                message.codePointCount(0, from));
    }

    /** The words as they were written. */
    String written(String message) {
        return message.substring(from, words.getLast().until()).strip();
    }
}
