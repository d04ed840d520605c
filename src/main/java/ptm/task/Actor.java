package ptm.task;

import java.util.Locale;

/** Who set a value. */
public enum Actor {
    USER, MODEL, BUILTIN, IMPORT;

    /** The name in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it guesses: such a value gives way to a person's. */
    public boolean isMachine() {
        return this == MODEL || this == BUILTIN;
    }
}
