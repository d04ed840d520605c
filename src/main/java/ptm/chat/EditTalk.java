package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
import ptm.task.Undone;
import ptm.task.When;
import ptm.understanding.EditCommand;
import ptm.understanding.Verb;

/** Tasks changed by words: done, moved, dropped, joined, and all of it taken back. */
@Component
class EditTalk {

    /** More tasks than these at once are asked about first. */
    private static final int BULK = 3;
    private static final int CANDIDATES = 6;

    private final TaskService tasks;
    private final TaskTalk taskTalk;
    private final TimerTalk timer;
    private final CardTalk cards;
    private final CaptureTalk captures;
    private final Views views;
    private final Speaker speaker;

    EditTalk(TaskService tasks, TaskTalk taskTalk, TimerTalk timer, CardTalk cards, CaptureTalk captures, Views views,
            Speaker speaker) {
        this.tasks = tasks;
        this.taskTalk = taskTalk;
        this.timer = timer;
        this.cards = cards;
        this.captures = captures;
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
            List<Changed> changed = new ArrayList<>();
            for (EditCommand command : commands) {
                EditCommand clear = chosen == null || chosen.value() == 0 ? command : pointed(command, chosen);
                if (clear.verb() == Verb.UNDO)
                    return undoLast(turn);
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

    /** @param before the task as it was */
    private record Changed(Verb verb, Task before, Task after) {}

    private static EditCommand pointed(EditCommand command, TaskId chosen) {
        return command.candidates().contains(chosen) || command.tasks().isEmpty()
                ? new EditCommand(command.verb(), List.of(chosen), List.of(), command.set())
                : command;
    }

    private List<Changed> apply(Turn turn, EditCommand command, ChangeSetId changeSet) {
        List<Task> found = tasks.findAll(turn.id(), command.tasks());
        if (command.verb() == Verb.MERGE)
            return merge(turn, found, changeSet);
        List<Changed> changed = new ArrayList<>();
        for (Task task : found) {
            List<Proposed> edits = edits(turn, command, task);
            if (edits.isEmpty())
                continue;
            if (command.verb() == Verb.COMPLETE)
                timer.stop(turn, task.id());
            changed.add(new Changed(command.verb(), task, tasks.edit(task.key(), null, edits, changeSet)));
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
    private List<Changed> merge(Turn turn, List<Task> found, ChangeSetId changeSet) {
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
        return List.of(new Changed(Verb.MERGE, first, merged));
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
        TaskLines lines = new TaskLines(turn.say());
        tasks.findAll(turn.id(), command.tasks()).stream().limit(10)
                .forEach(task -> message.line(lines.line(0, task, false)));
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
    private String say(Turn turn, List<Changed> changed, ChangeSetId changeSet) {
        if (changed.isEmpty()) {
            speaker.reply(turn, "toast.already");
            return null;
        }
        View view = views.add(turn.id(), turn.address(), turn.source(),
                new View.Several(changed.stream().map(change -> change.after().id()).toList()));
        MessageBuilder message = speaker.message(turn);
        for (Changed change : changed.stream().limit(20).toList())
            line(turn, message, change);
        message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet));
        speaker.show(view, message);
        return null;
    }

    private void line(Turn turn, MessageBuilder message, Changed change) {
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
            return List.of(Span.plain("💤 " + turn.say().moment(new When.Moment(after.hiddenUntil()))));
        return List.of(Span.plain(lines.cardChips(after).stream().map(TaskLines.Chip::text)
                .collect(Collectors.joining(turn.say().separator()))));
    }

    /** Takes back the latest thing the person did that is not taken back yet. */
    @Nullable
    String undoLast(Turn turn) {
        Optional<ChangeSetId> last = tasks.lastUndoable(turn.id());
        if (last.isEmpty()) {
            speaker.reply(turn, "undo.nothing");
            return null;
        }
        Undone undone = tasks.undo(turn.id(), last.get());
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Several(List.of()));
        captures.showUndone(turn, view, undone);
        return null;
    }

    /** Takes back what the pressed message did, where it stands. */
    @Nullable
    String undo(Turn turn, View view, ChangeSetId changeSet) {
        Undone undone = tasks.undo(turn.id(), changeSet);
        if (undone.isEmpty())
            return turn.say().text("toast.already");
        captures.showUndone(turn, view, undone);
        return null;
    }

    /** @param changeSet the undo's own */
    @Nullable
    String bringBack(Turn turn, View view, ChangeSetId changeSet) {
        Undone undone = tasks.undo(turn.id(), changeSet);
        if (undone.isEmpty())
            return turn.say().text("toast.already");
        if (view.content() instanceof View.Capture)
            captures.show(turn, view, 1);
        else
            speaker.show(view,
                    speaker.message(turn).line("undo.restored", Map.of("count", undone.changed().size()))
                            .button("button.undo", new ButtonAction.Undo(view.id(), undone.changeSet())));
        return null;
    }

}
