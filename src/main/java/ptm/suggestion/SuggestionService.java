package ptm.suggestion;

import org.springframework.stereotype.Service;

import ptm.account.Account;
import ptm.filter.Preset;
import ptm.task.TaskKey;

/** The one door to suggestions: which tasks now, and why. */
@Service
public class SuggestionService {
    /**
     * Ranks what the preset finds for this moment; where it finds nothing, loosens the least important condition and says
     * so. An order the person named is kept. Changes nothing.
     */
    public Suggestions suggest(Account account, Preset preset, Situation situation) {
        throw new UnsupportedOperationException();
    }

    /** Remembers what a person did with a suggested task; weights move a little. */
    public void feedback(TaskKey task, Feedback feedback) {
        throw new UnsupportedOperationException();
    }

    /** How often this feedback was given for the task so far. */
    public int count(TaskKey task, Feedback feedback) {
        throw new UnsupportedOperationException();
    }

    /** Why a task is not among the suggestions of a preset, in the person's language; empty if it could be. */
    public String whyNot(Account account, TaskKey task, Preset preset, Situation situation) {
        throw new UnsupportedOperationException();
    }
}
