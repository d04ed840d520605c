package ptm.task;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A rating of a task from 0 to 3; what each step means stands in the table of CONTRACT §1. */
public enum Scale {
    IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL, INTELLECTUAL, MOTIVATIONAL,
    EMOTIONAL, SOCIAL, FINANCIAL;

    public static final int MAX = 3;

    /** The name in JSON, in filters and of the column. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scale of that JSON name, or null. */
    public static @Nullable Scale find(String jsonName) {
        for (Scale scale : values())
            if (scale.jsonName().equals(jsonName))
                return scale;
        return null;
    }
}
