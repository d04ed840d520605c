package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of filters, orders and presets (CONTRACT §2). Reading refuses what it does not know. */
public final class FilterJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FilterJson() {}

    /**
     * @param pointer the JSON pointer of the node in the document it came from, empty for the whole
     * @throws FilterError naming the place and what was expected there
     */
    public static Filter read(JsonNode node, String pointer) {
        return new FilterReader().filter(node, pointer);
    }

    public static Filter read(JsonNode node) {
        return read(node, "");
    }

    /** @throws FilterError naming the place and what was expected there */
    public static List<OrderKey> readOrder(JsonNode node, String pointer) {
        return PresetReader.order(node, pointer);
    }

    /** @throws FilterError naming the place and what was expected there */
    public static Preset readPreset(JsonNode node, String pointer) {
        return PresetReader.preset(node, pointer);
    }

    public static ObjectNode write(Filter filter) {
        ObjectNode out = JSON.objectNode();
        switch (filter) {
            case Filter.All(List<Filter> parts) -> write(parts, out.putArray("all"));
            case Filter.Any(List<Filter> parts) -> write(parts, out.putArray("any"));
            case Filter.Not(Filter part) -> out.set("not", write(part));
            case Filter.Range(NumberField field, Integer atLeast, Integer atMost) -> {
                out.put("field", field.jsonName());
                if (atLeast != null)
                    out.put("atLeast", atLeast);
                if (atMost != null)
                    out.put("atMost", atMost);
            }
            case Filter.Names(NameField field, List<String> anyOf) -> {
                ArrayNode names = out.put("field", field.jsonName()).putArray("anyOf");
                anyOf.forEach(names::add);
            }
            case Filter.Window(DateField field, Moment from, Moment until) -> {
                out.put("field", field.jsonName());
                put(out, "from", from);
                put(out, "until", until);
            }
            case Filter.Present(FilterField field, boolean present) ->
                    out.put("field", field.jsonName()).put("present", present);
            case Filter.Words(String text) -> out.put("text", text);
        }
        return out;
    }

    private static void write(List<Filter> parts, ArrayNode out) {
        parts.forEach(part -> out.add(write(part)));
    }

    private static void put(ObjectNode out, String key, @Nullable Moment moment) {
        if (moment != null)
            out.put(key, Moments.print(moment));
    }

    public static ArrayNode write(List<OrderKey> order) {
        ArrayNode out = JSON.arrayNode();
        for (OrderKey key : order)
            out.addObject().put("by", key.by().jsonName()).put("direction", key.descending() ? "desc" : "asc");
        return out;
    }

    /** With every key that has a value; {@code order} and {@code pinned} always. */
    public static ObjectNode write(Preset preset) {
        ObjectNode out = JSON.objectNode();
        if (preset.id() != null)
            out.put("id", preset.id());
        if (preset.name() != null)
            out.put("name", preset.name());
        if (preset.request() != null)
            out.put("request", preset.request());
        out.set("where", write(preset.where()));
        out.set("order", write(preset.order()));
        if (preset.limit() != null)
            out.put("limit", preset.limit());
        return out.put("pinned", preset.pinned());
    }
}
