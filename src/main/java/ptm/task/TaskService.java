package ptm.task;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import ptm.account.AccountId;

/** The one door to tasks: every change goes through here, with its provenance, into the history. */
@Service
public class TaskService {

    /** Saves drafts as tasks, in order; a {@link TasksCaptured} is published in the same transaction. */
    public List<Task> add(AccountId account, List<TaskDraft> drafts, ChangeSetId changeSet) {
        throw new UnsupportedOperationException();
    }

    /** A draft as it would look when saved now, with id 0; nothing is stored. */
    public Task preview(AccountId account, TaskDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies edits in order; a machine's edit of a closed field is skipped and counted, never an error.
     *
     * @param expectedVersion the version the edits were meant for, or null for whatever it is now
     * @throws TaskNotFound  if there is no such task in the account
     * @throws StaleTask     if the task is at another version
     * @throws RefusedValue  if a value is out of range
     */
    public Task edit(TaskKey key, @Nullable Long expectedVersion, List<Proposed> edits, ChangeSetId changeSet) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes tasks in as they are given: values, moments, spent minutes and provenance (an import's where a field has
     * none). One whose id stands in this account is replaced, any other becomes a new task; an id of 0 is always new.
     * All or nothing, one change set; nothing is enriched, so no {@link TasksCaptured} is published.
     *
     * @throws RefusedValue if a value is out of range; the pointer begins with the place in the list, {@code /3/minutes}
     */
    public List<Task> importAll(AccountId account, List<Task> given, ChangeSetId changeSet) {
        throw new UnsupportedOperationException();
    }

    /** Takes back all of a change set that no person changed since; idempotent: a second time is empty. */
    public Undone undo(AccountId account, ChangeSetId changeSet) {
        throw new UnsupportedOperationException();
    }

    /** Takes back one change. */
    public Undone undoChange(AccountId account, long changeId) {
        throw new UnsupportedOperationException();
    }

    /** The newest change set of a person's own message, press or patch that is not undone yet. */
    public Optional<ChangeSetId> lastUndoable(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /** A task that stands; deleted ones are not found. */
    public Optional<Task> find(TaskKey key) {
        throw new UnsupportedOperationException();
    }

    /** @throws TaskNotFound if there is no such task in the account */
    public Task require(TaskKey key) {
        return find(key).orElseThrow(() -> new TaskNotFound(key.id()));
    }

    /** The tasks of these ids that stand, in the order given. */
    public List<Task> findAll(AccountId account, List<TaskId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Every change of a task, the newest first. */
    public List<TaskChange> history(TaskKey key) {
        throw new UnsupportedOperationException();
    }

    /** Titles to recognise tasks by: open ones and those finished lately, the newest first, at most so many. */
    public List<TaskTitle> titles(AccountId account, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Tasks whose fields the person corrected or that they finished: what the estimator learns from, the newest first. */
    public List<Task> lessons(AccountId account, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Theme names in use or defined by the person, the most used first. */
    public List<Theme> themes(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /** Context names in use by the person besides the standard ones, the most used first. */
    public List<String> contexts(AccountId account) {
        throw new UnsupportedOperationException();
    }
}
