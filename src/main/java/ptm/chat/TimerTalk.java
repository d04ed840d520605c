package ptm.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.WorkLog;
import ptm.task.WorkSession;

/** The timer: started, stopped, and asked about where it ran on without anybody. */
@Component
class TimerTalk {

    /** Over the estimate as many times, the timer was rather left running. */
    private static final int FAR_OVER = 3;

    private final WorkLog workLog;
    private final Hand hand;
    private final Views views;
    private final Speaker speaker;

    TimerTalk(WorkLog workLog, Hand hand, Views views, Speaker speaker) {
        this.workLog = workLog;
        this.hand = hand;
        this.views = views;
        this.speaker = speaker;
    }

    @Nullable
    String start(Turn turn, TaskId id) {
        return hand.onOpen(turn, id, task -> {
            Optional<WorkSession> before = workLog.running(turn.id());
            if (before.isPresent() && before.get().task().id().equals(id))
                return turn.say().text("timer.running", Map.of("time", turn.say().time(before.get().since())));
            WorkSession session = workLog.start(task.key());
            before.ifPresent(other -> unanswered(turn.id(), other.id()).ifPresent(left -> ask(turn, left)));
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(id));
            speaker.show(view, timer(turn, view, task, session.since()));
            return null;
        });
    }

    /** What the timer runs on, if it runs. */
    @Nullable
    String running(Turn turn) {
        Optional<WorkSession> session = workLog.running(turn.id());
        if (session.isEmpty()) {
            speaker.reply(turn, speaker.message(turn).line("timer.none").button("button.now", new ButtonAction.Now()));
            return null;
        }
        return hand.on(turn, session.get().task().id(), task -> {
            View view = views.add(turn.id(), turn.address(), turn.source(), new View.Single(task.id()));
            speaker.show(view, timer(turn, view, task, session.get().since()));
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

    /** Stops the timer if it runs on this task; one that ran too long to be believed is asked about. */
    Optional<WorkSession> stop(Turn turn, TaskId id) {
        if (workLog.running(turn.id()).filter(session -> session.task().id().equals(id)).isEmpty())
            return Optional.empty();
        Optional<WorkSession> stopped = workLog.stop(turn.id());
        stopped.filter(WorkSession::needsAnswer).ifPresent(session -> ask(turn, session));
        return stopped;
    }

    private Optional<WorkSession> unanswered(AccountId account, long id) {
        return workLog.unanswered(account).stream().filter(session -> session.id() == id).findFirst();
    }

    private void ask(Turn turn, WorkSession session) {
        hand.on(turn, session.task().id(), task -> {
            View view = views.add(turn.id(), turn.address(), null, new View.Single(task.id()));
            MessageBuilder message = speaker.message(turn).line("timer.long",
                    Map.of("title", task.title(), "minutes", turn.say().minutes(session.minutes())));
            message.labelled(turn.say().minutes(session.minutes()),
                    new ButtonAction.CountTime(view.id(), session.id(), session.minutes()));
            Integer guess = task.minutes();
            if (guess != null && guess < session.minutes())
                message.labelled(turn.say().minutes(guess, false),
                        new ButtonAction.CountTime(view.id(), session.id(), guess));
            speaker.show(view,
                    message.button("button.dontCount", new ButtonAction.CountTime(view.id(), session.id(), 0)));
            return null;
        });
    }

    /** How long a session really was that had run too long to be believed. */
    @Nullable
    String count(Turn turn, View view, long session, int minutes) {
        if (workLog.answer(turn.id(), session, minutes).isEmpty())
            return turn.say().text("toast.already");
        speaker.show(view, minutes == 0
                ? speaker.message(turn).line("timer.notCounted")
                : speaker.message(turn).line("timer.counted", Map.of("minutes", turn.say().minutes(minutes))));
        return null;
    }

    /** «No, ~15 min», where the timer says so much more than was thought that it was rather forgotten. */
    static void offerGuess(Turn turn, MessageBuilder message, View view, Task done, WorkSession session,
            ChangeSetId changeSet) {
        Integer guess = done.minutes();
        if (session.needsAnswer() || guess == null || session.minutes() <= FAR_OVER * guess)
            return;
        message.button("button.noMinutes", Map.of("minutes", turn.say().minutes(guess, false)),
                new ButtonAction.CorrectTime(view.id(), session.id(), guess, changeSet));
    }

    /** The session was as long as the person says now; empty if that stands already. */
    Optional<WorkSession> correct(Turn turn, long session, int minutes) {
        return workLog.correct(turn.id(), session, minutes);
    }
}
