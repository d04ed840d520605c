package ptm.task;

import java.util.Locale;

/** From where the next occurrence of a repeating task is counted. */
public enum RepeatFrom {
    DUE, DONE;

    /** The name in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
