package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.understanding.EditCommand;
import ptm.understanding.Verb;

/** Tasks changed by words: done, moved, dropped, joined, and all of it taken back. */
@Component
class EditTalk {

    /** More tasks than these at once are asked about first. */
    private static final int BULK = 3;
    private static final int CANDIDATES = 6;
    /** Tasks named in a question whether they are all meant. */
    private static final int LISTED = 10;

    private final TaskService tasks;
    private final EditLines lines;
    private final UndoTalk undos;
    private final TimerTalk timer;
    private final CardTalk cards;
    private final Views views;
    private final Speaker speaker;

    EditTalk(TaskService tasks, EditLines lines, UndoTalk undos, TimerTalk timer, CardTalk cards, Views views,
            Speaker speaker) {
        this.tasks = tasks;
        this.lines = lines;
        this.undos = undos;
        this.timer = timer;
        this.cards = cards;
        this.views = views;
        this.speaker = speaker;
    }

    /**
     * @param text    the words, to be read again when a question about them is answered
     * @param chosen  the task the person pointed at when asked which, or null; with id 0: yes, all of them
     */
    Effect edit(Turn turn, String text, List<EditCommand> commands, @Nullable TaskId chosen) {
        return () -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<EditLines.Changed> changed = new ArrayList<>();
            for (EditCommand command : commands) {
                EditCommand clear = chosen == null || chosen.value() == 0 ? command : pointed(command, chosen);
                if (clear.verb() == Verb.UNDO)
                    return undos.last(turn);
                if (clear.tasks().isEmpty() && !clear.candidates().isEmpty())
                    return askWhich(turn, text, clear);
                if (clear.tasks().size() > BULK && chosen == null)
                    return askSure(turn, text, clear);
                if (clear.verb() == Verb.START && !clear.tasks().isEmpty())
                    return timer.start(turn, clear.tasks().getFirst());
                if (clear.verb() == Verb.SPLIT && clear.set().isEmpty() && !clear.tasks().isEmpty())
                    return askSteps(turn, clear.tasks().getFirst());
                changed.addAll(apply(turn, clear, changeSet));
            }
            return changed.isEmpty() ? none(turn, text, commands) : say(turn, changed, changeSet);
        };
    }

    private static EditCommand pointed(EditCommand command, TaskId chosen) {
        return command.candidates().contains(chosen) || command.tasks().isEmpty()
                ? new EditCommand(command.verb(), List.of(chosen), List.of(), command.set())
                : command;
    }

    private List<EditLines.Changed> apply(Turn turn, EditCommand command, ChangeSetId changeSet) {
        List<Task> found = tasks.findAll(turn.id(), command.tasks());
        if (command.verb() == Verb.MERGE)
            return merge(turn, found, changeSet);
        List<EditLines.Changed> changed = new ArrayList<>();
        for (Task task : found) {
            List<Proposed> edits = edits(turn, command, task);
            if (edits.isEmpty())
                continue;
            if (command.verb() == Verb.COMPLETE)
                timer.stop(turn, task.id());
            changed.add(new EditLines.Changed(command.verb(), task, tasks.edit(task.key(), null, edits, changeSet)));
        }
        return changed;
    }

    private static List<Proposed> edits(Turn turn, EditCommand command, Task task) {
        return switch (command.verb()) {
            case COMPLETE -> task.isOpen() ? byHand(turn, new TaskEdit.Complete()) : List.of();
            case REOPEN -> task.isOpen() ? List.of() : byHand(turn, new TaskEdit.Reopen());
            case DROP -> task.isOpen() ? byHand(turn, new TaskEdit.Drop()) : List.of();
            case DELETE -> byHand(turn, new TaskEdit.Delete());
            case SET, SNOOZE -> command.set().stream().map(value -> byHand(turn, value)).toList();
            case ADD_STEP, SPLIT -> command.set().stream().map(Proposed::edit).filter(TaskEdit.Plan.class::isInstance)
                    .map(plan -> byHand(turn, plus(task, (TaskEdit.Plan) plan)).getFirst()).toList();
            case MERGE, UNDO, START -> List.of();
        };
    }

    /** A person's order is theirs, whatever engine read it; the words it was read from are kept. */
    private static Proposed byHand(Turn turn, Proposed value) {
        return new Proposed(value.edit(), new Provenance(Actor.USER, turn.now(), 1,
                value.provenance().said(), null, null, false));
    }

    private static List<Proposed> byHand(Turn turn, TaskEdit edit) {
        return List.of(new Proposed(edit, Provenance.user(turn.now())));
    }

    private static TaskEdit plus(Task task, TaskEdit.Plan plan) {
        List<Step> steps = new ArrayList<>(task.subtasks());
        steps.addAll(plan.steps());
        return new TaskEdit.Plan(steps);
    }

    /** The first takes the words of the others, which go. */
    private List<EditLines.Changed> merge(Turn turn, List<Task> found, ChangeSetId changeSet) {
        if (found.size() < 2)
            return List.of();
        Task first = found.getFirst();
        StringBuilder title = new StringBuilder(first.title());
        for (Task other : found.subList(1, found.size()))
            title.append(", ").append(other.title());
        String whole =
                title.substring(0, title.offsetByCodePoints(0, Math.min(200, title.codePointCount(0, title.length()))));
        Task merged = tasks.edit(first.key(), null, byHand(turn, new TaskEdit.Rename(whole)), changeSet);
        for (Task other : found.subList(1, found.size()))
            tasks.edit(other.key(), null, byHand(turn, new TaskEdit.Delete()), changeSet);
        return List.of(new EditLines.Changed(Verb.MERGE, first, merged));
    }

    @Nullable
    private String none(Turn turn, String text, List<EditCommand> commands) {
        boolean named = commands.stream().anyMatch(command -> !command.tasks().isEmpty());
        if (named)
            return say(turn, List.of(), ChangeSetId.random());
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(text, List.of()));
        speaker.show(view, speaker.message(turn).line("edit.none").button("button.asTask",
                new ButtonAction.CaptureAnyway(view.id())));
        return null;
    }

    @Nullable
    private String askWhich(Turn turn, String text, EditCommand command) {
        List<Task> candidates = tasks.findAll(turn.id(), command.candidates()).stream().limit(CANDIDATES).toList();
        View view = views.add(turn.id(), turn.address(), turn.source(),
                new View.Saying(text, candidates.stream().map(Task::id).toList()));
        MessageBuilder message = speaker.message(turn).line("edit.which");
        for (Task task : candidates) {
            String when = task.due() == null
                    ? ""
                    : turn.say().separator() + turn.say().shortDay(task.due().dayIn(turn.zone()));
            message.row().labelled(shortened(task.title()) + when, new ButtonAction.Choose(view.id(), task.id()));
        }
        speaker.show(view, message);
        return null;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= 40
                ? title
                : title.substring(0, title.offsetByCodePoints(0, 39)) + "…";
    }

    @Nullable
    private String askSure(Turn turn, String text, EditCommand command) {
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(text, command.tasks()));
        MessageBuilder message = speaker.message(turn).line("edit.sure", Map.of("count", command.tasks().size()));
        StaleLists.lines(turn, message,
                tasks.findAll(turn.id(), command.tasks()).stream().limit(LISTED).toList());
        message.button("button.yes", new ButtonAction.Choose(view.id(), new TaskId(0)));
        speaker.show(view, message);
        return null;
    }

    @Nullable
    private String askSteps(Turn turn, TaskId id) {
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(id));
        return cards.askSteps(turn, view, id);
    }

    @Nullable
    private String say(Turn turn, List<EditLines.Changed> changed, ChangeSetId changeSet) {
        if (changed.isEmpty()) {
            speaker.reply(turn, "toast.already");
            return null;
        }
        View view = views.add(turn.id(), turn.address(), turn.source(),
                new View.Several(changed.stream().map(change -> change.after().id()).toList()));
        MessageBuilder message = speaker.message(turn);
        for (EditLines.Changed change : changed.stream().limit(20).toList())
            lines.add(turn, message, change);
        message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet));
        speaker.show(view, message);
        return null;
    }
}
