package ptm.suggestion;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

import ptm.task.TaskId;

/**
 * When and where something is asked for.
 *
 * @param exclude tasks not to be suggested, such as those shown before
 */
public record Situation(Instant now, ZoneId zone, Set<TaskId> exclude) {
    public Situation {
        exclude = Set.copyOf(exclude);
    }

    public static Situation at(Instant now, ZoneId zone) {
        return new Situation(now, zone, Set.of());
    }
}
