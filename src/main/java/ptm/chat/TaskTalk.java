package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.ChangeSetId;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.task.WorkSession;

/** A task brought to its end: done, with the time it took and when it comes again, or not needed after all. */
@Component
class TaskTalk {

    private final TaskService tasks;
    private final Hand hand;
    private final TimerTalk timer;
    private final Views views;
    private final Speaker speaker;

    TaskTalk(TaskService tasks, Hand hand, TimerTalk timer, Views views, Speaker speaker) {
        this.tasks = tasks;
        this.hand = hand;
        this.timer = timer;
        this.views = views;
        this.speaker = speaker;
    }

    /** @param view where it was pressed; a message of one task becomes the answer, a list stays and gets one below */
    @Nullable
    String finish(Turn turn, Optional<View> view, TaskId id) {
        return hand.onOpen(turn, id, task -> {
            Optional<WorkSession> session = timer.stop(turn, id);
            ChangeSetId changeSet = ChangeSetId.random();
            Task done = hand.edit(turn, task, changeSet, new TaskEdit.Complete());
            View single = view.filter(found -> found.content().tasks().equals(List.of(id)))
                    .orElseGet(() -> views.add(turn.id(), turn.address(), turn.source(), new View.Single(id)));
            MessageBuilder message = finished(turn, single, done, changeSet);
            session.ifPresent(it -> TimerTalk.offerGuess(turn, message, single, done, it, changeSet));
            speaker.show(single, message);
            return null;
        });
    }

    private MessageBuilder finished(Turn turn, View view, Task done, ChangeSetId changeSet) {
        MessageBuilder message = speaker.message(turn);
        doneLine(turn, message, done);
        return message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet)).button("button.next",
                new ButtonAction.Next());
    }

    /** The timer was left running; the task took as long as was thought. */
    @Nullable
    String correctTime(Turn turn, View view, ButtonAction.CorrectTime pressed) {
        Optional<WorkSession> corrected = timer.correct(turn, pressed.session(), pressed.minutes());
        if (corrected.isEmpty())
            return turn.say().text("toast.already");
        Task done = tasks.require(corrected.get().task());
        speaker.show(view, finished(turn, view, done, pressed.changeSet()));
        return null;
    }

    /** «✓ Title · 12 min», and of a repeating task when it comes again. */
    void doneLine(Turn turn, MessageBuilder message, Task done) {
        if (done.spentMinutes() > 0)
            message.line("done.minutes",
                    Map.of("title", done.title(), "minutes", turn.say().minutes(done.spentMinutes())));
        else
            message.line("done", Map.of("title", done.title()));
        tasks.findNext(done.key()).map(next -> next.due() == null ? next.start() : next.due())
                .ifPresent(when -> message.then("done.again", Map.of("moment", turn.say().moment(when))));
    }

    @Nullable
    String drop(Turn turn, View view, TaskId id) {
        return hand.onOpen(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            hand.edit(turn, task, changeSet, new TaskEdit.Drop());
            speaker.show(view, speaker.message(turn).line("edit.dropped", Map.of("title", task.title()))
                    .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        });
    }
}
