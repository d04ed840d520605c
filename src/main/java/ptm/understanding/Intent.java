package ptm.understanding;

import java.util.List;

import ptm.filter.Filter;
import ptm.filter.Preset;
import ptm.task.TaskDraft;
import ptm.task.TaskId;

/** Everything a person can want. */
public sealed interface Intent {

    /** Tasks to keep; steps of a nested list are in their draft's plan. */
    record Capture(List<TaskDraft> drafts) implements Intent {
        public Capture {
            drafts = List.copyOf(drafts);
        }
    }

    /** Tasks to see, or a number of them. */
    record Request(Preset preset, Answer answer) implements Intent {}

    record Edit(List<EditCommand> commands) implements Intent {
        public Edit {
            commands = List.copyOf(commands);
        }
    }

    /** A word explained: from now on it stands for the filter. */
    record Teach(String word, Filter meaning) implements Intent {}

    /**
     * A question about tasks that a sentence answers.
     *
     * @param tasks those whose words were said, the likeliest first; empty where there is none
     * @param words what the question was about, as said
     */
    record Ask(Asked what, List<TaskId> tasks, String words) implements Intent {
        public Ask {
            tasks = List.copyOf(tasks);
        }
    }

    /** Words about PTM itself. @param words what comes with the topic: a word, a time, a command's name; or empty */
    record About(Topic topic, String words) implements Intent {}

    record Smalltalk() implements Intent {}
}
