package ptm.filter;

import java.util.Locale;

import ptm.task.Scale;

/** A number of a task that a range can ask about; every scale is one. */
public enum NumberField implements FilterField {
    MINUTES("minutes"), SPENT_MINUTES("spentMinutes"), TEMPORAL("temporal"), IMPACT, RISK, STRESS, APATHY, DISTRACTION,
    DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL, INTELLECTUAL, MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL;

    private final String jsonName;

    NumberField() {
        this.jsonName = name().toLowerCase(Locale.ROOT);
    }

    NumberField(String jsonName) {
        this.jsonName = jsonName;
    }

    public static NumberField of(Scale scale) {
        return valueOf(scale.name());
    }

    /** Whether its values are 0 to 3. */
    public boolean isScale() {
        return this != MINUTES && this != SPENT_MINUTES;
    }

    @Override
    public String jsonName() {
        return jsonName;
    }
}
