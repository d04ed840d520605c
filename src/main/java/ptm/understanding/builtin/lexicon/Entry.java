package ptm.understanding.builtin.lexicon;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.OrderKey;
import ptm.understanding.Verb;

/**
 * What a phrase of the lexicon means; any part may be absent.
 *
 * @param mean    the condition it stands for
 * @param not     the condition it stands for when negated, where that is more than the opposite
 * @param order   what "most", "first" or "by" in front of it sorts by
 * @param cue     its part in a sentence, such as {@code except} or {@code text}
 * @param amount  a length of time or a number, such as {@code 30m}, {@code 2}
 * @param unit    a unit of time or money, such as {@code h}
 * @param window  a stretch of time, such as {@code week..week+6d}
 * @param verb    what it does to a task
 * @param intents how much it speaks for an intent, by name
 * @param kind    {@code mood} where it describes the person, {@code energy} where that only counts if nothing else is asked, {@code name} where it is a theme or place, else empty
 */
public record Entry(@Nullable Filter mean, @Nullable Filter not, List<OrderKey> order, String cue,
        String amount, String unit, String window, @Nullable Verb verb, Map<String, Double> intents, String kind) {

    public boolean isCue(String name) {
        return cue.equals(name);
    }

    public double weight(String intent) {
        return intents.getOrDefault(intent, 0.0);
    }
}
