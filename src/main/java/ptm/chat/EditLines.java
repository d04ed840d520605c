package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import ptm.task.Task;
import ptm.understanding.Verb;

/** Says what an edit did to a task, a line each. */
@Component
class EditLines {

    private final TaskTalk taskTalk;

    EditLines(TaskTalk taskTalk) {
        this.taskTalk = taskTalk;
    }

    /** @param before the task as it was */
    record Changed(Verb verb, Task before, Task after) {}

    void add(Turn turn, MessageBuilder message, Changed change) {
        String title = change.after().title();
        switch (change.verb()) {
            case COMPLETE -> taskTalk.doneLine(turn, message, change.after());
            case REOPEN -> message.line("edit.reopened", Map.of("title", title));
            case DROP -> message.line("edit.dropped", Map.of("title", title));
            case DELETE -> message.line("edit.deleted", Map.of("title", title));
            case SNOOZE, SET -> message.line(difference(turn, change));
            case ADD_STEP, SPLIT ->
                    message.line("split.done", Map.of("title", title, "count", change.after().subtasks().size()));
            case MERGE, UNDO, START -> message.line("edit.changed", Map.of("title", title));
        }
    }

    /** «“Finish the slides”: by ~~Fri 27 Nov~~ Mon 30 Nov». */
    private static List<Span> difference(Turn turn, Changed change) {
        Task before = change.before();
        Task after = change.after();
        if (!before.title().equals(after.title()))
            return List.of(Span.struck(before.title()), Span.plain(" " + after.title()));
        List<Span> line = new ArrayList<>(List.of(Span.plain(turn.say().quoted(after.title()) + ": ")));
        line.addAll(differing(turn, before, after));
        return line;
    }

    private static List<Span> differing(Turn turn, Task before, Task after) {
        TaskLines lines = new TaskLines(turn.say());
        if (!Objects.equals(before.due(), after.due()))
            return lines.moved(before, after);
        if (!Objects.equals(before.minutes(), after.minutes()))
            return List.of(Span.plain(lines.minutes(after)));
        if (after.hiddenUntil() != null && !after.hiddenUntil().equals(before.hiddenUntil()))
            return List.of(Span.plain(turn.say().asleep(after.hiddenUntil())));
        return List.of(Span.plain(lines.cardChips(after).stream().map(TaskLines.Chip::text)
                .collect(Collectors.joining(turn.say().separator()))));
    }
}
