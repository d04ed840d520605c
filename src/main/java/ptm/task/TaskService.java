package ptm.task;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;

/** The one door to tasks: every change goes through here, with its provenance, into the history. */
@Service
public class TaskService {

    /** How long a deleted task can come back. */
    public static final Duration KEPT_AFTER_DELETION = Duration.ofDays(30);

    /** How long a finished task is still recognised by its title. */
    private static final Duration FINISHED_LATELY = Duration.ofDays(30);

    private static final Set<String> STANDARD_CONTEXTS =
            Set.of("home", "office", "errand", "outdoors", "computer", "phone");

    private final Tasks tasks;
    private final Changes changes;
    private final Themes themes;
    private final TaskWriter writer;
    private final TaskEditing editing;
    private final TaskUndo undo;
    private final TaskImport imports;
    private final Clock clock;

    TaskService(Tasks tasks, Changes changes, Themes themes, TaskWriter writer, TaskEditing editing, TaskUndo undo,
            TaskImport imports, Clock clock) {
        this.tasks = tasks;
        this.changes = changes;
        this.themes = themes;
        this.writer = writer;
        this.editing = editing;
        this.undo = undo;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * Saves drafts as tasks, in order; a {@link TasksCaptured} is published in the same transaction. A machine's value
     * out of range is left out; a title that is missing is made of the source.
     *
     * @throws RefusedValue if a person's value is out of range, or there is nothing to make a title of
     */
    @Transactional
    public List<Task> add(AccountId account, List<TaskDraft> drafts, ChangeSetId changeSet) {
        if (drafts.isEmpty())
            return List.of();
        List<TaskId> ids = tasks.nextIds(drafts.size());
        List<Task> made = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++)
            made.add(Drafting.task(new TaskKey(account, ids.get(i)), drafts.get(i), clock.instant()));
        List<Task> added = writer.insert(account, made, changeSet, Provenance.user(clock.instant()));
        writer.announce(account, changeSet, added);
        return added;
    }

    /** A draft as it would look when saved now, with id 0; nothing is stored. */
    public Task preview(AccountId account, TaskDraft draft) {
        return Drafting.task(TaskKey.of(account, 0), draft, clock.instant());
    }

    /**
     * Applies edits in order; a machine's edit of a closed field, or out of range, is passed over, never an error.
     * Completing a repeating task adds its next occurrence in the same change set; closing a task stops its timer.
     *
     * @param expectedVersion the version the edits were meant for, or null for whatever it is now
     * @throws TaskNotFound if there is no such task in the account; of a deleted one only if nothing restores it
     * @throws StaleTask    if the task is at another version
     * @throws RefusedValue if a person's value is out of range
     */
    @Transactional
    public Task edit(TaskKey key, @Nullable Long expectedVersion, List<Proposed> edits, ChangeSetId changeSet) {
        return editing.edit(key, expectedVersion, edits, changeSet);
    }

    /**
     * Takes tasks in as they are given: values, moments, spent minutes and provenance (an import's where a field has
     * none). One whose id stands in this account is replaced, any other becomes a new task; an id of 0 is always new.
     * All or nothing, one change set; nothing is enriched, so no {@link TasksCaptured} is published, but a
     * {@link TaskChanged} for each.
     *
     * @throws RefusedValue if a value is out of range; the pointer begins with the place in the list, {@code /3/minutes}
     */
    @Transactional
    public List<Task> importAll(AccountId account, List<Task> given, ChangeSetId changeSet) {
        return imports.take(account, given, changeSet);
    }

    /**
     * Takes back all of a change set that no person changed since; idempotent: a second time changes nothing, and is
     * empty unless something was kept.
     */
    @Transactional
    public Undone undo(AccountId account, ChangeSetId changeSet) {
        return undo.changeSet(account, changeSet);
    }

    /** Takes back one change, the completion of a repeating task together with its next; empty if there is none. */
    @Transactional
    public Undone undoChange(AccountId account, long changeId) {
        return undo.change(account, changeId);
    }

    /** The newest change set of a person's own message, press or patch that is not undone yet. */
    public Optional<ChangeSetId> lastUndoable(AccountId account) {
        return changes.lastByPerson(account);
    }

    /** The occurrence that follows one of a repeating task. */
    public Optional<Task> findNext(TaskKey key) {
        return tasks.nextOf(key).stream().findFirst().flatMap(id -> tasks.find(new TaskKey(key.account(), id)));
    }

    /** A task that stands; deleted ones are not found. */
    public Optional<Task> find(TaskKey key) {
        return tasks.find(key);
    }

    /** @throws TaskNotFound if there is no such task in the account */
    public Task require(TaskKey key) {
        return find(key).orElseThrow(() -> new TaskNotFound(key.id()));
    }

    /** The tasks of these ids that stand, in the order given. */
    public List<Task> findAll(AccountId account, List<TaskId> ids) {
        return tasks.findAll(account, ids);
    }

    /** Every change of a task, the newest first; the last is its making, a {@link TaskEdit.Restore}. */
    public List<TaskChange> history(TaskKey key) {
        return changes.of(key);
    }

    /** Titles to recognise tasks by: open ones and those finished lately, the newest first, at most so many. */
    public List<TaskTitle> titles(AccountId account, int limit) {
        return tasks.titles(account, clock.instant().minus(FINISHED_LATELY), limit);
    }

    /** Tasks whose fields the person corrected or that they finished: what the estimator learns from, the newest first. */
    public List<Task> lessons(AccountId account, int limit) {
        return tasks.lessons(account, limit);
    }

    /** Theme names in use or defined by the person, the most used first. */
    public List<Theme> themes(AccountId account) {
        return themes.list(account);
    }

    /**
     * Keeps a theme, or its new description, whether or not a task has it.
     *
     * @throws RefusedValue if the name or the description is out of range
     */
    @Transactional
    public Theme describe(AccountId account, Theme theme) {
        Theme tidy = EditCheck.theme(theme);
        themes.describe(account, tidy);
        return tidy;
    }

    /** Context names in use by the person besides the standard ones, the most used first. */
    public List<String> contexts(AccountId account) {
        return tasks.names(account, Label.CONTEXTS).stream()
                .filter(name -> !STANDARD_CONTEXTS.contains(name.toLowerCase(Locale.ROOT))).toList();
    }

    /** Erases for good what has been deleted longer than {@link #KEPT_AFTER_DELETION}; returns how many tasks. */
    @Transactional
    public int purge() {
        return tasks.eraseDeletedBefore(clock.instant().minus(KEPT_AFTER_DELETION));
    }
}
