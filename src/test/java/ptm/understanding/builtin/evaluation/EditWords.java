package ptm.understanding.builtin.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ptm.task.Proposed;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.When;
import ptm.understanding.EditCommand;

/** An edit as cases write it: {@code set 2 minutes=60 due=2026-05-24}. */
final class EditWords {
    private EditWords() {}

    static String of(EditCommand command) {
        List<TaskId> ids = command.tasks().isEmpty() ? command.candidates() : command.tasks();
        String tasks = ids.stream().map(TaskId::toString).collect(Collectors.joining(","));
        return Stream.concat(Stream.of(command.verb().jsonName(), (command.tasks().isEmpty() ? "?" : "") + tasks),
                command.set().stream().map(Proposed::edit).map(EditWords::of).filter(Objects::nonNull).sorted(
                        java.util.Comparator.reverseOrder()))
                .collect(Collectors.joining(" "));
    }

    private static String of(TaskEdit edit) {
        return switch (edit) {
            case TaskEdit.Estimate(Integer minutes) -> "minutes=" + minutes;
            case TaskEdit.Reschedule(When.Day(var day), var _) -> "due=" + day;
            case TaskEdit.Reschedule(var when, var _) -> "due=" + when;
            case TaskEdit.Rename(String title) -> "title=" + title;
            default -> edit.field().jsonName();
        };
    }
}
