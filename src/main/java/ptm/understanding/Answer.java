package ptm.understanding;

import java.util.Locale;

/** What a request asks for: the tasks, or how many there are. */
public enum Answer {
    LIST, COUNT;

    /** The name in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
