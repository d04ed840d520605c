package ptm.understanding;

import java.util.List;
import java.util.Map;

import ptm.account.Account;
import ptm.task.Proposed;
import ptm.task.Task;
import ptm.task.TaskId;

/** Says what a task implies beyond its words: effort, scales, steps, risk. */
public interface Annotator {

    /**
     * Values for up to ten tasks, in the language of each.
     *
     * @param lessons tasks that the person corrected or finished, to judge alike
     * @return by task; a task about which there is nothing to say is missing. Never null, never partial nonsense:
     *         what could not be used was dropped
     * @throws AnnotatorUnavailable if the engine could not be asked now
     */
    Map<TaskId, List<Proposed>> annotate(Account account, List<Task> tasks, Vocabulary vocabulary,
            List<Task> lessons);
}
