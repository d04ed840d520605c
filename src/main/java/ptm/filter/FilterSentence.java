package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;

/**
 * A filter in a person's words, such as «≤ 30 min · matters».
 *
 * @param title the chips joined; empty where nothing beyond the usual is asked (open, may begin)
 * @param chips one a condition, in the filter's order
 */
public record FilterSentence(String title, List<Chip> chips) {
    /**
     * A condition as a few words.
     *
     * @param part the part of the filter it stands for: a direct member of the outermost {@link Filter.All}
     */
    public record Chip(String text, Filter part) {}

    public FilterSentence {
        chips = List.copyOf(chips);
    }

    /** Leaves out what interpretation adds by itself (CONTRACT §2): status open, may begin by now. */
    public static FilterSentence describe(Filter where, List<OrderKey> order, @Nullable Integer limit,
            Language language) {
        throw new UnsupportedOperationException();
    }
}
