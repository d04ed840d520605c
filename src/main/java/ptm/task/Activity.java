package ptm.task;

import java.util.Locale;

/** One of the seven kinds of doing. */
public enum Activity {
    ANALYTICAL, CREATIVE, ORGANIZING, COMMUNICATION, ROUTINE, STRATEGIC, MONITORING;

    /** The name in JSON and among a task's labels. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
