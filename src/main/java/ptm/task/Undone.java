package ptm.task;

import java.util.List;

/**
 * What an undo did.
 *
 * @param changeSet the undo's own change set: undoing it brings everything back
 * @param changed   the tasks as they stand now, deleted ones included
 * @param kept      tasks of which something stayed, because a person changed it since
 */
public record Undone(ChangeSetId changeSet, List<Task> changed, List<Task> kept) {

    public boolean isEmpty() {
        return changed.isEmpty() && kept.isEmpty();
    }
}
