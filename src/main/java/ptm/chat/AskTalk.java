package ptm.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.task.When;
import ptm.understanding.Asked;

/** Answers questions about tasks in a sentence: when they are, whether they are done, everything about one. */
@Component
class AskTalk {

    private static final int ANSWERED = 5;

    private final TaskService tasks;
    private final TimerTalk timer;
    private final CardTalk cards;
    private final Views views;
    private final Speaker speaker;

    AskTalk(TaskService tasks, TimerTalk timer, CardTalk cards, Views views, Speaker speaker) {
        this.tasks = tasks;
        this.timer = timer;
        this.cards = cards;
        this.views = views;
        this.speaker = speaker;
    }

    /** @param ids the tasks that are meant, the likeliest first */
    Effect answer(Turn turn, String text, Asked what, List<TaskId> ids) {
        if (what == Asked.RUNNING)
            return () -> timer.running(turn);
        return () -> {
            List<Task> asked = tasks.findAll(turn.id(), ids).stream().limit(ANSWERED).toList();
            if (asked.isEmpty())
                return unknown(turn, text);
            View view = views.add(turn.id(), turn.address(), turn.source(),
                    new View.Several(asked.stream().map(Task::id).toList()));
            if (what == Asked.CARD && asked.size() == 1)
                return cards.open(turn, view, asked.getFirst().id());
            if (what == Asked.CARD)
                cards.showLines(turn, view, 1);
            else
                lines(turn, view, what == Asked.DONE ? asked : datedFirst(turn, asked), what);
            return null;
        };
    }

    /** What is open and has a date, the sooner first; what is over comes last. */
    private static List<Task> datedFirst(Turn turn, List<Task> asked) {
        return asked.stream().sorted(Comparator.comparing((Task task) -> !task.isOpen())
                .thenComparing(task -> task.due() == null)
                .thenComparing(task -> task.due() == null ? turn.now() : task.due().endsAt(turn.zone()))).toList();
    }

    private @Nullable String unknown(Turn turn, String text) {
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(text, List.of()));
        speaker.show(view, speaker.message(turn).line("edit.none").button("button.asTask",
                new ButtonAction.CaptureAnyway(view.id())));
        return null;
    }

    private void lines(Turn turn, View view, List<Task> asked, Asked what) {
        MessageBuilder message = speaker.message(turn);
        for (Task task : asked)
            message.line(line(turn, task, what));
        if (asked.size() > 1) {
            view = views.save(view.with(new View.Several(asked.stream().map(Task::id).toList())));
            Pages.cards(message, view, view.content().tasks(), 1, _ -> true);
        } else {
            Task task = asked.getFirst();
            if (what == Asked.DONE && task.isOpen())
                message.button("button.done", new ButtonAction.Finish(view.id(), task.id()));
            message.button("button.card", new ButtonAction.OpenCard(view.id(), task.id()));
        }
        speaker.show(view, message);
    }

    private static List<Span> line(Turn turn, Task task, Asked what) {
        Wording say = turn.say();
        if (!task.isOpen())
            return task.doneAt() == null
                    ? say.line("ask.dropped", Map.of("title", task.title()))
                    : say.line(what == Asked.DONE ? "ask.yes" : "ask.doneAt", Map.of("title", task.title(), "moment",
                            say.moment(new When.Moment(task.doneAt()))));
        String due = new TaskLines(say).due(task);
        if (what == Asked.DONE)
            return say.line("ask.notYet", Map.of("title", task.title(), "due", due.isEmpty() ? "" : " " + due));
        if (!due.isEmpty())
            return say.line("ask.when", Map.of("title", task.title(), "due", due));
        return task.start() == null
                ? say.line("ask.noDate", Map.of("title", task.title()))
                : say.line("ask.from", Map.of("title", task.title(), "moment", say.moment(task.start())));
    }
}
