package ptm.task;

import java.util.List;

/**
 * A task before it is saved: the words it was made from and what was read from or guessed about them.
 *
 * @param source the person's own words for this task
 * @param values one edit a field, a {@link TaskEdit.Rename} among them
 */
public record TaskDraft(String source, List<Proposed> values) {

    public TaskDraft {
        values = List.copyOf(values);
    }

    /** The title, empty where no value gives one. */
    public String title() {
        return values.stream().map(Proposed::edit).filter(TaskEdit.Rename.class::isInstance)
                .map(edit -> ((TaskEdit.Rename) edit).title()).findFirst().orElse("");
    }
}
