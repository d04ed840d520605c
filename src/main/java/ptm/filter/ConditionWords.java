package ptm.filter;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;

/** The words for one condition of a filter. */
final class ConditionWords {

    private ConditionWords() {}

    static String describe(Filter filter, Language language) {
        if (filter.equals(Filter.EASY))
            return say("easy", language);
        return switch (filter) {
            case Filter.All(List<Filter> parts) ->
                    parts.isEmpty() ? say("title.all", language) : joined(parts, "and", language);
            case Filter.Any(List<Filter> parts) ->
                    parts.isEmpty() ? say("nothing", language) : joined(parts, "or", language);
            case Filter.Not(Filter part) -> say("not", language, grouped(part, language));
            case Filter.Range range -> range(range, language);
            case Filter.Names(NameField field, List<String> anyOf) -> anyOf.stream()
                    .map(name -> name(field, name, language)).collect(Collectors.joining(say("or", language)));
            case Filter.Window window -> WindowWords.describe(window, language);
            case Filter.Present(FilterField field, boolean present) -> present(field, present, language);
            case Filter.Words(String text) -> say("words", language, text.replace("\"", ""));
        };
    }

    private static String joined(List<Filter> parts, String by, Language language) {
        return parts.stream().map(part -> grouped(part, language)).collect(Collectors.joining(say(by, language)));
    }

    private static String grouped(Filter filter, Language language) {
        String text = describe(filter, language);
        boolean group = !filter.equals(Filter.EASY) && (filter instanceof Filter.All(List<Filter> all) && !all.isEmpty()
                || filter instanceof Filter.Any(List<Filter> any) && !any.isEmpty());
        return group ? "(" + text + ")" : text;
    }

    /** What a field is called in the middle of a line. */
    static String label(String field, Language language) {
        return say("field." + field, language);
    }

    private static String range(Filter.Range range, Language language) {
        NumberField field = range.field();
        return switch (field) {
            case MINUTES -> minutes(range, language);
            case SPENT_MINUTES -> label(field.jsonName(), language) + " " + minutes(range, language);
            default -> scale(field, range.atLeast(), range.atMost(), language);
        };
    }

    private static String minutes(Filter.Range range, Language language) {
        Integer least = range.atLeast();
        Integer most = range.atMost();
        if (least == null)
            return say("minutes.to", language, duration(most == null ? 0 : most, language));
        if (most == null)
            return say("minutes.from", language, duration(least, language));
        if (least.equals(most))
            return duration(most, language);
        return most < 60
                ? least + "–" + duration(most, language)
                : duration(least, language) + " – " + duration(most, language);
    }

    /** Such as "1 h 30 min". */
    static String duration(int minutes, Language language) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0)
            return say("duration.minutes", language, rest);
        return rest == 0
                ? say("duration.hours", language, hours)
                : say("duration.hours", language, hours) + " " + say("duration.minutes", language, rest);
    }

    private static String scale(NumberField field, @Nullable Integer atLeast, @Nullable Integer atMost,
            Language language) {
        int least = atLeast == null ? 0 : atLeast;
        int most = atMost == null ? 3 : atMost;
        String named = field.jsonName() + (most >= 3 ? ".from." + least : least == 0 ? ".to." + most : ".at." + least);
        if ((most >= 3 || least == 0 || least == most) && Wording.FILTER.knows(named))
            return say(named, language);
        String words = least == most
                ? scaleWord(field, least, language)
                : scaleWord(field, least, language) + "–" + scaleWord(field, most, language);
        return say("scale", language, say("scale." + field.jsonName(), language), words);
    }

    private static String scaleWord(NumberField field, int value, Language language) {
        return say("scale." + field.jsonName() + "." + value, language);
    }

    private static String name(NameField field, String name, Language language) {
        String key = field.jsonName() + "." + NameField.folded(name);
        return Wording.FILTER.knows(key) ? say(key, language) : name;
    }

    private static String present(FilterField field, boolean present, Language language) {
        String key = (present ? "has." : "no.") + field.jsonName();
        return Wording.FILTER.knows(key)
                ? say(key, language)
                : say("scale", language, say("scale." + field.jsonName(), language),
                        say(present ? "has" : "no", language));
    }

    static String say(String key, Language language, Object... arguments) {
        return Wording.FILTER.say(key, language, arguments);
    }
}
