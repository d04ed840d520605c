package ptm.filter;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A field that a filter can ask about; the name is CONTRACT's. */
public sealed interface FilterField permits NumberField, NameField, DateField, PresenceField {

    String jsonName();

    /** Every field, by kind. */
    static List<FilterField> all() {
        List<FilterField> all = new ArrayList<>(List.of(NumberField.values()));
        all.addAll(List.of(NameField.values()));
        all.addAll(List.of(DateField.values()));
        all.addAll(List.of(PresenceField.values()));
        return all;
    }

    /** The field of exactly that JSON name, or null. */
    static @Nullable FilterField find(String jsonName) {
        for (FilterField field : all())
            if (field.jsonName().equals(jsonName))
                return field;
        return null;
    }

    /** The field of that name in any case, or null. */
    static @Nullable FilterField findInAnyCase(String name) {
        for (FilterField field : all())
            if (field.jsonName().equalsIgnoreCase(name))
                return field;
        return null;
    }
}
