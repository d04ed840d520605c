package ptm.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.filter.Preset;

/**
 * What was found for a request.
 *
 * @param preset   what was run in the end: the request's own, or what the ladder made of it
 * @param list     the best first, as many as the preset's limit, else three
 * @param count    how many match in all
 * @param loosened how the request was loosened, absent where it was not
 */
public record Suggestions(Preset preset, List<Suggestion> list, long count, @Nullable Loosened loosened) {
    public Suggestions {
        list = List.copyOf(list);
    }

    /**
     * The ladder's step: nothing fitted all conditions.
     *
     * @param dropped      the condition left out, as a few words in the person's language
     * @param instead      the wider condition in its place, in the same manner; empty where there is none
     * @param alternatives other presets that would find something
     */
    public record Loosened(String dropped, String instead, List<Alternative> alternatives) {
        public Loosened {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** @param label a few words for a button, such as «≤ 15 min» or «any place» */
    public record Alternative(String label, Preset preset) {}
}
