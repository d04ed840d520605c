package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NumberField;
import ptm.task.Field;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.understanding.Verb;

/** Says what an edit did to a task, a line each. */
@Component
class EditLines {

    private final TaskTalk taskTalk;

    EditLines(TaskTalk taskTalk) {
        this.taskTalk = taskTalk;
    }

    /**
     * @param before the task as it was
     * @param said   the fields a value was said for: they are told even where a guess was the same
     */
    record Changed(Verb verb, Task before, Task after, Set<Field> said) {}

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
        line.addAll(differing(turn, before, after, change.said()));
        return line;
    }

    private static List<Span> differing(Turn turn, Task before, Task after, Set<Field> said) {
        TaskLines lines = new TaskLines(turn.say());
        List<List<Span>> parts = new ArrayList<>();
        if (!Objects.equals(before.due(), after.due()))
            parts.add(lines.moved(before, after));
        if (after.hiddenUntil() != null && !after.hiddenUntil().equals(before.hiddenUntil()))
            parts.add(List.of(Span.plain(turn.say().asleep(after.hiddenUntil()))));
        if (!before.waitsFor().equals(after.waitsFor()) && !after.waitsFor().isEmpty())
            parts.add(turn.say().line("edit.waits", Map.of("words", after.waitsFor())));
        if (!before.description().equals(after.description()))
            parts.add(turn.say().line("edit.noted"));
        for (TaskLines.Chip chip : lines.cardChips(after))
            if (isTold(chip.field()) && (said.contains(chip.field()) || !lines.cardChips(before).contains(chip)))
                parts.add(List.of(Span.plain(chip.text())));
        for (Scale scale : Scale.values())
            if (said.contains(Field.of(scale)) || !Objects.equals(before.scale(scale), after.scale(scale)))
                parts.add(List.of(Span.plain(rating(turn, scale, after.scale(scale)))));
        if (parts.isEmpty())
            return List.of(Span.plain(lines.cardChips(after).stream().map(TaskLines.Chip::text)
                    .collect(Collectors.joining(turn.say().separator()))));
        return joined(turn, parts);
    }

    /** Dates and scales are told in a way of their own. */
    private static boolean isTold(Field field) {
        return field != Field.DUE && field != Field.IMPACT && field != Field.RISK;
    }

    private static String rating(Turn turn, Scale scale, @Nullable Integer value) {
        return value == null
                ? turn.say().text("edit.noValue")
                : FilterSentence.describe(new Filter.Range(NumberField.of(scale), value, value), List.of(), null,
                        turn.account().language()).title();
    }

    private static List<Span> joined(Turn turn, List<List<Span>> parts) {
        List<Span> line = new ArrayList<>(parts.getFirst());
        for (List<Span> part : parts.subList(1, parts.size())) {
            line.add(Span.plain(turn.say().separator()));
            line.addAll(part);
        }
        return line;
    }
}
