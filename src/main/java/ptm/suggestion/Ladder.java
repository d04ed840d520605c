package ptm.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.filter.Preset;

/**
 * Loosens a request that nothing fits: first what the person would wish for, then what they have time for, then where they
 * are. What they look for by name, by words, by status or by date is never loosened.
 */
final class Ladder {

    private static final List<Integer> WIDER_MINUTES = List.of(15, 30, 60, 120, 240);

    private final Preset preset;
    private final Language language;
    private final ToLongFunction<Filter> count;

    /** @param count how many tasks could be suggested for a filter */
    Ladder(Preset preset, Language language, ToLongFunction<Filter> count) {
        this.preset = preset;
        this.language = language;
        this.count = count;
    }

    record Step(Preset preset, Suggestions.Loosened loosened) {}

    /** The request without as little as will do, or null if even then nothing fits. */
    @Nullable
    Step find() {
        List<Filter> droppable = FilterSentence.parts(preset.where()).stream().filter(part -> rank(part) > 0)
                .sorted(Comparator.comparingInt(Ladder::rank)).toList();
        for (Filter part : droppable) {
            Filter without = FilterSentence.without(preset.where(), part);
            if (count.applyAsLong(without) == 0)
                continue;
            Filter wider = wider(part);
            return wider == null
                    ? step(without, List.of(part), droppable, "")
                    : step(replaced(part, wider), List.of(part), droppable,
                            FilterSentence.describe(wider, language));
        }
        Filter where = preset.where();
        List<Filter> dropped = new ArrayList<>();
        for (Filter part : droppable) {
            where = FilterSentence.without(where, part);
            dropped.add(part);
            if (dropped.size() > 1 && count.applyAsLong(where) > 0)
                return step(where, dropped, droppable, "");
        }
        return null;
    }

    /** A little more time for what takes too long, as little as will do; null where that helps nothing. */
    private @Nullable Filter wider(Filter part) {
        if (!(part instanceof Filter.Range(NumberField field, Integer least, Integer most))
                || field != NumberField.MINUTES || most == null)
            return null;
        for (int more : WIDER_MINUTES) {
            Filter wider = new Filter.Range(field, least, more);
            if (more > most && count.applyAsLong(replaced(part, wider)) > 0)
                return wider;
        }
        return null;
    }

    private Step step(Filter where, List<Filter> dropped, List<Filter> droppable, String instead) {
        String words = dropped.stream().map(part -> FilterSentence.describe(part, language))
                .collect(Collectors.joining(" · "));
        List<Suggestions.Alternative> others = new ArrayList<>();
        for (Filter part : droppable)
            if (!dropped.contains(part))
                addAlternative(others, part);
        return new Step(preset.with(where), new Suggestions.Loosened(words, instead, others));
    }

    private void addAlternative(List<Suggestions.Alternative> others, Filter part) {
        Filter wider = wider(part);
        if (wider != null) {
            others.add(new Suggestions.Alternative(FilterSentence.describe(wider, language),
                    preset.with(replaced(part, wider))));
            return;
        }
        String label = part instanceof Filter.Names names && names.field() == NameField.CONTEXT
                ? ReasonPhrases.WORDING.say("ladder.anyPlace", language)
                : ReasonPhrases.WORDING.say("ladder.without", language, FilterSentence.describe(part, language));
        addIfAny(others, label, FilterSentence.without(preset.where(), part));
    }

    private void addIfAny(List<Suggestions.Alternative> others, String label, Filter where) {
        if (count.applyAsLong(where) > 0)
            others.add(new Suggestions.Alternative(label, preset.with(where)));
    }

    private Filter replaced(Filter part, Filter by) {
        return preset.where() instanceof Filter.All(List<Filter> parts)
                ? new Filter.All(parts.stream().map(each -> each.equals(part) ? by : each).toList())
                : by;
    }

    /** The lower, the sooner it goes; 0 stays. */
    private static int rank(Filter part) {
        return switch (part) {
            case Filter.Range range -> range.field() == NumberField.MINUTES || range.field() == NumberField.TEMPORAL
                    ? 3
                    : range.field() == NumberField.SPENT_MINUTES ? 0 : 1;
            case Filter.Names names -> switch (names.field()) {
                case STATUS -> 0;
                case ACTIVITY -> 2;
                case CONTEXT -> 4;
                case THEME -> 5;
            };
            case Filter.Not(Filter inner) -> rank(inner);
            case Filter.All(List<Filter> parts) -> rank(parts);
            case Filter.Any(List<Filter> parts) -> FilterSentence.goesWithoutSaying(part) ? 0 : rank(parts);
            case Filter.Window _,Filter.Present _,Filter.Words _ -> 0;
        };
    }

    private static int rank(List<Filter> parts) {
        int rank = 0;
        for (Filter part : parts) {
            if (rank(part) == 0)
                return 0;
            rank = Math.max(rank, rank(part));
        }
        return rank;
    }
}
