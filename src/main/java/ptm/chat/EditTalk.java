package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.ChangeSetId;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.understanding.EditCommand;
import ptm.understanding.Verb;

/** Tasks changed by words: what is clear is done, what is not is asked, what names no task is said so. */
@Component
class EditTalk {

    /** More tasks than these at once are asked about first. */
    private static final int BULK = 3;
    /** Open tasks looked at to tell whether all of them are to go. */
    private static final int ALL = 500;

    private final TaskService tasks;
    private final Edits edits;
    private final EditQuestions questions;
    private final EditLines lines;
    private final UndoTalk undos;
    private final TimerTalk timer;
    private final CardTalk cards;
    private final Views views;
    private final Speaker speaker;

    EditTalk(TaskService tasks, Edits edits, EditQuestions questions, EditLines lines, UndoTalk undos, TimerTalk timer,
            CardTalk cards, Views views, Speaker speaker) {
        this.tasks = tasks;
        this.edits = edits;
        this.questions = questions;
        this.lines = lines;
        this.undos = undos;
        this.timer = timer;
        this.cards = cards;
        this.views = views;
        this.speaker = speaker;
    }

    /**
     * What a person said of their tasks.
     *
     * @param text   the words, to be read again when a question about them is answered
     * @param shown  the list that numbers in the words speak of
     * @param unread parts of the words that name no task of theirs
     */
    record Said(String text, List<TaskId> shown, List<String> unread, List<EditCommand> commands) {}

    /** @param chosen the task the person pointed at when asked which, or null; with id 0: yes, all of them */
    Effect edit(Turn turn, Said said, @Nullable TaskId chosen) {
        return () -> {
            List<EditCommand> commands = chosen == null || chosen.value() == 0
                    ? said.commands()
                    : pointed(said.commands(), chosen);
            if (commands.stream().anyMatch(command -> command.verb() == Verb.UNDO))
                return undos.last(turn);
            List<EditCommand> clear = commands.stream().filter(command -> !command.tasks().isEmpty()).toList();
            List<TaskId> meant = clear.stream().flatMap(command -> command.tasks().stream()).distinct().toList();
            if (chosen == null && (meant.size() > BULK || isEverything(turn, clear))) {
                questions.sure(turn, said.text(), meant, said.shown());
                return null;
            }
            for (EditCommand command : clear)
                if (isRefused(turn, command))
                    return null;
            return carryOut(turn, said, commands, clear, chosen);
        };
    }

    /** The commands that the chosen task is of; the others were carried out already, or are asked about next. */
    private static List<EditCommand> pointed(List<EditCommand> commands, TaskId chosen) {
        List<EditCommand> pointed = new ArrayList<>();
        boolean found = false;
        for (EditCommand command : commands) {
            boolean its = command.candidates().contains(chosen) || command.tasks().contains(chosen);
            if (its)
                pointed.add(new EditCommand(command.verb(), List.of(chosen), List.of(), command.set()));
            else if (found && command.tasks().isEmpty() && !command.candidates().isEmpty())
                pointed.add(command);
            found |= its;
        }
        return found || commands.isEmpty()
                ? pointed
                : List.of(new EditCommand(commands.getFirst().verb(), List.of(chosen), List.of(),
                        commands.getFirst().set()));
    }

    /** Whether nothing would be left. */
    private boolean isEverything(Turn turn, List<EditCommand> clear) {
        return clear.stream().anyMatch(command -> command.verb() == Verb.DELETE && command.tasks().size() > 1
                && tasks.titles(turn.id(), ALL).stream().filter(task -> task.status() == Status.OPEN)
                        .allMatch(task -> command.tasks().contains(task.id())));
    }

    /** What is done is not joined: that would undo what it was. */
    private boolean isRefused(Turn turn, EditCommand command) {
        List<Task> closed = command.verb() == Verb.MERGE ? edits.closed(turn, command) : List.of();
        if (!closed.isEmpty())
            speaker.reply(turn, speaker.message(turn).line("edit.closed", Map.of("count", closed.size(), "titles",
                    Undos.titles(turn.say(), closed))));
        return !closed.isEmpty();
    }

    @Nullable
    private String carryOut(Turn turn, Said said, List<EditCommand> commands, List<EditCommand> clear,
            @Nullable TaskId chosen) {
        ChangeSetId changeSet = ChangeSetId.random();
        List<EditLines.Changed> changed = new ArrayList<>();
        List<EditCommand> later = new ArrayList<>();
        for (EditCommand command : clear) {
            boolean isSplit = command.verb() == Verb.SPLIT && command.set().isEmpty();
            if (command.verb() == Verb.START || isSplit)
                later.add(command);
            else
                changed.addAll(edits.apply(turn, command, changeSet));
        }
        List<EditCommand> unclear =
                commands.stream().filter(command -> command.tasks().isEmpty() && !command.candidates().isEmpty())
                        .toList();
        boolean isSilent = changed.isEmpty() && later.isEmpty() && unclear.isEmpty();
        if (isSilent && clear.isEmpty() && said.unread().isEmpty())
            return questions.none(turn, said.text(), isDeed(commands));
        if (!changed.isEmpty() || isSilent && !clear.isEmpty())
            say(turn, changed, changeSet);
        if (chosen == null)
            questions.unread(turn, said.unread());
        String toast = null;
        for (EditCommand command : later)
            toast = command.verb() == Verb.START
                    ? timer.start(turn, command.tasks().getFirst())
                    : askSteps(turn, command.tasks().getFirst());
        if (!unclear.isEmpty())
            questions.which(turn, said.text(), unclear.getFirst().candidates());
        return toast;
    }

    /** Whether all that was said is that something is done. */
    private static boolean isDeed(List<EditCommand> commands) {
        return !commands.isEmpty() && commands.stream().allMatch(command -> command.verb() == Verb.COMPLETE);
    }

    @Nullable
    private String askSteps(Turn turn, TaskId id) {
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(id));
        return cards.askSteps(turn, view, id);
    }

    private void say(Turn turn, List<EditLines.Changed> changed, ChangeSetId changeSet) {
        if (changed.isEmpty()) {
            speaker.reply(turn, "toast.already");
            return;
        }
        View view = views.add(turn.id(), turn.address(), turn.source(),
                new View.Several(changed.stream().map(change -> change.after().id()).distinct().toList()));
        MessageBuilder message = speaker.message(turn);
        for (EditLines.Changed change : changed.stream().limit(20).toList())
            lines.add(turn, message, change);
        message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet));
        speaker.show(view, message);
    }
}
