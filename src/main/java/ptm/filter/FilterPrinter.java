package ptm.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Writes a filter as the text that {@link FilterParser} reads back. */
final class FilterPrinter {

    private static final Set<String> KEYWORDS = Set.of("or", "and", "not", "all", "none");

    private FilterPrinter() {}

    static String print(Filter filter) {
        return alt(FilterText.flattened(filter));
    }

    private static String alt(Filter filter) {
        return filter instanceof Filter.Any(List<Filter> parts) && !parts.isEmpty()
                ? String.join(" or ", parts.stream().map(FilterPrinter::seq).toList())
                : seq(filter);
    }

    private static String seq(Filter filter) {
        return filter instanceof Filter.All(List<Filter> parts) && !parts.isEmpty()
                ? String.join(" ", parts.stream().map(FilterPrinter::item).toList())
                : item(filter);
    }

    private static String item(Filter filter) {
        return filter instanceof Filter.Not(Filter part) ? "-" + atom(part) : atom(filter);
    }

    private static String atom(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.isEmpty() ? "all" : "(" + alt(filter) + ")";
            case Filter.Any(List<Filter> parts) -> parts.isEmpty() ? "none" : "(" + alt(filter) + ")";
            case Filter.Not _ -> "(" + item(filter) + ")";
            case Filter.Range(NumberField field, Integer atLeast, Integer atMost) ->
                    field.jsonName() + bounds(atLeast, atMost);
            case Filter.Names(NameField field, List<String> anyOf) ->
                    field.jsonName() + ":" + String.join(",", anyOf.stream().map(FilterPrinter::quoted).toList());
            case Filter.Window(DateField field, Moment from, Moment until) ->
                    field.jsonName() + bounds(print(from), print(until));
            case Filter.Present(FilterField field, boolean present) -> (present ? "has:" : "no:") + field.jsonName();
            case Filter.Words(String text) -> words(text);
        };
    }

    private static @Nullable String print(@Nullable Moment moment) {
        return moment == null ? null : quoted(Moments.print(moment));
    }

    private static String bounds(@Nullable Object from, @Nullable Object until) {
        if (from == null)
            return "<=" + until;
        if (until == null)
            return ">=" + from;
        return from.equals(until) ? "=" + from : ":" + from + ".." + until;
    }

    private static String words(String text) {
        String inner = SearchWords.phraseIn(text);
        if (inner != null)
            return inQuotes(inner);
        if (text.isEmpty() || text.chars().anyMatch(FilterParser::isSpace) || text.indexOf('"') >= 0)
            return "text:" + inQuotes(text);
        return quoted(text);
    }

    private static String quoted(String name) {
        boolean bare = !name.isEmpty() && !name.startsWith("-") && !name.contains("..")
                && name.chars().noneMatch(FilterParser::isSpecial)
                && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
        return bare ? name : inQuotes(name);
    }

    private static String inQuotes(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
