package ptm.understanding.llm;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NumberField;
import ptm.filter.Preset;
import ptm.understanding.Context;
import ptm.understanding.Intent;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;

/** What the built-in engine reads from the words that a model cites for a date of a request. */
final class SaidWindows {
    private final Interpreter builtin;

    SaidWindows(Interpreter builtin) {
        this.builtin = builtin;
    }

    /** The stretch of days or hours that the words mean for this field, or null. */
    @Nullable
    Filter read(DateField field, String words, Utterance utterance, Context context) {
        DateField asked = field == DateField.CREATED || field == DateField.DONE ? field : DateField.DUE;
        List<Filter> windows = parts(cue(asked, Texts.language(words + utterance.text())) + " " + words, utterance,
                context).stream()
                .flatMap(part -> part instanceof Filter.Not(Filter inner)
                        ? java.util.stream.Stream.of(inner)
                        : java.util.stream.Stream.of(part))
                .filter(part -> part instanceof Filter.Window(DateField of, var _, var _) && of == asked)
                .map(part -> refielded((Filter.Window) part, field)).toList();
        return switch (windows.size()) {
            case 0 -> null;
            case 1 -> windows.getFirst();
            default -> new Filter.All(windows);
        };
    }

    private static Filter refielded(Filter.Window window, DateField field) {
        return new Filter.Window(field, window.from(), window.until());
    }

    /** The minutes from now until what the words name, or null. */
    @Nullable
    Filter freeUntil(String words, Utterance utterance, Context context) {
        String cue = Texts.language(words) == Language.RU ? "есть время " : "I have time ";
        return parts(cue + words, utterance, context).stream()
                .filter(part -> part instanceof Filter.Range range && range.field() == NumberField.MINUTES).findFirst()
                .orElse(null);
    }

    private List<Filter> parts(String request, Utterance utterance, Context context) {
        return builtin.interpret(Utterance.own(request, utterance.at()), context)
                .intent() instanceof Intent.Request(Preset preset, var _)
                && preset.where() instanceof Filter.All(List<Filter> found) ? found : List.of();
    }

    private static String cue(DateField field, Language language) {
        boolean russian = language == Language.RU;
        return switch (field) {
            case CREATED -> russian ? "покажи задачи, добавленные" : "show tasks added";
            case DONE -> russian ? "покажи задачи, сделанные" : "show tasks done";
            default -> russian ? "покажи задачи со сроком" : "show tasks due";
        };
    }

    /** Bounds relative to now; dates are none, since nobody but ourselves may work them out. */
    static @Nullable Filter relative(DateField field, @Nullable String from, @Nullable String until) {
        Moment first = moment(from);
        Moment last = moment(until);
        return first == null && last == null ? null : new Filter.Window(field, first, last);
    }

    private static @Nullable Moment moment(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 40)
            return null;
        try {
            return Moment.parse(text.strip()) instanceof Moment.Relative relative ? relative : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
