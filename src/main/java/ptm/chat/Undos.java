package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ptm.task.Task;
import ptm.task.Undone;

/** Says what an undo did. */
final class Undos {

    /** More titles than these are counted, not named. */
    private static final int NAMED = 3;

    private Undos() {}

    static void describe(MessageBuilder message, Wording say, Undone undone) {
        if (undone.isEmpty()) {
            message.line("undo.nothing");
            return;
        }
        List<Task> changed = undone.changed().stream().filter(task -> task.deletedAt() == null).toList();
        // the next occurrence of a repeating task goes with the completion that made it
        List<Task> gone = undone.changed().stream().filter(task -> task.deletedAt() != null)
                .filter(task -> changed.stream().noneMatch(one -> one.id().equals(task.previous()))).toList();
        if (!gone.isEmpty())
            message.line("undo.created", Map.of("count", gone.size(), "titles", titles(say, gone)));
        if (!changed.isEmpty())
            message.line("undo.changed", Map.of("titles", titles(say, changed)));
        if (!undone.kept().isEmpty()) {
            List<Span> kept = say.line("undo.kept", Map.of("titles", titles(say, undone.kept())));
            if (undone.changed().isEmpty())
                message.line(kept);
            else
                message.then(List.of(Span.plain(" "))).then(kept);
        }
    }

    static String titles(Wording say, List<Task> tasks) {
        String named = tasks.stream().limit(NAMED).map(task -> say.quoted(task.title()))
                .collect(Collectors.joining(", "));
        return tasks.size() <= NAMED ? named : named + " +" + (tasks.size() - NAMED);
    }
}
