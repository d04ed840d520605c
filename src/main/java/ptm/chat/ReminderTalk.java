package ptm.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.account.TimesOfDay;
import ptm.chat.ButtonAction.Pause;
import ptm.reminder.ReminderDue;
import ptm.reminder.ReminderService;
import ptm.task.ChangeSetId;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.When;

/** Keeps promises at a time: says what was to be remembered, and moves it from its own buttons. */
@Component
class ReminderTalk {

    private static final int LINES = 20;

    private final ReminderService reminders;
    private final TaskService tasks;
    private final AccountService accounts;
    private final Views views;
    private final Questions questions;
    private final Speaker speaker;

    ReminderTalk(ReminderService reminders, TaskService tasks, AccountService accounts, Views views,
            Questions questions, Speaker speaker) {
        this.reminders = reminders;
        this.tasks = tasks;
        this.accounts = accounts;
        this.views = views;
        this.questions = questions;
        this.speaker = speaker;
    }

    /** Joins the transaction that marks the reminders as given: said once, or not yet. */
    @EventListener
    void on(ReminderDue due) {
        Account account = accounts.require(due.account());
        Turn turn = speaker.turn(account, speaker.homeOf(account.id()), null);
        if (due.missedSince() == null)
            due.reminders().forEach(reminder -> remind(turn, reminder.task()));
        else
            missed(turn, due, due.missedSince());
    }

    private void remind(Turn turn, Task task) {
        View view = views.add(turn.id(), turn.address(), null, new View.Single(task.id()));
        String minutes = new TaskLines(turn.say()).minutes(task);
        MessageBuilder message = speaker.message(turn).line("reminder", Map.of("title", task.title()));
        if (!minutes.isEmpty())
            message.then(List.of(Span.plain(turn.say().separator() + minutes)));
        message.button("button.done", new ButtonAction.Finish(view.id(), task.id()))
                .button("button.start", new ButtonAction.Start(task.id())).row()
                .button("button.minutes10", new ButtonAction.Snooze(view.id(), task.id(), Pause.MINUTES_10))
                .button("button.hour1", new ButtonAction.Snooze(view.id(), task.id(), Pause.HOUR))
                .button("button.evening", new ButtonAction.Snooze(view.id(), task.id(), Pause.EVENING))
                .button("button.tomorrow", new ButtonAction.Snooze(view.id(), task.id(), Pause.TOMORROW)).row()
                .button("button.move", new ButtonAction.AskMoment(view.id(), task.id()));
        speaker.show(view, message);
    }

    private void missed(Turn turn, ReminderDue due, Instant since) {
        List<TaskId> ids = due.reminders().stream().map(reminder -> reminder.task().id()).distinct().toList();
        View view = views.add(turn.id(), turn.address(), null, new View.Several(ids));
        MessageBuilder message = speaker.message(turn).line("reminder.missed",
                Map.of("from", clock(turn, since), "until", clock(turn, turn.now()), "count", due.reminders().size()));
        int number = 1;
        for (ReminderDue.Due reminder : due.reminders().stream().limit(LINES).toList())
            message.line(List.of(Span.plain(number++ + ". "))).then("reminder.missedLine",
                    Map.of("title", reminder.task().title(), "time", clock(turn, reminder.at())));
        message.row();
        for (int i = 0; i < Math.min(Pages.SIZE, ids.size()); i++)
            message.button("button.doneShort", Map.of("number", Integer.toString(i + 1)),
                    new ButtonAction.Finish(view.id(), ids.get(i)));
        message.row().button("button.allHour", new ButtonAction.SnoozeAll(view.id(), Pause.HOUR))
                .button("button.allTomorrow", new ButtonAction.SnoozeAll(view.id(), Pause.TOMORROW));
        speaker.show(view, message);
    }

    /** The time, with its day where that is not today. */
    private static String clock(Turn turn, Instant instant) {
        LocalDate day = instant.atZone(turn.zone()).toLocalDate();
        return day.equals(turn.say().today())
                ? turn.say().time(instant)
                : turn.say().moment(new When.Moment(instant));
    }

    @Nullable
    String snooze(Turn turn, View view, TaskId id, Pause pause) {
        return snoozeUntil(turn, view, id, until(turn, pause));
    }

    /** The answer to "to when?", or a button's: the reminder comes again then. */
    @Nullable
    String snoozeUntil(Turn turn, View view, TaskId id, Instant until) {
        Optional<Task> task = tasks.find(new TaskKey(turn.id(), id));
        if (task.isEmpty())
            return turn.say().text("toast.gone");
        if (!task.get().isOpen())
            return turn.say().text("toast.already");
        ChangeSetId changeSet = ChangeSetId.random();
        reminders.snooze(task.get().key(), until, changeSet);
        speaker.show(view,
                speaker.message(turn)
                        .line("reminder.snoozed", Map.of("title", task.get().title(), "time", clock(turn, until)))
                        .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
        return null;
    }

    @Nullable
    String snoozeAll(Turn turn, View view, Pause pause) {
        ChangeSetId changeSet = ChangeSetId.random();
        Instant until = until(turn, pause);
        List<Task> moved = new ArrayList<>();
        for (Task task : tasks.findAll(turn.id(), view.content().tasks()))
            if (task.isOpen()) {
                reminders.snooze(task.key(), until, changeSet);
                moved.add(task);
            }
        if (moved.isEmpty())
            return turn.say().text("toast.already");
        MessageBuilder message = speaker.message(turn);
        moved.forEach(task -> message.line("reminder.snoozed",
                Map.of("title", task.title(), "time", clock(turn, until))));
        speaker.show(view, message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
        return null;
    }

    @Nullable
    String askMoment(Turn turn, View view, TaskId id) {
        questions.ask(turn.id(), turn.address(), new Question(Question.Kind.REMINDER_MOMENT, view.id(), id.value()));
        speaker.reply(turn, "reminder.toWhen");
        return null;
    }

    private static Instant until(Turn turn, Pause pause) {
        TimesOfDay times = turn.account().times();
        return switch (pause) {
            case MINUTES_10 -> turn.now().plus(Duration.ofMinutes(10));
            case HOUR -> turn.now().plus(Duration.ofHours(1));
            case EVENING -> {
                Instant evening = turn.say().today().atTime(times.evening()).atZone(turn.zone()).toInstant();
                yield evening.isAfter(turn.now())
                        ? evening
                        : turn.say().today().plusDays(1).atTime(times.evening()).atZone(turn.zone()).toInstant();
            }
            case TOMORROW -> turn.say().today().plusDays(1).atTime(times.morning()).atZone(turn.zone()).toInstant();
        };
    }
}
