package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskService;

/** One task opened: what is known of it, what of that is wrong, and its steps. */
@Component
class CardTalk {

    /** Chips of a card that can be rejected with one tap. */
    private static final int REJECTABLE = 3;
    private static final int WORDS = 300;
    private static final int TITLE = 200;
    /** What is read from words and cut out of the title. */
    private static final List<Field> READ =
            List.of(Field.DUE, Field.START, Field.MINUTES, Field.REPEAT, Field.REMINDERS);

    private final TaskService tasks;
    private final Hand hand;
    private final Views views;
    private final Questions questions;
    private final Speaker speaker;
    private final ChatProperties properties;

    CardTalk(TaskService tasks, Hand hand, Views views, Questions questions, Speaker speaker,
            ChatProperties properties) {
        this.tasks = tasks;
        this.hand = hand;
        this.views = views;
        this.questions = questions;
        this.speaker = speaker;
        this.properties = properties;
    }

    /** Everything worth knowing about a task, in place of the list it was opened from. */
    @Nullable
    String open(Turn turn, View view, TaskId id) {
        return hand.on(turn, id, task -> {
            List<TaskLines.Chip> chips = new TaskLines(turn.say()).cardChips(task);
            MessageBuilder message = speaker.message(turn);
            describe(turn, message, task, chips);
            buttons(message, view, task, chips);
            speaker.show(view, message);
            return null;
        });
    }

    private static void describe(Turn turn, MessageBuilder message, Task task, List<TaskLines.Chip> chips) {
        message.line(List.of(Span.bold(task.title())));
        if (!chips.isEmpty())
            message.line(List.of(Span.plain(
                    chips.stream().map(TaskLines.Chip::text).collect(Collectors.joining(turn.say().separator())))));
        for (Step step : task.subtasks())
            message.line(step.done() ? "card.step.done" : "card.step.open", Map.of("title", step.title()));
        if (!task.source().isBlank() && !task.source().strip().equalsIgnoreCase(task.title()))
            message.line("card.source", Map.of("words", shortened(task.source())));
    }

    private void buttons(MessageBuilder message, View view, Task task, List<TaskLines.Chip> chips) {
        TaskId id = task.id();
        message.row();
        if (task.isOpen())
            message.button("button.done", new ButtonAction.Finish(view.id(), id)).button("button.start",
                    new ButtonAction.Start(id));
        message.row();
        chips.stream().filter(chip -> isGuess(task, chip.field())).limit(REJECTABLE)
                .forEach(chip -> message.button("button.reject", Map.of("chip", chip.text()),
                        new ButtonAction.Reject(view.id(), id, chip.field(), true)));
        message.row();
        if (task.isOpen())
            message.button("button.split", new ButtonAction.Split(view.id(), id));
        message.link("button.open", properties.panelLink("#task/" + id)).button("button.back",
                new ButtonAction.ShowPage(view.id(), Pages.of(view.content().tasks(), id)));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, WORDS)) + "…";
    }

    private static boolean isGuess(Task task, Field field) {
        Provenance provenance = task.provenance().get(field);
        return provenance != null && provenance.by() != Actor.USER;
    }

    /** The value goes, and no machine will set it again; the words it was read from are words of the title again. */
    @Nullable
    String reject(Turn turn, TaskId id, Field field) {
        return hand.on(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            hand.edit(turn, task, changeSet, cleared(task, field));
            if (wasCutFromTitle(task, field))
                hand.edit(turn, task, changeSet, new TaskEdit.Rename(Listings.capitalized(task.source().strip())));
            return turn.say().text("capture.word");
        });
    }

    /** Whether the title is the person's words without those of this value, and without no others. */
    private static boolean wasCutFromTitle(Task task, Field field) {
        Provenance read = task.provenance().get(field);
        Provenance title = task.provenance().get(Field.TITLE);
        String source = task.source().strip();
        if (read == null || read.said() == null || title == null || title.by() == Actor.USER || source.length() > TITLE
                || source.contains("\n") || task.title().contains(read.said()))
            return false;
        return source.contains(read.said()) && READ.stream().filter(other -> other != field)
                .map(task.provenance()::get).noneMatch(other -> other != null && other.said() != null
                        && !read.said().contains(other.said()));
    }

    private static TaskEdit cleared(Task task, Field field) {
        return switch (field) {
            case DUE -> new TaskEdit.Reschedule(null, task.dueKind());
            case START -> new TaskEdit.Begin(null);
            case MINUTES -> new TaskEdit.Estimate(null);
            case REPEAT -> new TaskEdit.Repeat(null, task.repeatFrom());
            case REMINDERS -> new TaskEdit.Remind(List.of());
            case THEMES -> new TaskEdit.Relabel(Label.THEMES, List.of(), Map.of());
            case CONTEXTS -> new TaskEdit.Relabel(Label.CONTEXTS, List.of(), Map.of());
            case ACTIVITIES -> new TaskEdit.Relabel(Label.ACTIVITIES, List.of(), Map.of());
            case IMPACT -> new TaskEdit.Rate(Scale.IMPACT, null);
            case RISK -> new TaskEdit.Rate(Scale.RISK, null);
            default -> throw new IllegalArgumentException("A button cannot clear " + field.jsonName());
        };
    }

    /** The tasks of a message, a line each, with a card each. @param from the first number of the page of buttons */
    void showLines(Turn turn, View view, int from) {
        List<TaskId> ids = view.content().tasks();
        List<Task> found = tasks.findAll(turn.id(), ids);
        TaskLines lines = new TaskLines(turn.say());
        MessageBuilder message = speaker.message(turn);
        for (int i = 0; i < Math.min(found.size(), CaptureTalk.LINES); i++)
            message.line(lines.line(found.size() == 1 ? 0 : i + 1, found.get(i), found.size() == 1));
        if (found.isEmpty())
            message.line("card.gone");
        if (found.size() == 1)
            message.row().button("button.card", new ButtonAction.OpenCard(view.id(), found.getFirst().id()));
        else
            Pages.cards(message, view, found.stream().map(Task::id).toList(), from, id -> true);
        speaker.show(view, message);
    }

    /** Asks for the steps; the next words are them. */
    @Nullable
    String askSteps(Turn turn, View view, TaskId id) {
        return hand.onOpen(turn, id, task -> {
            questions.ask(turn.id(), turn.address(), new Question(Question.Kind.STEPS, view.id(), id.value()));
            speaker.reply(turn, "split.ask");
            return null;
        });
    }

    /** @param lines a step each */
    @Nullable
    String addSteps(Turn turn, TaskId id, List<String> lines) {
        return hand.onOpen(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<Step> steps = new ArrayList<>(task.subtasks());
            lines.stream().map(String::strip).filter(line -> !line.isEmpty()).map(Step::titled).forEach(steps::add);
            Task planned = hand.edit(turn, task, changeSet, new TaskEdit.Plan(steps));
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(id));
            MessageBuilder message = speaker.message(turn).line("split.done",
                    Map.of("title", planned.title(), "count", planned.subtasks().size()));
            speaker.show(view, message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet))
                    .button("button.card", new ButtonAction.OpenCard(view.id(), id)));
            return null;
        });
    }
}
