package ptm.task;

import java.util.Locale;

/** Whether a task is still to be done. */
public enum Status {
    OPEN, DONE, DROPPED;

    /** The name in JSON and in filters. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
