package ptm.understanding.llm;

import java.util.List;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drops from an answer the fields that nobody asked for: the library would drop the whole answer for one of them. */
final class AskedFields {
    private AskedFields() {}

    /** The answer with the fields of the schema alone; as it is where it is no JSON. */
    static String only(String json, JsonSchemaElement schema) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(json);
            return prune(answer, schema) ? answer.toString() : json;
        } catch (JacksonException unreadable) {
            return json;
        }
    }

    /** Whether anything was dropped. */
    private static boolean prune(JsonNode node, JsonSchemaElement schema) {
        boolean pruned = false;
        if (node instanceof ObjectNode object && schema instanceof JsonObjectSchema asked) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonSchemaElement of = asked.properties().get(name);
                pruned |= of == null ? object.remove(name) != null : prune(object.get(name), of);
            }
        } else if (node.isArray() && schema instanceof JsonArraySchema list)
            for (JsonNode element : node)
                pruned |= prune(element, list.items());
        return pruned;
    }
}
