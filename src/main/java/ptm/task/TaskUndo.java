package ptm.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import ptm.account.AccountId;

/**
 * Takes changes back, the newest first, each unless a person changed the same thing since; the making of a task is kept
 * if they changed anything of it since. An undo is written as changes too, so that it can be undone.
 */
@Component
class TaskUndo {

    private final Tasks tasks;
    private final Changes changes;
    private final TaskWriter writer;
    private final WorkSessions sessions;
    private final Clock clock;

    TaskUndo(Tasks tasks, Changes changes, TaskWriter writer, WorkSessions sessions, Clock clock) {
        this.tasks = tasks;
        this.changes = changes;
        this.writer = writer;
        this.sessions = sessions;
        this.clock = clock;
    }

    Undone changeSet(AccountId account, ChangeSetId changeSet) {
        Map<TaskId, Task> locked = lock(account, changes.standing(account, changeSet));
        return takeBack(account, locked, changes.standing(account, changeSet));
    }

    Undone change(AccountId account, long id) {
        List<Changes.Stored> first = withNextOccurrence(account, id);
        Map<TaskId, Task> locked = lock(account, first);
        return takeBack(account, locked, withNextOccurrence(account, id));
    }

    /** The change, and where it completed a repeating task the making of the next one before it. */
    private List<Changes.Stored> withNextOccurrence(AccountId account, long id) {
        return changes.find(account, id).filter(stored -> !stored.undone()).map(stored -> {
            if (!(stored.change().edit() instanceof TaskEdit.Complete))
                return List.of(stored);
            List<TaskId> next = tasks.nextOf(new TaskKey(account, stored.change().task()));
            return Stream.concat(changes.standing(account, stored.change().changeSet()).stream()
                    .filter(Changes.Stored::isMaking).filter(made -> next.contains(made.change().task())),
                    Stream.of(stored)).toList();
        }).orElse(List.of());
    }

    private Map<TaskId, Task> lock(AccountId account, List<Changes.Stored> stored) {
        sessions.lock(account);
        return tasks.lock(account, stored.stream().map(one -> one.change().task()).distinct().toList());
    }

    private Undone takeBack(AccountId account, Map<TaskId, Task> locked, List<Changes.Stored> stored) {
        ChangeSetId undoing = ChangeSetId.random();
        if (stored.isEmpty())
            return new Undone(undoing, List.of(), List.of());
        Instant now = clock.instant();
        Map<TaskId, Task> current = new HashMap<>(locked);
        List<Changes.Stored> since = byPersonSince(account, stored);
        Set<TaskId> kept = new TreeSet<>(Comparator.comparing(TaskId::value));
        Set<TaskId> whole = leftWhole(locked, stored, since, kept);
        List<Changes.Line> lines = new ArrayList<>();
        for (Changes.Stored one : stored) {
            Task task = current.get(one.change().task());
            if (task == null || whole.contains(task.id()))
                continue;
            if (isInTheWay(since, one)) {
                kept.add(task.id());
                continue;
            }
            lines.add(line(task, one, undoing, now));
            current.put(task.id(), task.restored(one.change().before(), one.change().wasBy(), now));
        }
        save(account, locked, current, lines, undoing, now).forEach(task -> current.put(task.id(), task));
        return new Undone(undoing, taken(current, lines),
                kept.stream().map(id -> TaskRow.required(current.get(id))).toList());
    }

    /** Tasks made by what is taken back that stay as they are: a person worked on them since, or deleted them. */
    private static Set<TaskId> leftWhole(Map<TaskId, Task> locked, List<Changes.Stored> stored,
            List<Changes.Stored> since, Set<TaskId> kept) {
        Set<TaskId> whole = new HashSet<>();
        for (Changes.Stored one : stored) {
            Task task = locked.get(one.change().task());
            if (task == null || !one.isMaking() || !isInTheWay(since, one) && task.deletedAt() == null)
                continue;
            whole.add(task.id());
            if (task.deletedAt() == null)
                kept.add(task.id());
        }
        return whole;
    }

    private static List<Task> taken(Map<TaskId, Task> current, List<Changes.Line> lines) {
        return lines.stream().map(Changes.Line::task).distinct().sorted(Comparator.comparing(TaskId::value))
                .map(id -> TaskRow.required(current.get(id))).toList();
    }

    private List<Changes.Stored> byPersonSince(AccountId account, List<Changes.Stored> stored) {
        Set<Long> own = new LinkedHashSet<>(stored.stream().map(one -> one.change().id()).toList());
        List<Long> ids = stored.stream().map(one -> one.change().task().value()).distinct().toList();
        return changes.byPersonSince(account, ids, own.stream().mapToLong(Long::longValue).min().orElse(0)).stream()
                .filter(later -> !own.contains(later.change().id())).toList();
    }

    private static boolean isInTheWay(List<Changes.Stored> since, Changes.Stored one) {
        return since.stream().anyMatch(later -> isInTheWay(later, one));
    }

    private static boolean isInTheWay(Changes.Stored later, Changes.Stored one) {
        return later.change().task().equals(one.change().task()) && later.change().id() > one.change().id()
                && (one.isMaking() || later.change().edit().field() == one.change().edit().field());
    }

    private static Changes.Line line(Task task, Changes.Stored one, ChangeSetId undoing, Instant now) {
        TaskEdit restoring = one.change().before();
        return new Changes.Line(task.id(), undoing, restoring, Provenance.user(now), task.current(restoring),
                task.provenance().get(restoring.field()), one.change().id());
    }

    private List<Task> save(AccountId account, Map<TaskId, Task> before, Map<TaskId, Task> after,
            List<Changes.Line> lines, ChangeSetId undoing, Instant now) {
        List<TaskWriter.Changed> changed = taken(after, lines).stream().map(task -> {
            Task was = TaskRow.required(before.get(task.id()));
            return new TaskWriter.Changed(was, was.stands() && !task.stands() ? sessions.stopOn(task, now) : task);
        }).toList();
        List<Task> saved = writer.update(account, changed, lines, undoing, now);
        markUndone(account, lines.stream().map(line -> TaskRow.required(line.undoes())).toList());
        return saved;
    }

    /** What is taken back no longer holds; what that had taken back holds again; and so on down. */
    private void markUndone(AccountId account, List<Long> taken) {
        boolean undone = true;
        for (List<Long> ids = taken; !ids.isEmpty(); ids = changes.undoneBy(account, ids)) {
            changes.mark(account, ids, undone);
            undone = !undone;
        }
    }
}
