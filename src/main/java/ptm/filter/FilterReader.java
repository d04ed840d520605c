package ptm.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Reads a filter from JSON; one instance reads one filter. */
final class FilterReader {

    private int predicates;
    private int depth;

    Filter filter(JsonNode node, String pointer) {
        if (!node.isObject() || node.isEmpty())
            throw FilterError.atPointer(pointer, "filterObject");
        for (String kind : List.of("all", "any", "not", "field", "text"))
            if (node.has(kind))
                return filter(kind, node, pointer);
        throw unknownKey(node.propertyNames(), Set.of(), pointer);
    }

    private Filter filter(String kind, JsonNode node, String pointer) {
        if (!kind.equals("field"))
            refuseOthers(node, Set.of(kind), pointer);
        JsonNode value = node.get(kind);
        String inner = pointer + "/" + kind;
        return switch (kind) {
            case "all" -> new Filter.All(group(value, inner));
            case "any" -> new Filter.Any(group(value, inner));
            case "not" -> {
                deeper(inner);
                Filter part = filter(value, inner);
                depth--;
                yield new Filter.Not(part);
            }
            case "text" -> {
                count(pointer);
                yield new Filter.Words(text(value, inner));
            }
            default -> predicate(value, node, pointer);
        };
    }

    private List<Filter> group(JsonNode value, String pointer) {
        if (!value.isArray())
            throw FilterError.atPointer(pointer, "filters");
        if (value.isEmpty())
            count(pointer);
        deeper(pointer);
        List<Filter> parts = new ArrayList<>();
        for (JsonNode part : value)
            parts.add(filter(part, pointer + "/" + parts.size()));
        depth--;
        return parts;
    }

    private void deeper(String pointer) {
        if (++depth > FilterLimits.DEPTH)
            throw FilterError.atPointer(pointer, "depth", FilterLimits.DEPTH);
    }

    private void count(String pointer) {
        if (++predicates > FilterLimits.PREDICATES)
            throw FilterError.atPointer(pointer, "predicates", FilterLimits.PREDICATES);
    }

    private Filter predicate(JsonNode name, JsonNode node, String pointer) {
        count(pointer);
        FilterField field = name.isString() ? FilterField.find(name.stringValue()) : null;
        if (field == null)
            throw FilterError.atPointer(pointer + "/field", "field");
        if (node.has("present"))
            return present(field, node, pointer);
        return switch (field) {
            case NumberField number -> range(number, node, pointer);
            case NameField names -> names(names, node, pointer);
            case DateField date -> window(date, node, pointer);
            case PresenceField presence -> {
                refuseOthers(node, Set.of("field", "present"), pointer);
                throw FilterError.atPointer(pointer, "present", presence.jsonName());
            }
        };
    }

    private static Filter present(FilterField field, JsonNode node, String pointer) {
        refuseOthers(node, Set.of("field", "present"), pointer);
        JsonNode present = node.get("present");
        if (field == NameField.STATUS)
            throw FilterError.atPointer(pointer + "/present", "presenceField");
        if (!present.isBoolean())
            throw FilterError.atPointer(pointer + "/present", "trueOrFalse");
        return new Filter.Present(field, present.booleanValue());
    }

    private static Filter range(NumberField field, JsonNode node, String pointer) {
        refuseOthers(node, Set.of("field", "atLeast", "atMost"), pointer);
        Integer atLeast = number(field, node.get("atLeast"), pointer + "/atLeast");
        Integer atMost = number(field, node.get("atMost"), pointer + "/atMost");
        if (atLeast == null && atMost == null)
            throw FilterError.atPointer(pointer, "bounds", field.jsonName());
        return new Filter.Range(field, atLeast, atMost);
    }

    private static @Nullable Integer number(NumberField field, @Nullable JsonNode value, String pointer) {
        if (value == null)
            return null;
        int most = field.isScale() ? 3 : Integer.MAX_VALUE;
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most)
            throw FilterError.atPointer(pointer, field.isScale() ? "wholeNumber" : "wholeNumberFrom", 0, most);
        return value.intValue();
    }

    private static Filter names(NameField field, JsonNode node, String pointer) {
        refuseOthers(node, Set.of("field", "anyOf"), pointer);
        JsonNode anyOf = node.get("anyOf");
        String inner = pointer + "/anyOf";
        if (anyOf == null || !anyOf.isArray() || anyOf.isEmpty())
            throw FilterError.atPointer(inner, "anyOf");
        if (anyOf.size() > FilterLimits.NAMES)
            throw FilterError.atPointer(inner, "names", FilterLimits.NAMES);
        List<String> names = new ArrayList<>();
        for (JsonNode name : anyOf) {
            String text = text(name, inner + "/" + names.size());
            if (!field.allows(text))
                throw FilterError.atPointer(inner + "/" + names.size(), field.jsonName());
            names.add(text);
        }
        return new Filter.Names(field, names);
    }

    private static Filter window(DateField field, JsonNode node, String pointer) {
        refuseOthers(node, Set.of("field", "from", "until"), pointer);
        Moment from = moment(node.get("from"), pointer + "/from");
        Moment until = moment(node.get("until"), pointer + "/until");
        if (from == null && until == null)
            throw FilterError.atPointer(pointer, "window", field.jsonName());
        return new Filter.Window(field, from, until);
    }

    private static @Nullable Moment moment(@Nullable JsonNode value, String pointer) {
        if (value == null)
            return null;
        Moment moment = value.isString() && FilterLimits.allows(value.stringValue())
                ? Moments.find(value.stringValue())
                : null;
        if (moment == null)
            throw FilterError.atPointer(pointer, "moment");
        return moment;
    }

    private static String text(JsonNode value, String pointer) {
        if (!value.isString() || !FilterLimits.allows(value.stringValue()))
            throw FilterError.atPointer(pointer, "text", FilterLimits.CHARACTERS);
        return value.stringValue();
    }

    /** Refuses every key that is not among the known ones. */
    static void refuseOthers(JsonNode node, Set<String> known, String pointer) {
        if (!known.containsAll(node.propertyNames()))
            throw unknownKey(node.propertyNames(), known, pointer);
    }

    private static FilterError unknownKey(Collection<String> keys, Set<String> known, String pointer) {
        String key = keys.stream().filter(each -> !known.contains(each)).findFirst().orElseThrow();
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return known.isEmpty()
                ? FilterError.atPointer(pointer + "/" + escaped, "filterObject")
                : FilterError.atPointer(pointer + "/" + escaped, "keys",
                        String.join(", ", known.stream().sorted().toList()));
    }
}
