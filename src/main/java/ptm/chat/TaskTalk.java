package ptm.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.chat.ButtonAction.AsideReason;
import ptm.chat.ButtonAction.Place;
import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.WorkLog;
import ptm.task.WorkSession;

/** One task under the thumb: its card, its timer, done, and not now. */
@Component
class TaskTalk {

    /** Chips of a card that can be rejected with one tap. */
    private static final int REJECTABLE = 3;

    private final TaskService tasks;
    private final WorkLog workLog;
    private final Views views;
    private final Questions questions;
    private final Speaker speaker;
    private final ChatProperties properties;

    TaskTalk(TaskService tasks, WorkLog workLog, Views views, Questions questions, Speaker speaker,
            ChatProperties properties) {
        this.tasks = tasks;
        this.workLog = workLog;
        this.views = views;
        this.questions = questions;
        this.speaker = speaker;
        this.properties = properties;
    }

    /** Everything worth knowing about a task, in place of the list it was opened from. */
    @Nullable
    String openCard(Turn turn, View view, TaskId id) {
        return withTask(turn, id, task -> {
            TaskLines lines = new TaskLines(turn.say());
            List<TaskLines.Chip> chips = lines.cardChips(task);
            MessageBuilder message = speaker.message(turn).line(List.of(Span.bold(task.title())));
            if (!chips.isEmpty())
                message.line(List.of(Span.plain(chips.stream().map(TaskLines.Chip::text)
                        .collect(Collectors.joining(turn.say().separator())))));
            for (Step step : task.subtasks())
                message.line(step.done() ? "card.step.done" : "card.step.open", Map.of("title", step.title()));
            if (!task.source().isBlank() && !task.source().equals(task.title()))
                message.line("card.source", Map.of("words", shortened(task.source())));
            message.row();
            if (task.isOpen())
                message.button("button.done", new ButtonAction.Finish(view.id(), id)).button("button.start",
                        new ButtonAction.Start(id));
            message.row();
            chips.stream().filter(chip -> isGuess(task, chip.field())).limit(REJECTABLE)
                    .forEach(chip -> message.button("button.reject", Map.of("chip", chip.text()),
                            new ButtonAction.Reject(view.id(), id, chip.field(), true)));
            message.row().link("button.open", properties.panelLink("#task/" + id)).button("button.back",
                    new ButtonAction.ShowPage(view.id(), 1));
            speaker.show(view, message);
            return null;
        });
    }

    private static String shortened(String words) {
        return words.length() <= 300 ? words : words.substring(0, words.offsetByCodePoints(0, 150)) + "…";
    }

    private static boolean isGuess(Task task, Field field) {
        Provenance provenance = task.provenance().get(field);
        return provenance != null && provenance.by() != Actor.USER;
    }

    /** The value goes, and no machine will set it again. */
    @Nullable
    String reject(Turn turn, TaskId id, Field field) {
        return withTask(turn, id, task -> {
            edit(turn, task, ChangeSetId.random(), cleared(task, field));
            return turn.say().text("capture.word");
        });
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

    /** Back from the card of a message of one task. */
    void showLine(Turn turn, View view, TaskId id) {
        showLines(turn, view, List.of(id));
    }

    /** The tasks of a message, a line each, with a card each. */
    void showLines(Turn turn, View view, List<TaskId> ids) {
        List<Task> found = tasks.findAll(turn.id(), ids);
        TaskLines lines = new TaskLines(turn.say());
        MessageBuilder message = speaker.message(turn);
        for (int i = 0; i < Math.min(found.size(), CaptureTalk.PAGE); i++) {
            Task task = found.get(i);
            message.line(lines.line(found.size() == 1 ? 0 : i + 1, task, found.size() == 1));
            message.button("button.cardNumber", Map.of("number", Integer.toString(i + 1)),
                    new ButtonAction.OpenCard(view.id(), task.id()));
        }
        if (found.isEmpty())
            message.line("card.gone");
        speaker.show(view, message);
    }

    @Nullable
    String start(Turn turn, TaskId id) {
        return withOpenTask(turn, id, task -> {
            WorkSession session = workLog.start(task.key());
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(id));
            speaker.show(view, timer(turn, view, task, session.since()));
            return null;
        });
    }

    private MessageBuilder timer(Turn turn, View view, Task task, Instant since) {
        String minutes = new TaskLines(turn.say()).minutes(task);
        MessageBuilder message = speaker.message(turn).line("timer", Map.of("title", task.title()));
        if (!minutes.isEmpty())
            message.then(separated(turn, minutes));
        return message.then(separated(turn, turn.say().text("timer.since", Map.of("time", turn.say().time(since)))))
                .button("button.done", new ButtonAction.Finish(view.id(), task.id()))
                .button("button.notNow", new ButtonAction.PutAside(view.id(), task.id()));
    }

    private static List<Span> separated(Turn turn, String text) {
        return List.of(Span.plain(turn.say().separator() + text));
    }

    /** @param view where it was pressed; a message of one task becomes the answer, a list stays and gets one below */
    @Nullable
    String finish(Turn turn, Optional<View> view, TaskId id) {
        return withOpenTask(turn, id, task -> {
            stopTimer(turn.id(), id);
            ChangeSetId changeSet = ChangeSetId.random();
            Task done = edit(turn, task, changeSet, new TaskEdit.Complete());
            View single = view.filter(found -> found.content().tasks().equals(List.of(id)))
                    .orElseGet(() -> views.add(turn.id(), turn.address(), turn.source(), new View.Single(id)));
            MessageBuilder message = speaker.message(turn);
            doneLine(turn, message, done);
            message.button("button.undo", new ButtonAction.Undo(single.id(), changeSet)).button("button.next",
                    new ButtonAction.Next());
            speaker.show(single, message);
            return null;
        });
    }

    static void doneLine(Turn turn, MessageBuilder message, Task done) {
        if (done.spentMinutes() > 0)
            message.line("done.minutes",
                    Map.of("title", done.title(), "minutes", turn.say().minutes(done.spentMinutes())));
        else
            message.line("done", Map.of("title", done.title()));
    }

    void stopTimer(AccountId account, TaskId id) {
        if (workLog.running(account).filter(session -> session.task().id().equals(id)).isPresent())
            workLog.stop(account);
    }

    @Nullable
    String putAside(Turn turn, View view, TaskId id) {
        return withOpenTask(turn, id, task -> {
            stopTimer(turn.id(), id);
            MessageBuilder message = speaker.message(turn).line("aside").row();
            message.button("button.tooLong", new ButtonAction.GiveReason(view.id(), id, AsideReason.TOO_LONG))
                    .button("button.notHere", new ButtonAction.GiveReason(view.id(), id, AsideReason.NOT_HERE)).row()
                    .button("button.noMood", new ButtonAction.GiveReason(view.id(), id, AsideReason.NO_MOOD))
                    .button("button.blocked", new ButtonAction.GiveReason(view.id(), id, AsideReason.BLOCKED));
            speaker.show(view, message);
            return null;
        });
    }

    @Nullable
    String giveReason(Turn turn, View view, TaskId id, AsideReason reason, int timesWithoutMood) {
        return withOpenTask(turn, id, task -> {
            switch (reason) {
                case TOO_LONG -> longer(turn, view, task);
                case NOT_HERE -> askPlace(turn, view, task);
                case NO_MOOD -> hide(turn, view, task, timesWithoutMood);
                case BLOCKED -> speaker.show(view,
                        speaker.message(turn).line("aside.until")
                                .button("button.tomorrow", new ButtonAction.WaitDays(view.id(), id, 1))
                                .button("button.inAWeek", new ButtonAction.WaitDays(view.id(), id, 7)));
            }
            return null;
        });
    }

    /** Two thirds longer, in fives: 15 → 25, 30 → 50, 60 → 100. */
    private void longer(Turn turn, View view, Task task) {
        int before = task.minutes() == null ? 30 : task.minutes();
        int after = Math.max(before + 5, (int) Math.round(before * 5 / 3.0 / 5) * 5);
        ChangeSetId changeSet = ChangeSetId.random();
        edit(turn, task, changeSet, new TaskEdit.Estimate(Math.min(after, 100_000)));
        speaker.show(view,
                speaker.message(turn)
                        .line("aside.longer",
                                Map.of("before", turn.say().minutes(before, false), "after",
                                        turn.say().minutes(after, false)))
                        .button("button.split", new ButtonAction.Split(view.id(), task.id()))
                        .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
    }

    private void askPlace(Turn turn, View view, Task task) {
        TaskLines lines = new TaskLines(turn.say());
        MessageBuilder message = speaker.message(turn).line("aside.where").row();
        for (Place place : List.of(Place.HOME, Place.COMPUTER, Place.ERRAND))
            message.labelled(lines.context(name(place)), new ButtonAction.SetPlace(view.id(), task.id(), place));
        message.row().button("button.anyPlace", new ButtonAction.SetPlace(view.id(), task.id(), Place.ANY));
        speaker.show(view, message);
    }

    private static String name(Place place) {
        return place.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Nullable
    String setPlace(Turn turn, View view, TaskId id, Place place) {
        return withOpenTask(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<String> names = place == Place.ANY ? List.of() : List.of(name(place));
            edit(turn, task, changeSet, new TaskEdit.Relabel(Label.CONTEXTS, names, Map.of()));
            String word = place == Place.ANY
                    ? turn.say().text("button.anyPlace")
                    : new TaskLines(turn.say()).context(name(place));
            speaker.show(view,
                    speaker.message(turn).line("aside.whereSet", Map.of("title", task.title(), "place", word))
                            .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        });
    }

    private void hide(Turn turn, View view, Task task, int times) {
        ChangeSetId changeSet = ChangeSetId.random();
        edit(turn, task, changeSet, new TaskEdit.Hide(morningAfter(turn, 1)));
        MessageBuilder message = speaker.message(turn).line(times >= 3 ? "aside.hiddenAgain" : "aside.hidden").row();
        if (times >= 3)
            message.button("button.split", new ButtonAction.Split(view.id(), task.id())).button("button.drop",
                    new ButtonAction.Drop(view.id(), task.id()));
        speaker.show(view, message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
    }

    @Nullable
    String waitDays(Turn turn, View view, TaskId id, int days) {
        return withOpenTask(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            Instant until = morningAfter(turn, days);
            LocalDate day = until.atZone(turn.zone()).toLocalDate();
            edit(turn, task, changeSet, new TaskEdit.Hide(until));
            speaker.show(view, speaker.message(turn).line("aside.waits", Map.of("day", turn.say().day(day)))
                    .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        });
    }

    private static Instant morningAfter(Turn turn, int days) {
        return turn.say().today().plusDays(days).atTime(turn.account().times().morning()).atZone(turn.zone())
                .toInstant();
    }

    @Nullable
    String drop(Turn turn, View view, TaskId id) {
        return withOpenTask(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            edit(turn, task, changeSet, new TaskEdit.Drop());
            speaker.show(view, speaker.message(turn).line("edit.dropped", Map.of("title", task.title()))
                    .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        });
    }

    /** Asks for the steps; the next words are them. */
    @Nullable
    String askSteps(Turn turn, View view, TaskId id) {
        return withOpenTask(turn, id, task -> {
            questions.ask(turn.id(), turn.address(), new Question(Question.Kind.STEPS, view.id(), id.value()));
            speaker.reply(turn, "split.ask");
            return null;
        });
    }

    /** @param lines a step each */
    @Nullable
    String addSteps(Turn turn, TaskId id, List<String> lines) {
        return withOpenTask(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<Step> steps = new ArrayList<>(task.subtasks());
            lines.stream().map(String::strip).filter(line -> !line.isEmpty()).map(Step::titled).forEach(steps::add);
            Task planned = edit(turn, task, changeSet, new TaskEdit.Plan(steps));
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(id));
            speaker.show(view,
                    speaker.message(turn)
                            .line("split.done",
                                    Map.of("title", planned.title(), "count", planned.subtasks().size()))
                            .button("button.undo", new ButtonAction.Undo(view.id(), changeSet))
                            .button("button.card", new ButtonAction.OpenCard(view.id(), id)));
            return null;
        });
    }

    private Task edit(Turn turn, Task task, ChangeSetId changeSet, TaskEdit edit) {
        return tasks.edit(task.key(), null, List.of(new Proposed(edit, Provenance.user(turn.now()))), changeSet);
    }

    @Nullable
    private String withTask(Turn turn, TaskId id, Function<Task, @Nullable String> then) {
        Optional<Task> task = tasks.find(new TaskKey(turn.id(), id));
        return task.isEmpty() ? turn.say().text("toast.gone") : then.apply(task.get());
    }

    @Nullable
    private String withOpenTask(Turn turn, TaskId id, Function<Task, @Nullable String> then) {
        return withTask(turn, id, task -> task.isOpen() ? then.apply(task) : turn.say().text("toast.already"));
    }
}
