package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.FilterText;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.ParsedFilter;
import ptm.filter.Preset;

/** The presets behind commands and buttons. */
final class Listings {

    private static final int LONGER_BY = 15;
    private static final int SHORT = 15;

    private Listings() {}

    static final Filter OPEN = new Filter.Names(NameField.STATUS, List.of("open"));
    /** The condition that «important» is. */
    static final Filter MATTERS = new Filter.Range(NumberField.IMPACT, 2, null);

    /** What a request means by itself: open, and it may begin by now. */
    static List<Filter> usual() {
        return List.of(OPEN,
                Filter.any(new Filter.Present(DateField.START, false),
                        new Filter.Window(DateField.START, null, Moment.now())));
    }

    /** Whether a filter asks for nothing beyond what goes without saying. */
    static boolean isUsual(Filter where) {
        return FilterSentence.parts(where).stream().allMatch(FilterSentence::goesWithoutSaying);
    }

    /** Whether what a filter asks for is among what is open. */
    static boolean isOfOpen(Filter where) {
        return FilterSentence.parts(where).contains(OPEN);
    }

    /** Whether nothing but what is overdue is asked for. */
    static boolean isOverdue(Filter where) {
        List<Filter> said = FilterSentence.parts(where).stream()
                .filter(part -> !FilterSentence.goesWithoutSaying(part)).toList();
        return said.size() == 1 && (said.getFirst().equals(new Filter.Names(NameField.STATUS, List.of("overdue")))
                || said.getFirst().equals(new Filter.Window(DateField.DUE, null, Moment.now()))
                || said.getFirst().equals(new Filter.Window(DateField.DUE, null, Moment.today(-1))));
    }

    /** The words that are looked for, or null. */
    @Nullable
    static String words(Filter where) {
        return FilterSentence.parts(where).stream().filter(Filter.Words.class::isInstance)
                .map(part -> ((Filter.Words) part).text().replace("\"", "")).findFirst().orElse(null);
    }

    /** The same filter, with what cannot begin yet: it is there all the same. */
    static Filter withFuture(Filter where) {
        return where instanceof Filter.All(List<Filter> parts)
                ? new Filter.All(parts.stream().filter(part -> !(part instanceof Filter.Any)
                        || !FilterSentence.goesWithoutSaying(part)).toList())
                : where;
    }

    /** Everything that a request asks for, in the order it is looked at: what is done, the latest first; else by date. */
    static Preset all(Preset preset) {
        List<OrderKey> order = preset.order().stream().filter(key -> key.by() != OrderField.FIT).toList();
        Filter where = withFuture(preset.where());
        if (order.isEmpty())
            order = List.of(asksFor(where, DateField.DONE)
                    ? OrderKey.desc(OrderField.DONE)
                    : asksFor(where, DateField.CREATED)
                            ? OrderKey.desc(OrderField.CREATED)
                            : OrderKey.asc(OrderField.DUE));
        return new Preset(preset.id(), preset.name(), preset.request(), where, order, null, false);
    }

    private static boolean asksFor(Filter where, DateField field) {
        return FilterSentence.parts(where).stream()
                .anyMatch(part -> part instanceof Filter.Window window && window.field() == field
                        || field == DateField.DONE && part instanceof Filter.Names names
                                && names.field() == NameField.STATUS && names.anyOf().contains("done"));
    }

    private static Preset usualAnd(Filter more, OrderKey... order) {
        List<Filter> parts = new ArrayList<>(usual());
        parts.add(more);
        return Preset.of(new Filter.All(parts), List.of(order), null);
    }

    static Preset now() {
        return Preset.of(new Filter.All(usual()), List.of(OrderKey.desc(OrderField.FIT)), null);
    }

    static Preset today() {
        return usualAnd(new Filter.Window(DateField.DUE, null, Moment.today()), OrderKey.asc(OrderField.DUE));
    }

    static Preset inbox() {
        return Preset.of(
                Filter.all(OPEN,
                        new Filter.Window(DateField.CREATED, Moment.today(-7), null)),
                List.of(OrderKey.desc(OrderField.CREATED)), null);
    }

    static Preset find(String words) {
        return Preset.of(new Filter.Words(words), List.of(OrderKey.desc(OrderField.CREATED)), null);
    }

    static Preset easier(Preset preset) {
        return preset.with(and(preset.where(),
                Filter.all(new Filter.Range(NumberField.MOTIVATIONAL, null, 1),
                        new Filter.Range(NumberField.INTELLECTUAL, null, 1))));
    }

    static Preset shorter(Preset preset) {
        return minutes(preset, most -> Math.max(5, most / 2 / 5 * 5));
    }

    static Preset longer(Preset preset) {
        return minutes(preset, most -> most + LONGER_BY);
    }

    /** Moves the upper bound of the minutes; where there is none, it becomes a quarter of an hour. */
    private static Preset minutes(Preset preset, UnaryOperator<Integer> change) {
        Optional<Integer> most = most(preset.where());
        if (most.isEmpty())
            return preset.with(and(preset.where(), new Filter.Range(NumberField.MINUTES, null, SHORT)));
        return preset.with(withMost(preset.where(), change.apply(most.get())));
    }

    static Optional<Integer> most(Filter filter) {
        return switch (filter) {
            case Filter.Range(NumberField field, Integer _, Integer atMost) when field == NumberField.MINUTES
                    && atMost != null -> Optional.of(atMost);
            case Filter.All(List<Filter> parts) -> parts.stream().flatMap(part -> most(part).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private static Filter withMost(Filter filter, int most) {
        return switch (filter) {
            case Filter.Range(NumberField field, Integer atLeast, Integer atMost) when field == NumberField.MINUTES
                    && atMost != null ->
                    new Filter.Range(field, atLeast == null || atLeast <= most ? atLeast : null, most);
            case Filter.All(List<Filter> parts) ->
                    new Filter.All(parts.stream().map(part -> withMost(part, most)).toList());
            default -> filter;
        };
    }

    private static Filter and(Filter where, Filter more) {
        List<Filter> parts = new ArrayList<>(where instanceof Filter.All(List<Filter> all) ? all : List.of(where));
        if (more instanceof Filter.All(List<Filter> added))
            added.stream().filter(part -> !parts.contains(part)).forEach(parts::add);
        else
            parts.add(more);
        return new Filter.All(parts);
    }

    static Preset without(Preset preset, Filter part) {
        return preset.with(FilterSentence.without(preset.where(), part));
    }

    /** With a capital first letter, as a name has it. */
    static String capitalized(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + words.substring(words.offsetByCodePoints(0, 1));
    }

    static String print(Preset preset) {
        return FilterText.print(preset.where(), preset.order(), preset.limit());
    }

    static Preset parse(String text, @Nullable String request) {
        ParsedFilter parsed = FilterText.parse(text);
        return new Preset(null, null, request, parsed.where(), parsed.order(), parsed.limit(), false);
    }
}
