package ptm.understanding;

import java.util.Locale;

/** What made an interpretation. */
public enum Engine {
    BUILTIN, MODEL, CACHE;

    /** The name in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
