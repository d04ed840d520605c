package ptm.task;

import java.util.Locale;

/** Whether a due moment is a deadline ({@code by}) or an appointment ({@code at}). */
public enum DueKind {
    BY, AT;

    /** The name in JSON. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
