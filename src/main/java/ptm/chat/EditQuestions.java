package ptm.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.task.When;

/** What is asked about an edit: which task is meant, whether all of them are, what some words were about. */
@Component
class EditQuestions {

    private static final int CANDIDATES = 6;
    /** Tasks named in a question whether they are all meant. */
    private static final int LISTED = 10;
    private static final int LABEL = 40;

    private final TaskService tasks;
    private final Views views;
    private final Questions questions;
    private final Speaker speaker;

    EditQuestions(TaskService tasks, Views views, Questions questions, Speaker speaker) {
        this.tasks = tasks;
        this.views = views;
        this.questions = questions;
        this.speaker = speaker;
    }

    /** @param text to be read again when the question is answered */
    void which(Turn turn, String text, List<TaskId> meant) {
        List<Task> candidates = tasks.findAll(turn.id(), meant).stream().limit(CANDIDATES).toList();
        View view = views.add(turn.id(), turn.address(), turn.source(),
                new View.Saying(text, candidates.stream().map(Task::id).toList()));
        MessageBuilder message = speaker.message(turn).line("edit.which");
        Set<String> labels = new HashSet<>();
        for (Task task : candidates)
            message.row().labelled(label(turn, task, labels), new ButtonAction.Choose(view.id(), task.id()));
        questions.ask(turn.id(), turn.address(), new Question(Question.Kind.WHICH, view.id(), 0));
        speaker.show(view, message);
    }

    /** The title with its day and time, counted where that is the same as another's. */
    private static String label(Turn turn, Task task, Set<String> labels) {
        String label = shortened(task.title());
        if (task.due() != null)
            label += turn.say().separator() + turn.say().shortDay(task.due().dayIn(turn.zone()))
                    + (task.due() instanceof When.Moment(var at) ? ", " + turn.say().time(at) : "");
        String said = label;
        for (int number = 2; !labels.add(said); number++)
            said = label + " (" + number + ")";
        return said;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LABEL
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LABEL - 1)) + "…";
    }

    /** @param shown the list that numbers in the text speak of, empty where there was none */
    void sure(Turn turn, String text, List<TaskId> meant, List<TaskId> shown) {
        View view = views.add(turn.id(), turn.address(), turn.source(),
                new View.Saying(text, shown.isEmpty() ? meant : shown));
        MessageBuilder message = speaker.message(turn).line("edit.sure", Map.of("count", meant.size()));
        StaleLists.lines(turn, message, tasks.findAll(turn.id(), meant).stream().limit(LISTED).toList());
        message.button("button.yes", new ButtonAction.Choose(view.id(), new TaskId(0)));
        questions.ask(turn.id(), turn.address(), new Question(Question.Kind.SURE, view.id(), 0));
        speaker.show(view, message);
    }

    /**
     * Words that name no task of theirs may be one that is to be kept.
     *
     * @param deed whether they tell of something done
     */
    @Nullable
    String none(Turn turn, String text, boolean deed) {
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(text, List.of()));
        MessageBuilder message = speaker.message(turn).line("edit.none");
        if (deed)
            message.button("button.keepDone", new ButtonAction.KeepDone(view.id()));
        speaker.show(view, message.button("button.asTask", new ButtonAction.CaptureAnyway(view.id())));
        return null;
    }

    /** Parts of a message that name no task of theirs, while the rest was done. */
    void unread(Turn turn, List<String> parts) {
        for (String part : parts) {
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(part, List.of()));
            speaker.show(view, speaker.message(turn).line("edit.unread", Map.of("words", part))
                    .button("button.asTask", new ButtonAction.CaptureAnyway(view.id())));
        }
    }
}
