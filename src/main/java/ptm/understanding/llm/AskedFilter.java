package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Preset;
import ptm.task.Activity;
import ptm.task.Scale;
import ptm.understanding.Answer;
import ptm.understanding.Context;
import ptm.understanding.Intent;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.llm.MessageAnswer.Asked;
import ptm.understanding.llm.MessageAnswer.Choice;

/** Compiles a model's flat answer about a request to a filter; what the contract does not know is dropped. */
final class AskedFilter {
    private static final int MAX_NAMES = 20;
    private static final int MAX_LIMIT = 500;
    private static final Set<String> STATUSES = Set.of("open", "done", "dropped", "overdue", "waiting");

    private final Interpreter builtin;

    AskedFilter(Interpreter builtin) {
        this.builtin = builtin;
    }

    Intent.Request read(Asked asked, Utterance utterance, Context context) {
        List<Filter> parts = new ArrayList<>();
        status(asked, parts);
        minutes(asked, parts);
        scales(asked, parts);
        names(parts, NameField.THEME, asked.themes(), asked.notThemes());
        names(parts, NameField.ACTIVITY, activities(asked.activities()), activities(asked.notActivities()));
        names(parts, NameField.CONTEXT, asked.contexts(), asked.notContexts());
        windows(parts, DateField.DUE, asked.dueWords(), utterance, context);
        windows(parts, DateField.CREATED, asked.createdWords(), utterance, context);
        windows(parts, DateField.DONE, asked.doneWords(), utterance, context);
        if (asked.hasDue() != null && asked.hasDue() != Choice.ANY)
            parts.add(new Filter.Present(DateField.DUE, asked.hasDue() == Choice.YES));
        words(asked.text()).forEach(parts::add);
        words(asked.notText()).map(Filter::not).forEach(parts::add);
        Integer limit = asked.limit() == null || asked.limit() < 1 || asked.limit() > MAX_LIMIT ? null : asked.limit();
        Preset preset = new Preset(null, null, utterance.text().strip(), new Filter.All(parts), order(asked), limit,
                false);
        return new Intent.Request(preset,
                Boolean.TRUE.equals(asked.counts()) ? Answer.COUNT : Answer.of(preset.where()));
    }

    private static void status(Asked asked, List<Filter> parts) {
        List<String> statuses = clean(asked.statuses()).map(name -> name.toLowerCase(Locale.ROOT))
                .filter(STATUSES::contains).toList();
        parts.add(new Filter.Names(NameField.STATUS, statuses.isEmpty() ? List.of("open") : statuses));
        if (statuses.isEmpty() || statuses.equals(List.of("open")))
            parts.add(Filter.any(new Filter.Present(DateField.START, false),
                    new Filter.Window(DateField.START, null, Moment.now())));
    }

    private static void minutes(Asked asked, List<Filter> parts) {
        Integer least = positive(asked.minutesAtLeast());
        Integer most = positive(asked.minutesAtMost());
        if (least != null || most != null)
            parts.add(new Filter.Range(NumberField.MINUTES, least, most));
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number < 1 ? null : Math.min(number, 100_000);
    }

    private static void scales(Asked asked, List<Filter> parts) {
        for (MessageAnswer.ScaleRange range : asked.scales() == null
                ? List.<MessageAnswer.ScaleRange>of()
                : asked.scales()) {
            Scale scale = range == null || range.name() == null
                    ? null
                    : Scale.find(range.name().strip().toLowerCase(Locale.ROOT));
            if (scale == null)
                continue;
            Integer least = bound(range.atLeast());
            Integer most = bound(range.atMost());
            if (least != null && least > 0 || most != null && most < Scale.MAX)
                parts.add(new Filter.Range(NumberField.of(scale), least, most));
        }
    }

    private static @Nullable Integer bound(@Nullable Integer value) {
        return value == null || value < 0 || value > Scale.MAX ? null : value;
    }

    private static void names(List<Filter> parts, NameField field, @Nullable List<String> wanted,
            @Nullable List<String> unwanted) {
        List<String> yes = clean(wanted).limit(MAX_NAMES).toList();
        List<String> no = clean(unwanted).limit(MAX_NAMES).toList();
        if (!yes.isEmpty())
            parts.add(new Filter.Names(field, yes));
        if (!no.isEmpty())
            parts.add(Filter.not(new Filter.Names(field, no)));
    }

    private static List<String> activities(@Nullable List<String> names) {
        List<String> known = Stream.of(Activity.values()).map(Activity::jsonName).toList();
        return clean(names).map(name -> name.toLowerCase(Locale.ROOT)).filter(known::contains).toList();
    }

    private static Stream<String> clean(@Nullable List<String> names) {
        return names == null
                ? Stream.empty()
                : names.stream().filter(name -> name != null && !name.isBlank())
                        .map(name -> name.replace("\0", "").strip())
                        .filter(name -> name.length() <= 80);
    }

    private static Stream<Filter> words(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > 500
                ? Stream.empty()
                : Stream.of(new Filter.Words(text.strip()));
    }

    /** The windows of a field that the built-in engine reads from the cited words. */
    private void windows(List<Filter> parts, DateField field, @Nullable String words, Utterance utterance,
            Context context) {
        if (words == null || words.isBlank())
            return;
        String request = cue(field, context.language()) + " " + words.strip();
        if (builtin.interpret(Utterance.own(request, utterance.at()), context)
                .intent() instanceof Intent.Request(Preset preset, var _)
                && preset.where() instanceof Filter.All(List<Filter> found))
            found.stream().filter(part -> part instanceof Filter.Window(DateField of, var _, var _) && of == field)
                    .forEach(parts::add);
    }

    private static String cue(DateField field, Language language) {
        boolean russian = language == Language.RU;
        return switch (field) {
            case CREATED -> russian ? "покажи задачи, добавленные" : "show tasks added";
            case DONE -> russian ? "покажи задачи, сделанные" : "show tasks done";
            default -> russian ? "покажи задачи со сроком" : "show tasks due";
        };
    }

    private static List<OrderKey> order(Asked asked) {
        List<OrderKey> keys = clean(asked.order()).map(AskedFilter::key).filter(java.util.Objects::nonNull).limit(3)
                .toList();
        return keys.isEmpty() ? List.of(OrderKey.desc(OrderField.FIT)) : keys;
    }

    private static @Nullable OrderKey key(String name) {
        boolean descending = name.startsWith("-");
        OrderField field = OrderField.find(descending ? name.substring(1) : name);
        return field == null || field == OrderField.FIT ? null : new OrderKey(field, descending);
    }
}
