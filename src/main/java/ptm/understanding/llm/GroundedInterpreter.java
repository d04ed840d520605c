package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.task.Actor;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Step;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/**
 * Believes of a model's reading what the message bears out, and no edit that the message does not speak of: a text can
 * hold orders to the model, and so can the titles that it is shown.
 */
final class GroundedInterpreter implements Interpreter {
    /** Characters of a message that may be all about one thing. */
    private static final int SHORT = 120;
    /** Longer messages, and those of more lines, are pasted together rather than said. */
    private static final int LONG = 600;
    private static final int LINES = 6;
    /** What takes a task from sight, or something that was done back. */
    private static final Set<Verb> GRAVE = EnumSet.of(Verb.DELETE, Verb.DROP, Verb.COMPLETE, Verb.MERGE, Verb.UNDO);

    private final Interpreter model;
    private final Interpreter builtin;
    private final Refusals refusals;

    GroundedInterpreter(Interpreter model, Interpreter builtin, Refusals refusals) {
        this.model = model;
        this.builtin = builtin;
        this.refusals = refusals;
    }

    @Override
    public Interpretation interpret(Utterance utterance, Context context) {
        Interpretation read = model.interpret(utterance, context);
        Ground ground = Ground.of(utterance.text());
        return switch (read.intent()) {
            case Intent.Capture(List<TaskDraft> drafts) -> of(read, new Intent.Capture(checked(drafts, ground)));
            case Intent.Edit(List<EditCommand> commands) ->
                    of(read, new Intent.Edit(checked(commands, ground, utterance, context)));
            case Intent.Request _,Intent.Ask _,Intent.About _,Intent.Teach _,Intent.Smalltalk _ -> read;
        };
    }

    private static Interpretation of(Interpretation read, Intent intent) {
        return new Interpretation(intent, read.language(), read.by(), read.confidence(), read.unread(), read.pieces());
    }

    /** One title that is not of the message is reason enough not to believe the others. */
    private List<TaskDraft> checked(List<TaskDraft> drafts, Ground ground) {
        List<TaskDraft> checked = new ArrayList<>();
        for (TaskDraft draft : drafts) {
            if (!ground.bears(draft.title()))
                throw refused("draft.title.ungrounded");
            checked.add(new TaskDraft(draft.source(), draft.values().stream().map(value -> checked(value, ground))
                    .filter(value -> value != null).toList()));
        }
        return checked;
    }

    /** The value as far as the message bears it out, or null. */
    private @Nullable Proposed checked(Proposed value, Ground ground) {
        TaskEdit edit = switch (value.edit()) {
            case TaskEdit.Rename(String title) -> ground.bears(title) ? value.edit() : null;
            case TaskEdit.Describe(var _, String text) -> ground.isNear(text) ? value.edit() : null;
            case TaskEdit.Plan(List<Step> steps) -> plan(steps, ground);
            case TaskEdit.Relabel(Label label, List<String> names, Map<String, String> _) when value.provenance()
                    .by() == Actor.MODEL -> {
                List<String> named = names.stream().filter(ground::touches).toList();
                yield named.isEmpty() ? null : new TaskEdit.Relabel(label, named, Map.of());
            }
            default -> value.edit();
        };
        refusals.countIf(edit == null, value.edit().field().jsonName() + ".ungrounded");
        return edit == null ? null : new Proposed(edit, value.provenance());
    }

    private static @Nullable TaskEdit plan(List<Step> steps, Ground ground) {
        List<Step> borne = steps.stream().filter(step -> ground.bears(step.title())).toList();
        return borne.isEmpty() ? null : new TaskEdit.Plan(borne);
    }

    private List<EditCommand> checked(List<EditCommand> commands, Ground ground, Utterance utterance,
            Context context) {
        if (!utterance.origin().isOwn())
            throw refused("edit.foreign");
        Map<TaskId, String> titles = new HashMap<>();
        for (TaskTitle title : context.titles().get())
            titles.put(title.id(), title.title());
        Map<Verb, Set<TaskId>> agreed = agreed(utterance, context);
        boolean isPasted = utterance.text().length() > LONG || utterance.text().lines().count() > LINES;
        List<EditCommand> checked = new ArrayList<>();
        for (EditCommand command : commands) {
            EditCommand borne = isAgreed(command, agreed)
                    ? withValues(command, ground)
                    : isPasted ? null : doubted(command, ground, utterance, titles);
            if (borne != null)
                checked.add(borne);
        }
        if (checked.isEmpty())
            throw refused("edit.ungrounded");
        return checked;
    }

    /** What the built-in engine, which nobody can talk into anything, takes the message for as well. */
    private Map<Verb, Set<TaskId>> agreed(Utterance utterance, Context context) {
        Map<Verb, Set<TaskId>> agreed = new EnumMap<>(Verb.class);
        if (builtin.interpret(utterance, context).intent() instanceof Intent.Edit(List<EditCommand> commands))
            for (EditCommand command : commands) {
                Set<TaskId> tasks = agreed.computeIfAbsent(command.verb(), _ -> new HashSet<>());
                tasks.addAll(command.tasks());
                tasks.addAll(command.candidates());
            }
        return agreed;
    }

    private static boolean isAgreed(EditCommand command, Map<Verb, Set<TaskId>> agreed) {
        Set<TaskId> tasks = agreed.get(command.verb());
        return tasks != null && tasks.containsAll(command.tasks()) && tasks.containsAll(command.candidates());
    }

    /**
     * What only the model takes for an edit is done where the message speaks of the task and nothing is lost by it; else
     * the person is asked which they mean, and of a long message it is not believed at all.
     */
    private @Nullable EditCommand doubted(EditCommand command, Ground ground, Utterance utterance,
            Map<TaskId, String> titles) {
        boolean isShort = utterance.text().length() <= SHORT && utterance.text().lines().count() <= 1;
        if (command.verb() == Verb.UNDO)
            return null;
        List<TaskId> meant = command.tasks().isEmpty() ? command.candidates() : command.tasks();
        boolean isSpokenOf = meant.stream().allMatch(id -> ground.touches(titles.getOrDefault(id, "")));
        if (!isSpokenOf && !isShort)
            return null;
        EditCommand sound = withValues(command, ground);
        return sound == null || isSpokenOf && !isGrave(sound)
                ? sound
                : new EditCommand(command.verb(), List.of(), meant, sound.set());
    }

    /** Also what a model has to say of dates and numbers: those that the message speaks of are the built-in engine's. */
    private static boolean isGrave(EditCommand command) {
        return GRAVE.contains(command.verb()) || command.set().stream()
                .anyMatch(value -> value.provenance().by() == Actor.MODEL && switch (value.edit()) {
                    case TaskEdit.Rename _,TaskEdit.Describe _,TaskEdit.Plan _,TaskEdit.Relabel _ -> false;
                    default -> true;
                });
    }

    private @Nullable EditCommand withValues(EditCommand command, Ground ground) {
        List<Proposed> values = command.set().stream().map(value -> checked(value, ground))
                .filter(value -> value != null).toList();
        return values.isEmpty() && !command.set().isEmpty()
                ? null
                : new EditCommand(command.verb(), command.tasks(), command.candidates(), values);
    }

    private AnnotatorUnavailable refused(String field) {
        refusals.count(field);
        return new AnnotatorUnavailable("the message does not bear out what the model made of it: " + field);
    }
}
