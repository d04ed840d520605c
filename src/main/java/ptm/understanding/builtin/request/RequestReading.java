package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Word;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.OrderKey;
import ptm.understanding.Answer;

/**
 * A text read as a request, whether or not it is one.
 *
 * @param parts   its conditions, each with the words it was read from
 * @param unread  words that mean something, but nothing here
 * @param isOrdered whether an order was said, or that later ones count too
 * @param guessed conditions from words that nothing introduced, such as a bare name
 */
public record RequestReading(Filter where, List<OrderKey> order, @Nullable Integer limit, Answer answer,
        List<Part> parts,
        List<Word> unread, int guessed, boolean isOrdered, double confidence) {

    public static final RequestReading NOTHING = new RequestReading(Filter.ALL, List.of(), null, Answer.LIST, List.of(),
            List.of(), 0, false, 0);

    /**
     * One condition.
     *
     * @param join how it hangs on the one before: {@code or}, {@code and}, {@code comma}, or empty
     * @param from  first word
     * @param until word after the last
     */
    public record Part(Filter filter, String join, boolean negated, boolean mood, int from, int until,
            double confidence) {

        Part with(Filter other) {
            return new Part(other, join, negated, mood, from, until, confidence);
        }
    }
}
