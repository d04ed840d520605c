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

    /** Any condition of time: it can be widened before it goes. */
    private static final Filter TIME = new Filter.Range(NumberField.MINUTES, null, 0);

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
        List<Filter> dropped = new ArrayList<>(hopeless(droppable));
        Filter where = without(preset.where(), dropped);
        if (!dropped.isEmpty() && count.applyAsLong(where) > 0)
            return step(where, dropped, droppable, "");
        List<Filter> left = droppable.stream().filter(part -> !dropped.contains(part)).toList();
        for (Filter part : left) {
            Step step = without(part, where, dropped, droppable);
            if (step != null)
                return step;
        }
        for (Filter part : left) {
            Step step = without(part, where, dropped, droppable);
            if (step != null)
                return step;
            where = FilterSentence.without(where, part);
            dropped.add(part);
        }
        return null;
    }

    /** What no task meets, whatever else is asked: the train, for somebody who has nothing for the train. */
    private List<Filter> hopeless(List<Filter> droppable) {
        Filter kept = without(preset.where(), droppable);
        return droppable.size() < 2
                ? List.of()
                : droppable.stream().filter(part -> rank(part) != rank(TIME)
                        && count.applyAsLong(Filter.all(kept, part)) == 0).toList();
    }

    private static Filter without(Filter where, List<Filter> parts) {
        Filter left = where;
        for (Filter part : parts)
            left = FilterSentence.without(left, part);
        return left;
    }

    /** The step that widens the part, or leaves it out where it cannot be wider; null where that helps nothing. */
    private @Nullable Step without(Filter part, Filter where, List<Filter> before, List<Filter> droppable) {
        List<Filter> dropped = new ArrayList<>(before);
        dropped.add(part);
        Filter wider = wider(part, where);
        if (wider != null)
            return step(replaced(where, part, wider), dropped, droppable, FilterSentence.describe(wider, language));
        Filter without = FilterSentence.without(where, part);
        return count.applyAsLong(without) == 0 ? null : step(without, dropped, droppable, "");
    }

    /** A little more time for what takes too long, as little as will do; null where that helps nothing. */
    private @Nullable Filter wider(Filter part, Filter where) {
        if (!(part instanceof Filter.Range(NumberField field, Integer least, Integer most))
                || field != NumberField.MINUTES || most == null)
            return null;
        for (int more : WIDER_MINUTES) {
            Filter wider = new Filter.Range(field, least, more);
            if (more > most && count.applyAsLong(replaced(where, part, wider)) > 0)
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
        Filter wider = wider(part, preset.where());
        if (wider != null) {
            others.add(new Suggestions.Alternative(FilterSentence.describe(wider, language),
                    preset.with(replaced(preset.where(), part, wider))));
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

    private static Filter replaced(Filter where, Filter part, Filter by) {
        return where instanceof Filter.All(List<Filter> parts)
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
