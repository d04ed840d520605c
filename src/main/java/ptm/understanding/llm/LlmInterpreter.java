package ptm.understanding.llm;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Step;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.task.When;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Engine;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/**
 * Asks a model what a message means. It may say what is meant, never when: every date, time and duration is read again by
 * the built-in engine from the words the model cites.
 */
final class LlmInterpreter implements Interpreter {
    /** Longer messages are the built-in engine's: no answer would come while a person waits. */
    private static final int MAX_TEXT = 8_000;
    private static final int MAX_TASKS = 60;
    private static final int MAX_DRAFTS = 100;
    private static final int MAX_TITLE = 200;
    private static final double CONFIDENCE = 0.9;

    private final MessageReader reader;
    private final ModelCall model;
    private final SaidValues said;
    private final AskedFilter filters;

    LlmInterpreter(MessageReader reader, ModelCall model, Interpreter builtin) {
        this.reader = reader;
        this.model = model;
        this.said = new SaidValues(builtin);
        this.filters = new AskedFilter(builtin);
    }

    @Override
    public Interpretation interpret(Utterance utterance, Context context) {
        if (utterance.text().length() > MAX_TEXT)
            throw new AnnotatorUnavailable("the message is too long to be asked about");
        List<TaskTitle> tasks = known(context);
        MessageAnswer answer = model.ask(context.account(), utterance.text().length(),
                () -> reader.read(context.language().code(), moment(utterance, context),
                        Prompts.data(Prompts.names(context.vocabulary().themes())),
                        Prompts.data(Prompts.names(context.vocabulary().contexts())), listed(tasks, context),
                        Prompts.data(utterance.text())));
        Intent intent = intent(answer, utterance, context, tasks);
        return new Interpretation(intent, language(utterance), Engine.MODEL, CONFIDENCE, List.of(), List.of());
    }

    private Intent intent(MessageAnswer answer, Utterance utterance, Context context, List<TaskTitle> tasks) {
        if (answer.intent() == null)
            throw new AnnotatorUnavailable("the model named no intent");
        return switch (answer.intent()) {
            case CAPTURE -> capture(answer, utterance, context);
            case REQUEST -> {
                if (answer.request() == null)
                    throw new AnnotatorUnavailable("the model named no request");
                yield filters.read(answer.request(), utterance, context);
            }
            case EDIT -> edit(answer, utterance, context, tasks);
            case SMALLTALK -> new Intent.Smalltalk();
        };
    }

    private Intent capture(MessageAnswer answer, Utterance utterance, Context context) {
        List<TaskDraft> drafts = new ArrayList<>();
        for (MessageAnswer.Draft draft : answer.drafts() == null ? List.<MessageAnswer.Draft>of() : answer.drafts())
            if (draft != null && draft.title() != null && !draft.title().isBlank() && drafts.size() < MAX_DRAFTS)
                drafts.add(draft(draft, draft.title(), utterance, context));
        if (drafts.isEmpty())
            throw new AnnotatorUnavailable("the model found no task in a dump");
        return new Intent.Capture(drafts);
    }

    /** The words a model cites count only where the message has them: it cannot make a date up. */
    private TaskDraft draft(MessageAnswer.Draft draft, String title, Utterance utterance, Context context) {
        String words = draft.words() == null ? "" : cited(draft.words(), utterance);
        List<Proposed> values = new ArrayList<>();
        values.add(new Proposed(new TaskEdit.Rename(cut(title)),
                Provenance.model(utterance.at(), CONFIDENCE, null, Prompts.INTERPRET)));
        values.addAll(said.all(words.isEmpty() ? title : words, utterance, context));
        List<Step> steps = steps(draft.steps());
        if (!steps.isEmpty()) {
            values.removeIf(value -> value.edit() instanceof TaskEdit.Plan);
            values.add(new Proposed(new TaskEdit.Plan(steps),
                    Provenance.model(utterance.at(), CONFIDENCE, null, Prompts.INTERPRET)));
        }
        return new TaskDraft(words.isEmpty() ? title : words, values);
    }

    /** Of the cited words those that the message has, in the order cited. */
    private static String cited(String words, Utterance utterance) {
        Set<String> known = Set.copyOf(List.of(folded(utterance.text()).split("\\s+")));
        List<String> kept = new ArrayList<>();
        for (String word : words.strip().split("\\s+"))
            if (known.contains(folded(word)) || known.stream().anyMatch(other -> other.contains(folded(word))))
                kept.add(word);
        return String.join(" ", kept);
    }

    private static String folded(String text) {
        return Prompts.data(text).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static List<Step> steps(@Nullable List<String> titles) {
        return titles == null
                ? List.of()
                : titles.stream().filter(title -> title != null && !title.isBlank()).limit(50)
                        .map(title -> Step.titled(cut(title))).toList();
    }

    private static String cut(String title) {
        String clean = title.replace("\0", "").strip().replaceAll("\\s+", " ");
        return clean.codePointCount(0, clean.length()) <= MAX_TITLE
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
    }

    private Intent edit(MessageAnswer answer, Utterance utterance, Context context, List<TaskTitle> tasks) {
        Set<Long> given = tasks.stream().map(task -> task.id().value()).collect(Collectors.toSet());
        List<EditCommand> commands = new ArrayList<>();
        for (MessageAnswer.Edit edit : answer.edits() == null ? List.<MessageAnswer.Edit>of() : answer.edits()) {
            Verb verb = edit == null || edit.verb() == null ? null : verb(edit.verb());
            if (verb == null)
                continue;
            List<TaskId> ids = edit.tasks() == null
                    ? List.of()
                    : edit.tasks().stream().filter(given::contains).distinct().map(TaskId::new).toList();
            boolean unsure = Boolean.TRUE.equals(edit.unsure()) && ids.size() > 1;
            if (verb == Verb.UNDO || !ids.isEmpty())
                commands.add(new EditCommand(verb, unsure ? List.of() : ids, unsure ? ids : List.of(),
                        values(verb, edit, utterance, context)));
        }
        if (commands.isEmpty())
            throw new AnnotatorUnavailable("the model named no edit of a known task");
        return new Intent.Edit(commands);
    }

    private List<Proposed> values(Verb verb, MessageAnswer.Edit edit, Utterance utterance, Context context) {
        List<Proposed> values = new ArrayList<>();
        String when = edit.whenWords() == null ? "" : cited(edit.whenWords(), utterance);
        if (!when.isBlank())
            said.dates(when, utterance, context).stream()
                    .map(value -> verb == Verb.SNOOZE ? putAside(value, context) : value).forEach(values::add);
        Provenance provenance = Provenance.model(utterance.at(), CONFIDENCE, null, Prompts.INTERPRET);
        if (edit.title() != null && !edit.title().isBlank())
            values.add(new Proposed(new TaskEdit.Rename(cut(edit.title())), provenance));
        List<Step> steps = steps(edit.steps());
        if (!steps.isEmpty())
            values.add(new Proposed(new TaskEdit.Plan(steps), provenance));
        return values;
    }

    /** Who puts a task aside until a day moves no due date. */
    private static Proposed putAside(Proposed value, Context context) {
        return value.edit() instanceof TaskEdit.Reschedule(When until, var _) && until != null
                ? new Proposed(new TaskEdit.Hide(until.startsAt(context.zone())), value.provenance())
                : value;
    }

    private static @Nullable Verb verb(String name) {
        for (Verb verb : Verb.values())
            if (verb.name().equalsIgnoreCase(name.strip()) || verb.jsonName().equalsIgnoreCase(name.strip()))
                return verb;
        return null;
    }

    /** The tasks a model may name: those shown last come first, since words like "2" or "it" mean them. */
    private static List<TaskTitle> known(Context context) {
        Set<TaskId> shown = new HashSet<>(context.shown());
        List<TaskTitle> titles = context.titles().get();
        List<TaskTitle> known = new ArrayList<>();
        for (TaskId id : context.shown())
            titles.stream().filter(title -> title.id().equals(id)).findFirst().ifPresent(known::add);
        titles.stream().filter(title -> !shown.contains(title.id())).forEach(known::add);
        return known.subList(0, Math.min(MAX_TASKS, known.size()));
    }

    private static String listed(List<TaskTitle> tasks, Context context) {
        if (tasks.isEmpty())
            return "(none)";
        StringBuilder list = new StringBuilder();
        for (TaskTitle task : tasks) {
            int place = context.shown().indexOf(task.id());
            list.append("id ").append(task.id());
            if (place >= 0)
                list.append(", number ").append(place + 1).append(" of the last list");
            list.append(": ").append(Prompts.data(task.title())).append('\n');
        }
        return list.toString();
    }

    private static String moment(Utterance utterance, Context context) {
        var there = utterance.at().atZone(context.zone());
        return Prompts.day(there.toLocalDate()) + " " + there.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " "
                + context.zone();
    }

    private static Language language(Utterance utterance) {
        long cyrillic = utterance.text().codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC).count();
        long letters = utterance.text().codePoints().filter(Character::isLetter).count();
        return cyrillic * 2 > letters ? Language.RU : Language.EN;
    }
}
