package ptm.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;

/** A person's hand on one task: changes it, or says that it is gone or closed already. */
@Component
class Hand {

    private final TaskService tasks;

    Hand(TaskService tasks) {
        this.tasks = tasks;
    }

    Task edit(Turn turn, Task task, ChangeSetId changeSet, TaskEdit edit) {
        return tasks.edit(task.key(), null, List.of(new Proposed(edit, Provenance.user(turn.now()))), changeSet);
    }

    /** @return what {@code then} says, or that the task is gone */
    @Nullable
    String on(Turn turn, TaskId id, Function<Task, @Nullable String> then) {
        Optional<Task> task = tasks.find(new TaskKey(turn.id(), id));
        return task.isEmpty() ? turn.say().text("toast.gone") : then.apply(task.get());
    }

    /** @return what {@code then} says, or that the task is gone or closed */
    @Nullable
    String onOpen(Turn turn, TaskId id, Function<Task, @Nullable String> then) {
        return on(turn, id, task -> task.isOpen() ? then.apply(task) : turn.say().text("toast.already"));
    }
}
