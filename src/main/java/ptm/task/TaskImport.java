package ptm.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import ptm.account.AccountId;

/** Takes in tasks that were tasks before: all their values, with the provenance they came with. */
@Component
class TaskImport {

    /** One edit of each kind and field; only which field it is of matters. */
    private static final List<TaskEdit> EVERY_FIELD = Stream.of(
            Stream.of(new TaskEdit.Rename(""), new TaskEdit.Begin(null), new TaskEdit.Reschedule(null, DueKind.BY),
                    new TaskEdit.Estimate(null), new TaskEdit.Plan(List.of()), new TaskEdit.Review(List.of()),
                    new TaskEdit.Hide(null), new TaskEdit.Repeat(null, RepeatFrom.DUE), new TaskEdit.Remind(List.of()),
                    new TaskEdit.Attach(List.of()), new TaskEdit.Complete()),
            Stream.of(Field.DESCRIPTION, Field.MOTIVATION, Field.RISK_REASON, Field.RISK_MITIGATION, Field.WAITS_FOR)
                    .map(field -> new TaskEdit.Describe(field, "")),
            Stream.of(Scale.values()).map(scale -> new TaskEdit.Rate(scale, null)),
            Stream.of(Label.values()).map(label -> new TaskEdit.Relabel(label, List.of(), Map.of())))
            .<TaskEdit>flatMap(edits -> edits).toList();

    private final Tasks tasks;
    private final TaskWriter writer;
    private final Clock clock;

    TaskImport(Tasks tasks, TaskWriter writer, Clock clock) {
        this.tasks = tasks;
        this.writer = writer;
        this.clock = clock;
    }

    List<Task> take(AccountId account, List<Task> given, ChangeSetId changeSet) {
        Instant now = clock.instant();
        Map<TaskId, Task> standing = tasks.lock(account, given.stream().map(Task::id).toList());
        standing.values().removeIf(task -> task.deletedAt() != null);
        List<TaskId> ids = ids(given, standing);
        Map<TaskId, TaskId> renamed = new HashMap<>();
        for (int i = 0; i < given.size(); i++)
            renamed.put(given.get(i).id(), ids.get(i));
        List<Task> made = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                Task before = standing.get(ids.get(i));
                if (before == null)
                    made.add(made(new TaskKey(account, ids.get(i)), given.get(i), renamed, now));
                else
                    standing.put(before.id(), replaced(before, given.get(i), changeSet, now));
            } catch (RefusedValue refused) {
                throw refused.at("/" + i);
            }
        }
        writer.insert(account, made, changeSet, imported(now));
        writer.announceReturn(account, changeSet, made, now);
        return tasks.findAll(account, ids);
    }

    /** The ids under which the given tasks will stand, in their order. */
    private List<TaskId> ids(List<Task> given, Map<TaskId, Task> standing) {
        Iterator<TaskId> fresh = tasks.nextIds(given.size()).iterator();
        return given.stream().map(task -> standing.containsKey(task.id()) ? task.id() : fresh.next()).toList();
    }

    private static Task made(TaskKey key, Task given, Map<TaskId, TaskId> renamed, Instant now) {
        TaskBuilder out = new TaskBuilder(key, EditCheck.instant("/createdAt", given.createdAt()));
        out.source = EditCheck.source(given.source());
        out.spentMinutes = EditCheck.spent(given.spentMinutes());
        out.previous = given.previous() == null ? null : renamed.get(given.previous());
        Task blank = out.build();
        Instant doneAt = given.doneAt() == null ? now : EditCheck.instant("/doneAt", given.doneAt());
        for (TaskEdit like : EVERY_FIELD) {
            TaskEdit value = given.current(like);
            out.set(EditCheck.check(value), doneAt);
            if (given.provenance().containsKey(like.field()) || !value.equals(blank.current(like)))
                out.provenance.put(like.field(), provenance(given, like, now));
        }
        return out.build();
    }

    private Task replaced(Task standing, Task given, ChangeSetId changeSet, Instant now) {
        List<Changes.Line> lines = new ArrayList<>();
        Task after = standing;
        for (TaskEdit like : EVERY_FIELD) {
            if (saysNothingNew(given, after, like))
                continue;
            Provenance by = provenance(given, like, now);
            Task next = after.apply(new Proposed(given.current(like), by));
            if (!next.equals(after))
                lines.add(new Changes.Line(after.id(), changeSet, next.current(like), by, after.current(like),
                        after.provenance().get(like.field()), null));
            after = next;
        }
        return lines.isEmpty()
                ? standing
                : writer.update(standing.key().account(),
                        List.of(new TaskWriter.Changed(standing, after)), lines, changeSet, now).getFirst();
    }

    /** The same value, by the same or by nobody in particular. */
    private static boolean saysNothingNew(Task given, Task standing, TaskEdit like) {
        Provenance by = given.provenance().get(like.field());
        return given.current(like).equals(standing.current(like))
                && (by == null || by.equals(standing.provenance().get(like.field())));
    }

    private static Provenance provenance(Task given, TaskEdit like, Instant now) {
        return given.provenance().getOrDefault(like.field(), imported(now));
    }

    private static Provenance imported(Instant now) {
        return new Provenance(Actor.IMPORT, now, 1, null, null, null, false);
    }
}
