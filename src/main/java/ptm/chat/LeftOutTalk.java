package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.ChangeSetId;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;

/** What was said and became no task: a line names it, and one tap makes a task of each such clause. */
@Component
class LeftOutTalk {

    /** So many clauses are named, each by so many characters. */
    private static final int NAMED = 3;
    private static final int CHARACTERS = 60;

    private final TaskService tasks;
    private final CaptureTalk captures;
    private final Views views;

    LeftOutTalk(TaskService tasks, CaptureTalk captures, Views views) {
        this.tasks = tasks;
        this.captures = captures;
        this.views = views;
    }

    static void name(MessageBuilder message, View.Capture shown) {
        if (shown.leftOut().isEmpty())
            return;
        String more = shown.leftOut().size() > NAMED ? "; …" : "";
        message.line("capture.leftOut", Map.of("words", shown.leftOut().stream().limit(NAMED)
                .map(LeftOutTalk::shortened).collect(Collectors.joining("; ", "", more))));
    }

    static void offer(MessageBuilder message, View view, View.Capture shown) {
        if (!shown.leftOut().isEmpty())
            message.button("button.addLeftOut", new ButtonAction.AddLeftOut(view.id()));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, CHARACTERS - 1)).stripTrailing() + "…";
    }

    private static String capitalised(String words) {
        int first = words.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + words.substring(Character.charCount(first));
    }

    /** The line goes, and below stands what was added, with an undo of its own. */
    @Nullable
    String add(Turn turn, View view) {
        if (!(view.content() instanceof View.Capture shown) || shown.leftOut().isEmpty())
            return turn.say().text("toast.already");
        ChangeSetId changeSet = ChangeSetId.random();
        List<TaskId> added = tasks.add(turn.id(), shown.leftOut().stream()
                .map(words -> WordsTalk.asOneTask(turn, capitalised(words))).toList(), changeSet).stream().map(Task::id)
                .toList();
        captures.show(turn, views.save(view.with(shown.complete())), 1);
        captures.show(turn, views.add(turn.id(), turn.address(), turn.source(), new View.Capture(changeSet, added,
                shown.forwardedFrom(), false, Map.of(), 0, 0, Map.of(), List.of())), 1);
        return null;
    }
}
