package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.task.DueKind;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.RepeatFrom;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.When;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;
import ptm.understanding.llm.MessageAnswer.Edit;
import ptm.understanding.llm.MessageAnswer.Rating;

/** Edits of a model's answer: only of tasks that it was given, with dates that are ours. */
final class EditsReader {
    private static final int MAX_EDITS = 50;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 2_000;

    private final SaidValues said;
    private final Refusals refusals;

    EditsReader(Interpreter builtin, Refusals refusals) {
        this.said = new SaidValues(builtin);
        this.refusals = refusals;
    }

    /** @throws AnnotatorUnavailable if there is no edit of a known task among them */
    List<EditCommand> read(@Nullable List<Edit> given, Set<TaskId> known, Utterance utterance, Context context) {
        List<EditCommand> commands = new ArrayList<>();
        for (Edit edit : given == null ? List.<Edit>of() : given.stream().filter(Objects::nonNull).toList()) {
            EditCommand command = commands.size() < MAX_EDITS ? command(edit, known, utterance, context) : null;
            if (command != null)
                commands.add(command);
        }
        if (commands.isEmpty())
            throw new AnnotatorUnavailable("the model named no edit of a known task");
        return commands;
    }

    private @Nullable EditCommand command(Edit edit, Set<TaskId> known, Utterance utterance, Context context) {
        Verb verb = verb(edit.verb());
        List<TaskId> ids = ids(edit, known);
        refusals.countIf(verb == null, "edit.verb");
        if (verb == null || verb != Verb.UNDO && ids.isEmpty())
            return null;
        boolean unsure = Boolean.TRUE.equals(edit.unsure()) && ids.size() > 1;
        List<Proposed> values = values(verb, edit, utterance, context);
        if (verb == Verb.SET && values.isEmpty())
            return null;
        return new EditCommand(verb, unsure ? List.of() : ids, unsure ? ids : List.of(), values);
    }

    private List<TaskId> ids(Edit edit, Set<TaskId> known) {
        if (edit.tasks() == null)
            return List.of();
        List<TaskId> ids = edit.tasks().stream().filter(Objects::nonNull).map(TaskId::new).filter(known::contains)
                .distinct().toList();
        refusals.countIf(edit.tasks().stream().filter(Objects::nonNull).distinct().count() > ids.size(),
                "edit.tasks");
        return ids;
    }

    private List<Proposed> values(Verb verb, Edit edit, Utterance utterance, Context context) {
        List<Proposed> values = new ArrayList<>();
        String when = Texts.cited(edit.when(), utterance.text());
        refusals.countIf(when.isEmpty() && edit.when() != null && !edit.when().isBlank(), "edit.when");
        if (!when.isEmpty())
            said.dates(when, utterance, context).stream()
                    .map(value -> verb == Verb.SNOOZE ? putAside(value, context) : value).forEach(values::add);
        Provenance ours = ModelProvenance.ofReading(utterance.at());
        for (TaskEdit change : changes(edit))
            if (values.stream().noneMatch(value -> value.edit().field() == change.field()))
                values.add(new Proposed(change, ours));
        return values;
    }

    private List<TaskEdit> changes(Edit edit) {
        List<TaskEdit> changes = new ArrayList<>();
        String title = Texts.line(edit.title(), Texts.TITLE);
        if (!title.isEmpty())
            changes.add(new TaskEdit.Rename(title));
        text(changes, Field.DESCRIPTION, edit.details());
        text(changes, Field.WAITS_FOR, edit.waitsFor());
        List<Step> steps = DraftsReader.steps(edit.steps());
        if (!steps.isEmpty())
            changes.add(new TaskEdit.Plan(steps));
        for (Rating rating : edit.scales() == null ? List.<Rating>of() : edit.scales())
            rate(changes, rating);
        names(changes, Label.THEMES, edit.themes());
        names(changes, Label.CONTEXTS, edit.contexts());
        for (String field : Texts.names(edit.clears(), LONGEST_NAME))
            clear(changes, field);
        return changes;
    }

    private static void text(List<TaskEdit> changes, Field field, @Nullable String text) {
        String clean = Texts.cut(text, LONGEST_TEXT);
        if (!clean.isEmpty())
            changes.add(new TaskEdit.Describe(field, clean));
    }

    private void rate(List<TaskEdit> changes, @Nullable Rating rating) {
        Scale scale = rating == null || rating.name() == null
                ? null
                : Scale.find(rating.name().strip().toLowerCase(Locale.ROOT));
        Integer value = rating == null ? null : rating.value();
        refusals.countIf(scale == null || value == null || value < 0, "edit.scales");
        if (scale != null && value != null && value >= 0)
            changes.add(new TaskEdit.Rate(scale, Math.min(value, Scale.MAX)));
    }

    private static void names(List<TaskEdit> changes, Label label, @Nullable List<String> given) {
        List<String> names = Texts.names(given, LONGEST_NAME);
        if (!names.isEmpty())
            changes.add(new TaskEdit.Relabel(label, names, Map.of()));
    }

    private void clear(List<TaskEdit> changes, String field) {
        switch (field.toLowerCase(Locale.ROOT)) {
            case "due" -> changes.add(new TaskEdit.Reschedule(null, DueKind.BY));
            case "start" -> changes.add(new TaskEdit.Begin(null));
            case "minutes" -> changes.add(new TaskEdit.Estimate(null));
            case "repeat" -> changes.add(new TaskEdit.Repeat(null, RepeatFrom.DUE));
            case "reminders" -> changes.add(new TaskEdit.Remind(List.of()));
            default -> refusals.count("edit.clears");
        }
    }

    /** Who puts a task aside until a day moves no due date. */
    private static Proposed putAside(Proposed value, Context context) {
        When until = switch (value.edit()) {
            case TaskEdit.Reschedule(When due, var _) -> due;
            case TaskEdit.Begin(When start) -> start;
            default -> null;
        };
        return until == null
                ? value
                : new Proposed(new TaskEdit.Hide(until.startsAt(context.zone())), value.provenance());
    }

    private static @Nullable Verb verb(@Nullable String name) {
        if (name != null)
            for (Verb verb : Verb.values())
                if (verb.name().replace("_", "").equalsIgnoreCase(name.replace("_", "").strip()))
                    return verb;
        return null;
    }
}
