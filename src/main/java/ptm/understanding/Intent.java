package ptm.understanding;

import java.util.List;

import ptm.filter.Filter;
import ptm.filter.Preset;
import ptm.task.TaskDraft;

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

    record Smalltalk() implements Intent {}
}
