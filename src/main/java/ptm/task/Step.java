package ptm.task;

import org.jspecify.annotations.Nullable;

/**
 * One step of a task.
 *
 * @param id      its number within the task, 0 while it has none
 * @param minutes active effort, absent where unknown
 */
public record Step(long id, String title, String description, String instruction, String motivation,
        @Nullable Integer minutes, boolean done) {

    public static Step titled(String title) {
        return new Step(0, title, "", "", "", null, false);
    }

    Step withId(long id) {
        return new Step(id, title, description, instruction, motivation, minutes, done);
    }

    public Step ticked(boolean done) {
        return new Step(id, title, description, instruction, motivation, minutes, done);
    }
}
