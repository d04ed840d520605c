package ptm.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Reads the text form of a filter by recursive descent; one instance reads one text. */
final class FilterParser {

    private static final int NESTING = 64;

    private final FilterScanner in;
    private int predicates;
    private int nesting;

    FilterParser(String text) {
        this.in = new FilterScanner(text);
    }

    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Whether the character ends a bare word, so that a word that has it stands in quotes. */
    static boolean isSpecial(int character) {
        return isSpace(character) || "(),:\"<>=".indexOf(character) >= 0;
    }

    ParsedFilter parse() {
        Filter where = alt();
        List<OrderKey> order = null;
        Integer limit = null;
        while (!in.atEnd()) {
            int start = in.position();
            if (order == null && in.acceptKeyed("order"))
                order = order();
            else if (limit == null && in.acceptKeyed("limit"))
                limit = number(1, PageRequest.MAX_LIMIT, in.value());
            else
                throw in.error(start, order == null && limit == null ? "end" : "orderOrLimitOnce");
        }
        if (FilterLimits.depth(where) > FilterLimits.DEPTH)
            throw in.error(0, "depth", FilterLimits.DEPTH);
        return new ParsedFilter(where, order == null ? List.of() : order, limit);
    }

    private List<OrderKey> order() {
        List<OrderKey> keys = new ArrayList<>();
        do {
            FilterScanner.Value name = in.value();
            boolean descending = name.text().startsWith("-");
            OrderField by = OrderField.findInAnyCase(descending ? name.text().substring(1) : name.text());
            if (by == null || keys.size() == FilterLimits.ORDER_KEYS)
                throw in.error(name.start(), by == null ? "orderField" : "orderKeys", FilterLimits.ORDER_KEYS);
            keys.add(new OrderKey(by, descending));
        } while (in.acceptComma());
        return keys;
    }

    private Filter alt() {
        List<Filter> parts = new ArrayList<>();
        do
            parts.add(seq());
        while (in.acceptKeyword("or"));
        return FilterText.flattened(new Filter.Any(parts));
    }

    private Filter seq() {
        List<Filter> parts = new ArrayList<>();
        parts.add(item());
        while (in.acceptKeyword("and") || in.continuesSequence())
            parts.add(item());
        return FilterText.flattened(new Filter.All(parts));
    }

    private Filter item() {
        return in.acceptMinus() || in.acceptKeyword("not") ? new Filter.Not(atom()) : atom();
    }

    private Filter atom() {
        int start = in.position();
        if (in.accept('('))
            return parenthesis(start);
        if (++predicates > FilterLimits.PREDICATES)
            throw in.error(start, "predicates", FilterLimits.PREDICATES);
        if (in.peek() == '"')
            return quoted(start);
        if (in.acceptKeyword("all"))
            return Filter.ALL;
        if (in.acceptKeyword("none"))
            return Filter.NONE;
        String word = in.bareWord();
        boolean operator = in.atOperator();
        if (word.isEmpty() || !operator && List.of("and", "or", "not").contains(word.toLowerCase(Locale.ROOT)))
            throw in.error(start, "condition");
        return operator ? field(start, word) : words(start, word);
    }

    private Filter parenthesis(int start) {
        if (++nesting > NESTING)
            throw in.error(start, "depth", FilterLimits.DEPTH);
        Filter inner = alt();
        if (!in.accept(')'))
            throw in.error(in.position(), "closing");
        nesting--;
        return inner;
    }

    private Filter quoted(int start) {
        String text = in.quoted();
        boolean phrase = text.indexOf('"') < 0 && text.chars().anyMatch(FilterParser::isSpace);
        return words(start, phrase ? "\"" + text + "\"" : text);
    }

    private Filter words(int start, String text) {
        return new Filter.Words(checked(start, text));
    }

    private String checked(int start, String text) {
        if (!FilterLimits.allows(text))
            throw in.error(start, "text", FilterLimits.CHARACTERS);
        return text;
    }

    private Filter field(int start, String name) {
        String operator = in.operator();
        String lower = name.toLowerCase(Locale.ROOT);
        if (operator.equals(":") && (lower.equals("has") || lower.equals("no")))
            return new Filter.Present(presence(in.value()), lower.equals("has"));
        if (operator.equals(":") && lower.equals("text")) {
            FilterScanner.Value text = in.value();
            return words(text.start(), text.text());
        }
        return switch (FilterField.findInAnyCase(name)) {
            case NumberField field -> range(field, operator);
            case NameField field -> names(field, operator);
            case DateField field -> window(field, operator);
            case PresenceField field -> throw in.error(start, "presenceOnly", field.jsonName());
            case null -> throw in.error(start, "field");
        };
    }

    private FilterField presence(FilterScanner.Value name) {
        FilterField field = FilterField.findInAnyCase(name.text());
        if (field == null || field == NameField.STATUS)
            throw in.error(name.start(), "presenceField");
        return field;
    }

    private Filter range(NumberField field, String operator) {
        int most = field.isScale() ? 3 : Integer.MAX_VALUE;
        if (operator.equals(":")) {
            FilterScanner.Span span = in.span();
            Integer from = span.from() == null ? null : number(0, most, span.from());
            Integer until = span.until() == null ? null : number(0, most, span.until());
            return new Filter.Range(field, from, until);
        }
        FilterScanner.Value value = in.value();
        return switch (operator) {
            case "<=" -> new Filter.Range(field, null, number(0, most, value));
            case ">=" -> new Filter.Range(field, number(0, most, value), null);
            case "<" -> new Filter.Range(field, null, number(1, field.isScale() ? 4 : most, value) - 1);
            case ">" -> new Filter.Range(field, number(-1, most - 1, value) + 1, null);
            default -> new Filter.Range(field, number(0, most, value), number(0, most, value));
        };
    }

    private int number(int least, int most, FilterScanner.Value value) {
        try {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most)
                return number;
        } catch (NumberFormatException _) {
            // answered below, as a number out of range is
        }
        throw in.error(value.start(), most == Integer.MAX_VALUE ? "wholeNumberFrom" : "wholeNumber", least, most);
    }

    private Filter names(NameField field, String operator) {
        List<String> names = new ArrayList<>();
        do {
            FilterScanner.Value name = in.name();
            if (names.size() == FilterLimits.NAMES)
                throw in.error(name.start(), "names", FilterLimits.NAMES);
            if (!field.allows(name.text()))
                throw in.error(name.start(), field.jsonName());
            names.add(checked(name.start(), name.text()));
        } while (operator.equals(":") && in.acceptComma());
        if (!operator.equals(":") && !operator.equals("="))
            throw in.error(in.operatorAt(), "colon", field.jsonName());
        return new Filter.Names(field, names);
    }

    private Filter window(DateField field, String operator) {
        if (operator.equals(":")) {
            FilterScanner.Span span = in.span();
            return new Filter.Window(field, moment(span.from()), moment(span.until()));
        }
        FilterScanner.Value value = in.value();
        Moment moment = readMoment(value);
        return switch (operator) {
            case "<=" -> new Filter.Window(field, null, moment);
            case ">=" -> new Filter.Window(field, moment, null);
            case "<" -> new Filter.Window(field, null, Moments.plusDays(moment, -1));
            case ">" -> new Filter.Window(field, Moments.plusDays(moment, 1), null);
            default -> new Filter.Window(field, moment, moment);
        };
    }

    private @Nullable Moment moment(FilterScanner.@Nullable Value value) {
        return value == null ? null : readMoment(value);
    }

    private Moment readMoment(FilterScanner.Value value) {
        Moment moment = value.text().length() > FilterLimits.CHARACTERS ? null : Moments.find(value.text());
        if (moment == null)
            throw in.error(value.start(), "moment");
        return moment;
    }
}
