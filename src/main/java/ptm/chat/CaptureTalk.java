package ptm.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import ptm.account.AccountService;
import ptm.enrichment.EnrichmentProgressed;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.Undone;

/** What was said becomes tasks, and one message shows them, whatever becomes known of them later. */
@Component
class CaptureTalk {

    /** Lines of one message; the rest is counted. */
    static final int LINES = 40;
    /** From so many characters on no line is added: with the longest title it is still one message on any channel. */
    private static final int CHARACTERS = 3500;

    private final TaskService tasks;
    private final Views views;
    private final Speaker speaker;
    private final ChatProperties properties;
    private final Rewordings rewordings;
    private final Twins twins;
    private final AccountService accounts;

    CaptureTalk(TaskService tasks, Views views, Speaker speaker, ChatProperties properties, Rewordings rewordings,
            Twins twins, AccountService accounts) {
        this.twins = twins;
        this.tasks = tasks;
        this.views = views;
        this.speaker = speaker;
        this.properties = properties;
        this.rewordings = rewordings;
        this.accounts = accounts;
    }

    /**
     * @param leftOut       words of which no task was made
     * @param forwardedFrom see {@link View.Capture}
     */
    Effect capture(Turn turn, List<TaskDraft> drafts, List<String> leftOut, @Nullable String forwardedFrom) {
        if (drafts.isEmpty())
            return nothing(turn, "");
        return () -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<Task> added = tasks.add(turn.id(), LinkTitles.named(drafts, turn.say()), changeSet);
            View view = views.add(turn.id(), turn.address(), turn.source(),
                    new View.Capture(changeSet, added.stream().map(Task::id).toList(), forwardedFrom, false, Map.of(),
                            0, 0, twins.find(turn, added), leftOut));
            show(turn, view, 1);
            return null;
        };
    }

    /** What was done without having been a task is kept as one that is done. */
    Effect keepDone(Turn turn, TaskDraft draft) {
        return () -> {
            ChangeSetId changeSet = ChangeSetId.random();
            Task added = tasks.add(turn.id(), List.of(draft), changeSet).getFirst();
            Task done = tasks.edit(added.key(), null,
                    List.of(new Proposed(new TaskEdit.Complete(), Provenance.user(turn.now()))), changeSet);
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Several(List.of(done.id())));
            speaker.show(view, speaker.message(turn).line("done", Map.of("title", done.title()))
                    .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        };
    }

    /** Words that hold no task: they are kept with the message, and one tap makes a task of them after all. */
    Effect nothing(Turn turn, String text) {
        return () -> {
            MessageBuilder message = speaker.message(turn).line("capture.none");
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Saying(text, List.of()));
            message.button("button.now", new ButtonAction.Now());
            if (!text.isBlank())
                message.button("capture.asTask", new ButtonAction.CaptureAnyway(view.id()));
            speaker.show(view, message);
            return null;
        };
    }

    /** The words of a capture were changed: its tasks follow, all but what a person set by hand. */
    Effect reword(Turn turn, View view, View.Capture shown, List<TaskDraft> drafts, List<String> leftOut) {
        return () -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<Task> before = tasks.findAll(turn.id(), shown.tasks());
            Rewordings.Plan plan = rewordings.plan(before, drafts);
            plan.edits().forEach((id, edits) -> tasks.edit(new TaskKey(turn.id(), id), null, edits, changeSet));
            Map<Long, String> removed = new HashMap<>(shown.removed());
            for (Task gone : plan.gone())
                if (tasks.edit(gone.key(), null, rewordings.deletion(), changeSet).deletedAt() != null)
                    removed.put(gone.id().value(), gone.title());
            List<TaskId> ids = new ArrayList<>(shown.tasks());
            if (!plan.added().isEmpty())
                tasks.add(turn.id(), plan.added(), changeSet).forEach(task -> ids.add(task.id()));
            show(turn, views.save(view.with(
                    new View.Capture(changeSet, ids, shown.forwardedFrom(), true, removed, 0, 0,
                            Map.of(), leftOut))),
                    1);
            return null;
        };
    }

    /** @param from the number of the first task with a button, from 1 */
    void show(Turn turn, View view, int from) {
        View.Capture shown = (View.Capture) view.content();
        List<Task> found = tasks.findAll(turn.id(), shown.tasks());
        MessageBuilder message = speaker.message(turn);
        if (shown.tasks().size() == 1 && found.size() == 1)
            one(turn, message, view, shown, found.getFirst());
        else
            many(turn, message, view, shown, found, from);
        speaker.show(view, message);
    }

    /** The new tasks and those like them are two things: the question goes. */
    @Nullable
    String keepBoth(Turn turn, View view) {
        if (!(view.content() instanceof View.Capture shown) || shown.twins().isEmpty())
            return turn.say().text("toast.already");
        show(turn, views.save(view.with(shown.apart())), 1);
        return null;
    }

    /** Enrichment went on: the message says how far it is, and in the end shows what was found. */
    @EventListener
    void on(EnrichmentProgressed progress) {
        Optional<View> found = views.findCapture(progress.account(), progress.changeSet().toString());
        found.ifPresent(views::lock); // an undo that is under way must have the last word
        found.flatMap(view -> views.find(view.account(), view.id())).ifPresent(view -> progressed(view, progress));
    }

    private void progressed(View view, EnrichmentProgressed progress) {
        if (!(view.content() instanceof View.Capture shown) || !shown.changeSet().equals(progress.changeSet())
                || tasks.findAll(view.account(), shown.tasks()).isEmpty())
            return;
        View.Capture thought = progress.isOver()
                ? shown.thinking(0, 0)
                : shown.thinking(progress.done(), progress.total());
        Turn turn = speaker.turn(accounts.require(view.account()), view.address(), view.source());
        show(turn, views.save(view.with(thought)), 1);
    }

    private void one(Turn turn, MessageBuilder message, View view, View.Capture shown, Task task) {
        message.line(new TaskLines(turn.say()).line(0, task, true));
        notes(message, turn, shown);
        LeftOutTalk.name(message, shown);
        if (TaskLines.isDoubtful(task, Field.DUE) && task.due() != null)
            message.row().button("button.reject", Map.of("chip", turn.say().moment(task.due())),
                    new ButtonAction.Reject(view.id(), task.id(), Field.DUE, false));
        twins.offer(turn, message, view, shown);
        message.row().button("button.undo", new ButtonAction.Undo(view.id(), shown.changeSet()))
                .button("button.start", new ButtonAction.Start(task.id()))
                .button("button.card", new ButtonAction.OpenCard(view.id(), task.id()));
        LeftOutTalk.offer(message, view, shown);
        if (shown.thinkingOf() > 0)
            message.button("button.stop", new ButtonAction.StopThinking(view.id(), shown.changeSet()));
    }

    private void many(Turn turn, MessageBuilder message, View view, View.Capture shown, List<Task> found, int from) {
        message.line("capture.many", Map.of("count", found.size()));
        if (shown.edited())
            message.then("capture.edited", Map.of());
        TaskLines lines = new TaskLines(turn.say());
        Map<TaskId, Task> byId = new HashMap<>();
        found.forEach(task -> byId.put(task.id(), task));
        int number = 1;
        while (number <= shown.tasks().size() && number <= LINES && message.length() < CHARACTERS)
            line(shown, byId, lines, number++).ifPresent(message::line);
        if (number <= shown.tasks().size())
            message.line("capture.more", Map.of("shown", number - 1, "count", shown.tasks().size()));
        forwarded(message, turn, shown);
        thinking(message, shown);
        LeftOutTalk.name(message, shown);
        twins.offer(turn, message, view, shown);
        Pages.cards(message, view, shown.tasks(), from, byId::containsKey);
        message.row().button("button.undo", new ButtonAction.Undo(view.id(), shown.changeSet()));
        LeftOutTalk.offer(message, view, shown);
        if (shown.thinkingOf() > 0)
            message.button("button.stop", new ButtonAction.StopThinking(view.id(), shown.changeSet()));
        message.link("button.open", properties.panelLink("#tasks"));
    }

    private static Optional<List<Span>> line(View.Capture shown, Map<TaskId, Task> byId, TaskLines lines,
            int number) {
        TaskId id = shown.tasks().get(number - 1);
        Task task = byId.get(id);
        if (task != null)
            return Optional.of(lines.line(number, task, false));
        String title = shown.removed().get(id.value());
        return title == null
                ? Optional.empty()
                : Optional.of(List.of(Span.plain(number + ". "), Span.struck(title)));
    }

    private static void notes(MessageBuilder message, Turn turn, View.Capture shown) {
        if (shown.edited())
            message.then("capture.edited", Map.of());
        if (shown.forwardedFrom() != null)
            message.then(List.of(Span.plain(turn.say().separator()))).then(forwardedKey(shown.forwardedFrom()),
                    Map.of("name", shown.forwardedFrom()));
        thinking(message, shown);
    }

    private static void forwarded(MessageBuilder message, Turn turn, View.Capture shown) {
        if (shown.forwardedFrom() != null)
            message.line(forwardedKey(shown.forwardedFrom()), Map.of("name", shown.forwardedFrom()));
    }

    private static String forwardedKey(String name) {
        return name.isBlank() ? "capture.forwardedSomebody" : "capture.forwarded";
    }

    private static void thinking(MessageBuilder message, View.Capture shown) {
        if (shown.thinkingOf() > 0)
            message.line("capture.thinking", Map.of("done", shown.thought(), "total", shown.thinkingOf()));
    }

    /** The capture was taken back: the message says so, and brings it back. */
    void showUndone(Turn turn, View view, Undone undone) {
        views.lock(view);
        MessageBuilder message = speaker.message(turn);
        Undos.describe(message, turn.say(), undone);
        if (!undone.changed().isEmpty())
            message.button("button.bringBack", new ButtonAction.BringBack(view.id(), undone.changeSet()));
        speaker.show(view, message);
    }
}
