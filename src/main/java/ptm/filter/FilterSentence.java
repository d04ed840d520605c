package ptm.filter;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;

/**
 * A filter in a person's words, such as «≤ 30 min · matters».
 *
 * @param title the chips joined, then the order (unless it is {@code fit}) and the limit; empty where nothing beyond the
 *              usual is asked (open, may begin)
 * @param chips one a condition, in the filter's order
 */
public record FilterSentence(String title, List<Chip> chips) {

    private static final String SEPARATOR = " · ";
    /** What a day of doing says already. */
    private static final Filter DONE = new Filter.Names(NameField.STATUS, List.of("done"));

    /**
     * A condition as a few words.
     *
     * @param part the part of the filter it stands for: a direct member of the outermost {@link Filter.All}, an
     *             {@code All} of several of them that have a word of their own, or the filter itself where that is no
     *             {@code All}; {@link FilterSentence#without} takes it out
     */
    public record Chip(String text, Filter part) {}

    public FilterSentence {
        chips = List.copyOf(chips);
    }

    /** Leaves out what interpretation adds by itself (CONTRACT §2): status open, may begin by now. */
    public static FilterSentence describe(Filter where, List<OrderKey> order, @Nullable Integer limit,
            Language language) {
        boolean dated = parts(where).stream()
                .anyMatch(part -> part instanceof Filter.Window window && window.field() == DateField.DONE);
        List<Chip> chips = parts(where).stream().filter(part -> !goesWithoutSaying(part))
                .filter(part -> !dated || !part.equals(DONE))
                .map(part -> new Chip(ConditionWords.describe(part, language), part)).toList();
        List<String> title = new ArrayList<>(chips.stream().map(Chip::text).toList());
        for (OrderKey key : order)
            if (key.by() != OrderField.FIT)
                title.add(ConditionWords.label(key.by().jsonName(), language) + (key.descending() ? " ↓" : " ↑"));
        if (limit != null)
            title.add(Wording.FILTER.say("title.limit", language, limit));
        return new FilterSentence(String.join(SEPARATOR, title), chips);
    }

    /** One condition in a few words. */
    public static String describe(Filter condition, Language language) {
        return ConditionWords.describe(condition, language);
    }

    /** The conditions that must all hold; those that together have a word of their own are one. */
    public static List<Filter> parts(Filter where) {
        if (!(where instanceof Filter.All(List<Filter> parts)))
            return List.of(where);
        List<Filter> easy = members(Filter.EASY);
        if (!parts.containsAll(easy))
            return parts;
        List<Filter> grouped = new ArrayList<>();
        for (Filter part : parts)
            if (!easy.contains(part))
                grouped.add(part);
            else if (!grouped.contains(Filter.EASY))
                grouped.add(Filter.EASY);
        return grouped;
    }

    private static List<Filter> members(Filter filter) {
        return filter instanceof Filter.All(List<Filter> parts) ? parts : List.of(filter);
    }

    /** Such as "1 h 30 min". */
    public static String duration(int minutes, Language language) {
        return ConditionWords.duration(minutes, language);
    }

    /** The filter without the part that a chip stands for; the same filter if it has no such part. */
    public static Filter without(Filter where, Filter part) {
        List<Filter> left = new ArrayList<>(members(where));
        if (!left.remove(part))
            left.removeAll(members(part));
        return new Filter.All(left);
    }

    /** Whether interpretation adds such a condition to every request: open, and may begin by now. */
    public static boolean goesWithoutSaying(Filter part) {
        return switch (part) {
            case Filter.Names(NameField field, List<String> anyOf) ->
                    field == NameField.STATUS && anyOf.size() == 1 && anyOf.getFirst().equalsIgnoreCase("open");
            case Filter.Any(List<Filter> parts) ->
                    parts.size() == 2 && parts.contains(new Filter.Present(DateField.START, false))
                            && (parts.contains(new Filter.Window(DateField.START, null, Moment.now()))
                                    || parts.contains(new Filter.Window(DateField.START, null, Moment.today())));
            case Filter.All _,Filter.Not _,Filter.Range _,Filter.Window _,Filter.Present _,Filter.Words _ -> false;
        };
    }
}
