package ptm.task;

import java.util.Locale;

/** A kind of names that a task carries. */
public enum Label {
    THEMES, ACTIVITIES, CONTEXTS;

    /** The name in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
