package ptm.understanding;

import java.util.List;
import java.util.Map;

import ptm.filter.Filter;

/**
 * A person's own names and words.
 *
 * @param themes   the most used first
 * @param contexts besides the standard ones
 * @param taught   words they explained ("by light I mean …") and what each stands for
 */
public record Vocabulary(List<String> themes, List<String> contexts, Map<String, Filter> taught) {

    public static final Vocabulary EMPTY = new Vocabulary(List.of(), List.of(), Map.of());
}
