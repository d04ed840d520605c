package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Preset;
import ptm.understanding.Answer;
import ptm.understanding.Context;
import ptm.understanding.Intent;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.llm.MessageAnswer.Asked;
import ptm.understanding.llm.MessageAnswer.Condition;
import ptm.understanding.llm.MessageAnswer.Way;

/** Compiles a model's flat answer about a request to a filter of the contract. */
final class AskedFilter {
    private static final int MAX_CONDITIONS = 30;
    private static final int MAX_WAYS = 6;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_KEYS = 3;
    private static final int LONGEST_NAME = 80;

    /** @param unread words that no condition came from */
    record Reading(Intent.Request request, List<String> unread) {}

    private final SaidWindows windows;
    private final Refusals refusals;

    AskedFilter(Interpreter builtin, Refusals refusals) {
        this.windows = new SaidWindows(builtin);
        this.refusals = refusals;
    }

    Reading read(Asked asked, Utterance utterance, Context context) {
        ConditionReader reader = new ConditionReader(windows, refusals, utterance, context);
        List<Filter> said = all(asked.conditions(), reader);
        List<List<Filter>> ways = new ArrayList<>();
        for (Way way : listed(asked.ways(), MAX_WAYS, "ways"))
            ways.add(all(way.conditions(), reader));
        ways.removeIf(List::isEmpty);
        Filter where = whole(said, ways, Boolean.TRUE.equals(asked.evenLater()));
        Preset preset = new Preset(null, null, utterance.text().strip(), where, order(asked), limit(asked), false);
        List<String> unread = new ArrayList<>(reader.unread());
        Texts.names(asked.unread(), LONGEST_NAME).stream().map(words -> Texts.cited(words, utterance.text()))
                .filter(words -> !words.isEmpty()).forEach(unread::add);
        return new Reading(new Intent.Request(preset, answer(asked, where)), unread);
    }

    private List<Filter> all(@Nullable List<Condition> conditions, ConditionReader reader) {
        List<Filter> found = new ArrayList<>();
        for (Condition condition : listed(conditions, MAX_CONDITIONS, "conditions")) {
            Filter filter = reader.read(condition);
            if (filter != null)
                found.add(filter);
        }
        return found;
    }

    private <T> List<T> listed(@Nullable List<T> given, int most, String field) {
        List<T> some = given == null ? List.of() : given.stream().filter(Objects::nonNull).toList();
        refusals.countIf(some.size() > most, field);
        return some.subList(0, Math.min(most, some.size()));
    }

    /** What was said, and what goes without saying: open, where no status was spoken of, and begun. */
    private static Filter whole(List<Filter> said, List<List<Filter>> ways, boolean evenLater) {
        boolean inWays = !speaksOfStatus(said) && ways.stream().anyMatch(AskedFilter::speaksOfStatus);
        List<Filter> parts = new ArrayList<>();
        if (!inWays)
            parts.addAll(tacit(said, evenLater));
        parts.addAll(said);
        List<Filter> alternatives = new ArrayList<>();
        for (List<Filter> way : ways) {
            List<Filter> one = new ArrayList<>(inWays ? tacit(way, evenLater) : List.of());
            one.addAll(way);
            alternatives.add(one.size() == 1 ? one.getFirst() : new Filter.All(one));
        }
        if (alternatives.size() == 1)
            parts.add(alternatives.getFirst());
        else if (!alternatives.isEmpty())
            parts.add(new Filter.Any(alternatives));
        return new Filter.All(parts);
    }

    private static List<Filter> tacit(List<Filter> said, boolean evenLater) {
        if (speaksOfStatus(said) && !said.contains(Filter.OPEN))
            return List.of();
        List<Filter> tacit = new ArrayList<>(said.contains(Filter.OPEN) ? List.of() : List.of(Filter.OPEN));
        if (!evenLater && said.stream().noneMatch(AskedFilter::speaksOfStart))
            tacit.add(Filter.BEGUN);
        return tacit;
    }

    private static boolean speaksOfStatus(List<Filter> said) {
        return said.stream().map(AskedFilter::bare).anyMatch(
                part -> part instanceof Filter.Names names && names.field() == NameField.STATUS);
    }

    private static boolean speaksOfStart(Filter part) {
        return switch (bare(part)) {
            case Filter.Window window -> window.field() == DateField.START;
            case Filter.Present present -> present.field() == DateField.START;
            case Filter.All _,Filter.Any _,Filter.Not _,Filter.Range _,Filter.Names _,Filter.Words _ -> false;
        };
    }

    private static Filter bare(Filter part) {
        return part instanceof Filter.Not(Filter inner) ? bare(inner) : part;
    }

    private @Nullable Integer limit(Asked asked) {
        Integer limit = asked.limit();
        if (limit == null || limit < 1)
            return null;
        refusals.countIf(limit > MAX_LIMIT, "limit");
        return Math.min(limit, MAX_LIMIT);
    }

    private List<OrderKey> order(Asked asked) {
        List<String> given = Texts.names(asked.order(), LONGEST_NAME);
        List<OrderKey> keys = given.stream().map(AskedFilter::key).flatMap(Stream::ofNullable).limit(MAX_KEYS)
                .toList();
        refusals.countIf(keys.size() < given.size(), "order");
        return keys.isEmpty() ? List.of(OrderKey.desc(OrderField.FIT)) : keys;
    }

    private static @Nullable OrderKey key(String name) {
        boolean descending = name.startsWith("-");
        OrderField field = OrderField.findInAnyCase((descending ? name.substring(1) : name).replace("_", ""));
        return field == null || field == OrderField.FIT ? null : new OrderKey(field, descending);
    }

    private static Answer answer(Asked asked, Filter where) {
        return switch (asked.answer()) {
            case COUNT -> Answer.COUNT;
            case PLAN -> Answer.PLAN;
            case ALL -> Answer.ALL;
            case BEST -> Answer.LIST;
            case null -> Answer.of(where);
        };
    }
}
