package ptm.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskService;
import ptm.task.When;
import ptm.understanding.EditCommand;
import ptm.understanding.Verb;

/** Carries out edits that are clear. */
@Component
class Edits {

    private static final int TITLE = 200;

    private final TaskService tasks;
    private final TimerTalk timer;

    Edits(TaskService tasks, TimerTalk timer) {
        this.tasks = tasks;
        this.timer = timer;
    }

    /** What was changed; nothing where all of it was so already. */
    List<EditLines.Changed> apply(Turn turn, EditCommand command, ChangeSetId changeSet) {
        List<Task> found = tasks.findAll(turn.id(), command.tasks());
        if (command.verb() == Verb.MERGE)
            return merge(turn, found, changeSet);
        List<EditLines.Changed> changed = new ArrayList<>();
        for (Task task : found) {
            List<Proposed> edits = edits(turn, command, task);
            if (edits.isEmpty())
                continue;
            if (command.verb() == Verb.COMPLETE)
                timer.stop(turn, task.id());
            changed.add(new EditLines.Changed(command.verb(), task, tasks.edit(task.key(), null, edits, changeSet),
                    edits.stream().map(edit -> edit.edit().field()).collect(Collectors.toSet())));
        }
        return changed;
    }

    private static List<Proposed> edits(Turn turn, EditCommand command, Task task) {
        return switch (command.verb()) {
            case COMPLETE -> task.isOpen() ? byHand(turn, new TaskEdit.Complete()) : List.of();
            case REOPEN -> task.isOpen() ? List.of() : byHand(turn, new TaskEdit.Reopen());
            case DROP -> task.isOpen() ? byHand(turn, new TaskEdit.Drop()) : List.of();
            case DELETE -> byHand(turn, new TaskEdit.Delete());
            case SET, SNOOZE -> command.set().stream().map(value -> byHand(turn, value, task)).toList();
            case ADD_STEP, SPLIT -> command.set().stream().map(Proposed::edit).filter(TaskEdit.Plan.class::isInstance)
                    .map(plan -> byHand(turn, plus(task, (TaskEdit.Plan) plan)).getFirst()).toList();
            case MERGE, UNDO, START -> List.of();
        };
    }

    /** A person's order is theirs, whatever engine read it; the words it was read from are kept. */
    private static Proposed byHand(Turn turn, Proposed value, Task task) {
        return new Proposed(onto(turn, value.edit(), task), new Provenance(Actor.USER, turn.now(), 1,
                value.provenance().said(), null, null, false));
    }

    private static List<Proposed> byHand(Turn turn, TaskEdit edit) {
        return List.of(new Proposed(edit, Provenance.user(turn.now())));
    }

    /** A day said alone keeps the task's time; a reminder and a note come to those that are there. */
    private static TaskEdit onto(Turn turn, TaskEdit edit, Task task) {
        return switch (edit) {
            case TaskEdit.Reschedule(When.Day(LocalDate day), var kind) when task
                    .due() instanceof When.Moment(Instant old) ->
                    new TaskEdit.Reschedule(new When.Moment(old.atZone(turn.zone()).toLocalTime()
                            .atDate(day).atZone(turn.zone()).toInstant()), kind);
            case TaskEdit.Remind(List<Instant> at) when !at.isEmpty() -> new TaskEdit.Remind(Stream.concat(
                    task.reminders().stream().filter(turn.now()::isBefore), at.stream()).distinct().sorted().toList());
            case TaskEdit.Describe(Field field, String text) when field == Field.DESCRIPTION
                    && !task.description().isBlank() ->
                    new TaskEdit.Describe(field, task.description() + "\n" + text);
            default -> edit;
        };
    }

    private static TaskEdit plus(Task task, TaskEdit.Plan plan) {
        List<Step> steps = new ArrayList<>(task.subtasks());
        steps.addAll(plan.steps());
        return new TaskEdit.Plan(steps);
    }

    /** Tasks that a merge cannot take: what is done stays what it was. */
    List<Task> closed(Turn turn, EditCommand merge) {
        return tasks.findAll(turn.id(), merge.tasks()).stream().filter(task -> !task.isOpen()).toList();
    }

    /** The first takes the words of the others, which go. */
    private List<EditLines.Changed> merge(Turn turn, List<Task> found, ChangeSetId changeSet) {
        if (found.size() < 2)
            return List.of();
        Task first = found.getFirst();
        StringBuilder title = new StringBuilder(first.title());
        for (Task other : found.subList(1, found.size()))
            title.append(", ").append(other.title());
        String whole = title.substring(0,
                title.offsetByCodePoints(0, Math.min(TITLE, title.codePointCount(0, title.length()))));
        Task merged = tasks.edit(first.key(), null, byHand(turn, new TaskEdit.Rename(whole)), changeSet);
        for (Task other : found.subList(1, found.size()))
            tasks.edit(other.key(), null, byHand(turn, new TaskEdit.Delete()), changeSet);
        return List.of(new EditLines.Changed(Verb.MERGE, first, merged, Set.of()));
    }
}
