package ptm.filter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import ptm.task.Activity;
import ptm.task.Status;

/** Names that a task carries. */
public enum NameField implements FilterField {
    STATUS, THEME, ACTIVITY, CONTEXT;

    /** The status of an open task whose due moment is past. */
    public static final String OVERDUE = "overdue";
    /** The status of an open task that is not overdue. */
    public static final String WAITING = "waiting";

    private static final Set<String> ACTIVITIES = Arrays.stream(Activity.values()).map(Activity::jsonName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a name can be: a status and an activity come from a closed list. */
    public boolean allows(String name) {
        String lower = folded(name);
        return switch (this) {
            case STATUS -> lower.equals(OVERDUE) || lower.equals(WAITING)
                    || Arrays.stream(Status.values()).anyMatch(status -> status.jsonName().equals(lower));
            case ACTIVITY -> ACTIVITIES.contains(lower);
            case THEME, CONTEXT -> true;
        };
    }

    /** The text with case and ё/е put aside, as the database's {@code folded} does it. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
