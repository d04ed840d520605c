package ptm.suggestion;

import java.util.List;

import ptm.task.Task;

/**
 * What to do one after the other in the time at hand.
 *
 * @param spare minutes that are left over
 */
public record Plan(List<Slot> slots, int spare) {
    public Plan {
        slots = List.copyOf(slots);
    }

    /**
     * A task in its place.
     *
     * @param from   minutes after the beginning
     * @param rest   minutes of rest before it
     * @param first  whether it stands first because it asks most
     * @param reason why it was chosen, in the person's language; may be empty
     */
    public record Slot(Task task, int from, int rest, boolean first, String reason) {}
}
