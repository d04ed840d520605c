package ptm.task;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A field of a task that can be edited, has provenance and can be locked. */
public enum Field {
    TITLE, DESCRIPTION, MOTIVATION, STATUS, START, DUE, MINUTES, IMPACT, RISK, RISK_REASON, RISK_MITIGATION, STRESS,
    APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL, INTELLECTUAL, MOTIVATIONAL, EMOTIONAL, SOCIAL,
    FINANCIAL, THEMES, ACTIVITIES, CONTEXTS, SUBTASKS, REVIEWS, HIDDEN_UNTIL, WAITS_FOR, REPEAT, REMINDERS, LINKS;

    private final String jsonName = camelCase(name());

    /** The name in JSON and in {@code provenance}, such as {@code riskReason}. */
    public String jsonName() {
        return jsonName;
    }

    public static Field of(Scale scale) {
        return valueOf(scale.name());
    }

    public static Field of(Label label) {
        return valueOf(label.name());
    }

    /** The field of that JSON name, or null. */
    public static @Nullable Field find(String jsonName) {
        for (Field field : values())
            if (field.jsonName.equals(jsonName))
                return field;
        return null;
    }

    private static String camelCase(String constant) {
        StringBuilder out = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_"))
            out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        return out.toString();
    }
}
