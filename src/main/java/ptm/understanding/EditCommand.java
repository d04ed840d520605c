package ptm.understanding;

import java.util.List;

import ptm.task.Proposed;
import ptm.task.TaskId;

/**
 * An edit of tasks by words.
 *
 * @param tasks      what is meant, when it is clear
 * @param candidates what may be meant, when it is not: the person is asked which
 * @param set        the new values, of {@link Verb#SET}, {@link Verb#ADD_STEP} and {@link Verb#SNOOZE}
 */
public record EditCommand(Verb verb, List<TaskId> tasks, List<TaskId> candidates, List<Proposed> set) {

    public EditCommand {
        tasks = List.copyOf(tasks);
        candidates = List.copyOf(candidates);
        set = List.copyOf(set);
    }
}
