package ptm.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.understanding.UnderstandingService;

/** Notices that something was said before, and offers to make one of the two. */
@Component
class Twins {

    /** Named in one message; all of them are joined with one press. */
    private static final int NAMED = 3;

    private final UnderstandingService understanding;
    private final TaskService tasks;

    Twins(UnderstandingService understanding, TaskService tasks) {
        this.understanding = understanding;
        this.tasks = tasks;
    }

    /** @return the old task's id by that of the new one */
    Map<Long, Long> find(Turn turn, List<Task> added) {
        Map<Long, Long> twins = new HashMap<>();
        understanding.twins(turn.account(), added).forEach((fresh, old) -> twins.put(fresh.value(), old.value()));
        return twins;
    }

    /** Those that still stand, in the order of the message. */
    List<Pair> standing(Turn turn, View.Capture shown) {
        return shown.tasks().stream().flatMap(id -> pair(turn, shown, id).stream()).toList();
    }

    private Optional<Pair> pair(Turn turn, View.Capture shown, TaskId id) {
        Long old = shown.twins().get(id.value());
        if (old == null)
            return Optional.empty();
        List<Task> both = tasks.findAll(turn.id(), List.of(id, new TaskId(old)));
        return both.size() == 2 && both.getFirst().isOpen() && both.getLast().isOpen()
                ? Optional.of(new Pair(both.getFirst(), both.getLast()))
                : Optional.empty();
    }

    void offer(Turn turn, MessageBuilder message, View view, View.Capture shown) {
        List<Pair> pairs = standing(turn, shown);
        if (pairs.isEmpty())
            return;
        TaskLines lines = new TaskLines(turn.say());
        for (Pair pair : pairs.stream().limit(NAMED).toList()) {
            String due = lines.due(pair.old());
            message.line("twin", Map.of("title", pair.old().title(), "due", due.isEmpty() ? "" : " " + due));
        }
        message.row().button("button.merge", new ButtonAction.Merge(view.id())).button("button.keepBoth",
                new ButtonAction.KeepBoth(view.id()));
    }

    /** A new task and the one that says the same. */
    record Pair(Task fresh, Task old) {}
}
