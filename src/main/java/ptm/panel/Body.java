package ptm.panel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import ptm.task.RefusedValue;
import ptm.task.TaskId;
import tools.jackson.databind.JsonNode;

/** A JSON object that somebody sent, read field by field; whatever is wrong is refused with a pointer to its place. */
final class Body {
    private final JsonNode node;
    private final String pointer;

    private Body(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    static Body of(JsonNode node) {
        return at(node, "");
    }

    static Body at(JsonNode node, String pointer) {
        if (!node.isObject())
            throw new RefusedValue(pointer, "An object is expected.");
        return new Body(node, pointer);
    }

    /** Refuses every field but these. */
    Body only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames())
            if (!known.contains(name))
                throw refused(name, "There is no such field.");
        return this;
    }

    RefusedValue refused(String name, String expectation) {
        return new RefusedValue(pointer(name), expectation);
    }

    String pointer(String name) {
        return pointer + '/' + name.replace("~", "~0").replace("/", "~1");
    }

    /** Whether the field is there, perhaps as null. */
    boolean has(String name) {
        return node.has(name);
    }

    /** Whether the field is there as null. */
    boolean isNull(String name) {
        return node.has(name) && node.get(name).isNull();
    }

    /** The field's value, or null where it is absent or null. */
    @Nullable
    JsonNode find(String name) {
        return node.hasNonNull(name) ? node.get(name) : null;
    }

    JsonNode require(String name) {
        JsonNode value = find(name);
        if (value == null)
            throw refused(name, "This field is required.");
        return value;
    }

    Iterable<String> names() {
        return node.propertyNames();
    }

    String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null || text.isBlank())
            throw refused(name, "Words are expected.");
        return text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        JsonNode value = find(name);
        if (value == null)
            return null;
        if (!value.isString())
            throw refused(name, "A text is expected.");
        String text = value.stringValue();
        if (text.length() > longest)
            throw refused(name, "At most " + longest + " characters are expected.");
        return text;
    }

    @Nullable
    Long number(String name, long least, long most) {
        JsonNode value = find(name);
        if (value == null)
            return null;
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least
                || value.longValue() > most)
            throw refused(name, "A whole number from " + least + " to " + most + " is expected.");
        return value.longValue();
    }

    @Nullable
    Integer integer(String name, int least, int most) {
        Long number = number(name, least, most);
        return number == null ? null : number.intValue();
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = find(name);
        if (value == null)
            return null;
        if (!value.isBoolean())
            throw refused(name, "true or false is expected.");
        return value.booleanValue();
    }

    @Nullable
    Instant instant(String name) {
        String text = optionalText(name, 100);
        if (text == null)
            return null;
        return moment(text, pointer(name));
    }

    static Instant moment(String text, String pointer) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (Dates.isInRange(instant))
                return instant;
        } catch (DateTimeException _) {
            // told below
        }
        throw new RefusedValue(pointer,
                "A date-time with offset between 1900 and 2999 is expected, such as 2026-11-27T15:00:00+01:00.");
    }

    @Nullable
    ZoneId zone(String name) {
        String text = optionalText(name, 100);
        if (text == null)
            return null;
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw refused(name, "A zone is expected, such as Europe/Berlin.");
        }
    }

    LocalTime time(String name, LocalTime otherwise) {
        String text = optionalText(name, 20);
        if (text == null)
            return otherwise;
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException _) {
            throw refused(name, "A time of day is expected, such as 09:30.");
        }
    }

    /** The items of a list, each read with its pointer; an absent list is empty. */
    <T> List<T> list(String name, int most, BiFunction<JsonNode, String, T> item) {
        JsonNode value = find(name);
        if (value == null)
            return List.of();
        if (!value.isArray() || value.size() > most)
            throw refused(name, "A list of at most " + most + " is expected.");
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++)
            items.add(item.apply(value.get(i), pointer(name) + '/' + i));
        return items;
    }

    List<String> texts(String name, int most, int longest) {
        return list(name, most, (item, at) -> {
            if (!item.isString() || item.stringValue().length() > longest)
                throw new RefusedValue(at, "A text of at most " + longest + " characters is expected.");
            return item.stringValue();
        });
    }

    List<TaskId> ids(String name) {
        return list(name, 500, (item, at) -> {
            if (!item.isIntegralNumber() || !item.canConvertToLong())
                throw new RefusedValue(at, "A task's number is expected.");
            return new TaskId(item.longValue());
        });
    }
}
