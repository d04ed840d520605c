package ptm.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.account.AccountService;

/** Edits a task and sees to what follows from it: the timer stops, the next occurrence comes. */
@Component
class TaskEditing {

    private final Tasks tasks;
    private final TaskWriter writer;
    private final WorkSessions sessions;
    private final AccountService accounts;
    private final Clock clock;

    TaskEditing(Tasks tasks, TaskWriter writer, WorkSessions sessions, AccountService accounts, Clock clock) {
        this.tasks = tasks;
        this.writer = writer;
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    Task edit(TaskKey key, @Nullable Long expectedVersion, List<Proposed> edits, ChangeSetId changeSet) {
        if (edits.stream().anyMatch(edit -> edit.edit().field() == Field.STATUS))
            sessions.lock(key.account());
        Task before = lock(key, edits);
        if (expectedVersion != null && expectedVersion != before.version())
            throw new StaleTask(key.id(), before.version());
        List<Changes.Line> lines = new ArrayList<>();
        Task after = before;
        for (Proposed proposed : edits) {
            Task next = after.apply(proposed);
            if (!next.equals(after))
                lines.add(line(after, next, proposed, changeSet));
            after = next;
        }
        return lines.isEmpty() ? before : save(before, after, lines, changeSet);
    }

    private Task lock(TaskKey key, List<Proposed> edits) {
        boolean restores = edits.stream().anyMatch(edit -> edit.edit() instanceof TaskEdit.Restore);
        return tasks.lock(key).filter(task -> restores || task.deletedAt() == null)
                .orElseThrow(() -> new TaskNotFound(key.id()));
    }

    private static Changes.Line line(Task before, Task after, Proposed by, ChangeSetId changeSet) {
        return new Changes.Line(before.id(), changeSet, after.current(by.edit()), by.provenance(),
                before.current(by.edit()), before.provenance().get(by.edit().field()), null);
    }

    private Task save(Task before, Task after, List<Changes.Line> lines, ChangeSetId changeSet) {
        Instant now = clock.instant();
        Task worked = before.stands() && !after.stands() ? sessions.stopOn(after, now) : after;
        Recurrence.Next next =
                before.status() != Status.DONE && after.status() == Status.DONE ? next(after, now) : null;
        int skipped = next == null ? 0 : next.skipped();
        Task saved = writer.update(after.key().account(), List.of(new TaskWriter.Changed(before, worked)),
                lines.stream().map(line -> counting(line, skipped)).toList(), changeSet, now).getFirst();
        if (next != null)
            addNext(next.task(), lines.getLast().provenance(), changeSet);
        return saved;
    }

    private Recurrence.@Nullable Next next(Task done, Instant now) {
        if (done.repeat() == null || done.deletedAt() != null || !tasks.nextOf(done.key()).isEmpty())
            return null;
        return Recurrence.after(done, now, accounts.zoneOf(done.key().account()));
    }

    private static Changes.Line counting(Changes.Line line, int skipped) {
        return !(line.edit() instanceof TaskEdit.Complete)
                ? line
                : new Changes.Line(line.task(), line.changeSet(), new TaskEdit.Complete(skipped), line.provenance(),
                        line.before(), line.wasBy(), line.undoes());
    }

    private void addNext(Task next, Provenance by, ChangeSetId changeSet) {
        AccountId account = next.key().account();
        TaskBuilder numbered = TaskBuilder.of(next);
        numbered.key = new TaskKey(account, tasks.nextIds(1).getFirst());
        List<Task> added = writer.insert(account, List.of(numbered.build()), changeSet,
                new Provenance(by.by(), next.createdAt(), by.confidence(), by.said(), null, null, false));
        writer.announce(account, changeSet, added);
    }
}
