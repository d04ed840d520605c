package ptm.filter;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What tasks can be ordered by; {@code fit} is the ranker's score and known only where suggestions are made. */
public enum OrderField {
    MINUTES, SPENT_MINUTES, TEMPORAL, IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE,
    PHYSICAL, INTELLECTUAL, MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL, CREATED, START, DUE, DONE, HIDDEN_UNTIL, TITLE,
    OVERDUE, FIT;

    private final String jsonName = switch (name()) {
        case "SPENT_MINUTES" -> "spentMinutes";
        case "HIDDEN_UNTIL" -> "hiddenUntil";
        default -> name().toLowerCase(Locale.ROOT);
    };

    public String jsonName() {
        return jsonName;
    }

    /** The field of that JSON name, or null. */
    public static @Nullable OrderField find(String jsonName) {
        for (OrderField field : values())
            if (field.jsonName.equals(jsonName))
                return field;
        return null;
    }

    /** The field of that name in any case, or null. */
    public static @Nullable OrderField findInAnyCase(String name) {
        for (OrderField field : values())
            if (field.jsonName.equalsIgnoreCase(name))
                return field;
        return null;
    }
}
