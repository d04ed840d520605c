package ptm.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;

/** Writes tasks, their history and the news of it, in the transaction that is open. */
@Component
class TaskWriter {

    /** A task as it was when it was locked and as it is to be. */
    record Changed(Task before, Task after) {}

    private final Tasks tasks;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    TaskWriter(Tasks tasks, Changes changes, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.changes = changes;
        this.events = events;
    }

    /** Stores new tasks and the making of each as one change. */
    List<Task> insert(AccountId account, List<Task> made, ChangeSetId changeSet, Provenance by) {
        tasks.insert(made);
        changes.append(account, made.stream().map(task -> making(task, changeSet, by)).toList(), by.at());
        return made;
    }

    /** A task comes to be by a restoring before which there was nothing: its undo is a deletion, and back again. */
    private static Changes.Line making(Task task, ChangeSetId changeSet, Provenance by) {
        return new Changes.Line(task.id(), changeSet, new TaskEdit.Restore(), by, new TaskEdit.Delete(), null, null);
    }

    /** Stores tasks at their next version; returns them as they stand now. */
    List<Task> update(AccountId account, List<Changed> changed, List<Changes.Line> lines, ChangeSetId changeSet,
            Instant at) {
        List<Changed> next = changed.stream().map(pair -> new Changed(pair.before(), nextVersion(pair))).toList();
        tasks.update(next.stream().map(Changed::after).toList());
        changes.append(account, lines, at);
        next.forEach(pair -> events.publishEvent(new TaskChanged(account, changeSet, pair.before(), pair.after())));
        return new ArrayList<>(next.stream().map(Changed::after).toList());
    }

    private static Task nextVersion(Changed pair) {
        TaskBuilder next = TaskBuilder.of(pair.after());
        next.version = pair.before().version() + 1;
        return next.build();
    }

    void announce(AccountId account, ChangeSetId changeSet, List<Task> captured) {
        events.publishEvent(new TasksCaptured(account, changeSet, captured));
    }

    /** Tells of tasks that are here again without being new, so that nothing is guessed about them. */
    void announceReturn(AccountId account, ChangeSetId changeSet, List<Task> back, Instant at) {
        for (Task task : back) {
            TaskBuilder before = TaskBuilder.of(task);
            before.deletedAt = at;
            events.publishEvent(new TaskChanged(account, changeSet, before.build(), task));
        }
    }
}
