package ptm.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Reads presets and orders from JSON. */
final class PresetReader {

    private static final Set<String> KEYS = Set.of("id", "name", "request", "where", "order", "limit", "pinned");

    private PresetReader() {}

    static Preset preset(JsonNode node, String pointer) {
        if (!node.isObject())
            throw FilterError.atPointer(pointer, "preset");
        FilterReader.refuseOthers(node, KEYS, pointer);
        JsonNode where = node.get("where");
        if (where == null)
            throw FilterError.atPointer(pointer + "/where", "filterObject");
        JsonNode order = given(node, "order");
        return new Preset(id(given(node, "id"), pointer + "/id"), text(given(node, "name"), pointer + "/name"),
                text(given(node, "request"), pointer + "/request"), FilterJson.read(where, pointer + "/where"),
                order == null ? List.of() : order(order, pointer + "/order"),
                limit(given(node, "limit"), pointer + "/limit"), pinned(given(node, "pinned"), pointer + "/pinned"));
    }

    /** The value of the key; null where it is left out or JSON's null. */
    private static @Nullable JsonNode given(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private static @Nullable Long id(@Nullable JsonNode value, String pointer) {
        if (value == null)
            return null;
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1)
            throw FilterError.atPointer(pointer, "wholeNumberFrom", 1);
        return value.longValue();
    }

    private static @Nullable String text(@Nullable JsonNode value, String pointer) {
        if (value == null)
            return null;
        if (!value.isString() || !FilterLimits.allows(value.stringValue()))
            throw FilterError.atPointer(pointer, "text", FilterLimits.CHARACTERS);
        return value.stringValue();
    }

    /** A limit from 1 to 500, absent where the value is. */
    private static @Nullable Integer limit(@Nullable JsonNode value, String pointer) {
        if (value == null)
            return null;
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1
                || value.intValue() > PageRequest.MAX_LIMIT)
            throw FilterError.atPointer(pointer, "wholeNumber", 1, PageRequest.MAX_LIMIT);
        return value.intValue();
    }

    private static boolean pinned(@Nullable JsonNode value, String pointer) {
        if (value != null && !value.isBoolean())
            throw FilterError.atPointer(pointer, "trueOrFalse");
        return value != null && value.booleanValue();
    }

    static List<OrderKey> order(JsonNode node, String pointer) {
        if (!node.isArray())
            throw FilterError.atPointer(pointer, "order");
        if (node.size() > FilterLimits.ORDER_KEYS)
            throw FilterError.atPointer(pointer, "orderKeys", FilterLimits.ORDER_KEYS);
        List<OrderKey> keys = new ArrayList<>();
        for (JsonNode key : node)
            keys.add(key(key, pointer + "/" + keys.size()));
        return keys;
    }

    private static OrderKey key(JsonNode node, String pointer) {
        if (!node.isObject())
            throw FilterError.atPointer(pointer, "order");
        FilterReader.refuseOthers(node, Set.of("by", "direction"), pointer);
        JsonNode by = node.get("by");
        OrderField field = by != null && by.isString() ? OrderField.find(by.stringValue()) : null;
        if (field == null)
            throw FilterError.atPointer(pointer + "/by", "orderField");
        JsonNode direction = given(node, "direction");
        String word = direction == null ? "asc" : direction.isString() ? direction.stringValue() : "";
        if (!word.equals("asc") && !word.equals("desc"))
            throw FilterError.atPointer(pointer + "/direction", "direction");
        return new OrderKey(field, word.equals("desc"));
    }
}
