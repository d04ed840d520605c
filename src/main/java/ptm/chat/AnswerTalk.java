package ptm.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Proposed;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.When;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.UnderstandingService;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** Words that answer what the bot asked: a city, a moment, a name, steps, or that it does not matter. */
@Component
class AnswerTalk {

    /** A longer answer to "send your city" is rather something to remember. */
    private static final int PLACE_WORDS = 2;
    /** A longer answer to "to when?" is rather something to remember. */
    private static final int MOMENT_WORDS = 6;
    private static final int NAME = 60;
    private static final int STEPS = 50;
    /** Words read as a request or an order so surely are one, whatever was asked. */
    private static final double SURE = 0.8;

    private final UnderstandingService understanding;
    private final CardTalk cards;
    private final PresetTalk presets;
    private final ReminderTalk reminders;
    private final SettingsTalk settings;
    private final Views views;
    private final Questions questions;

    AnswerTalk(UnderstandingService understanding, CardTalk cards, PresetTalk presets, ReminderTalk reminders,
            SettingsTalk settings, Views views, Questions questions) {
        this.understanding = understanding;
        this.cards = cards;
        this.presets = presets;
        this.reminders = reminders;
        this.settings = settings;
        this.views = views;
        this.questions = questions;
    }

    /** Empty where the words are no answer to what was asked: then they are read as any others. */
    Optional<Effect> answer(Turn turn, Question asked, Incoming.Words said) {
        if (Asides.isNeverMind(said.text()))
            return Optional.of(forgetting(turn, () -> turn.say().text("question.dropped")));
        return switch (asked.kind()) {
            case CLOCK -> place(turn, asked, said.text());
            case PLACE -> place(turn, asked, said.text()).or(() -> unknownPlace(turn, said.text()));
            case REMINDER_MOMENT -> said.text().strip().split("\\s+").length > MOMENT_WORDS
                    ? Optional.empty()
                    : moment(turn, said.text()).map(until -> forgetting(turn, () -> move(turn, asked, until)));
            case WHICH, SURE -> Optional.empty();
            case PRESET_NAME -> said.replyTo() == null || said.text().length() > NAME
                    ? Optional.empty()
                    : Optional.of(presets.rename(turn, asked.subject(), said.text()));
            case STEPS -> isAside(turn, said.text())
                    ? Optional.empty()
                    : Optional.of(forgetting(turn, () -> cards.addSteps(turn, new TaskId(asked.subject()),
                            said.text().lines().limit(STEPS).toList())));
        };
    }

    /** Whether words sent in place of steps ask or order something else: they are no step. */
    private boolean isAside(Turn turn, String text) {
        String line = text.strip();
        if (line.indexOf('\n') >= 0)
            return false;
        if (line.endsWith("?") || Asides.whyNot(line).isPresent())
            return true;
        Interpretation read = understanding.interpret(turn.account(), Utterance.own(line, turn.now()),
                views.lastShown(turn.id(), turn.address()), null, null);
        return switch (read.intent()) {
            case Intent.Request _ -> read.confidence() >= SURE && read.unread().isEmpty();
            case Intent.Edit(List<EditCommand> commands) -> read.confidence() >= SURE && commands.stream()
                    .anyMatch(command -> command.verb() == Verb.UNDO || !command.tasks().isEmpty()
                            || !command.candidates().isEmpty());
            case Intent.Ask _,Intent.About _,Intent.Teach _ -> true;
            case Intent.Capture _,Intent.Smalltalk _ -> false;
        };
    }

    @Nullable
    private String move(Turn turn, Question asked, Instant until) {
        Optional<View> view = views.find(turn.id(), asked.view());
        return view.isEmpty() ? null : reminders.snoozeUntil(turn, view.get(), new TaskId(asked.subject()), until);
    }

    private Optional<Effect> place(Turn turn, Question asked, String text) {
        return Places.find(text, turn.now(), ZoneId.systemDefault()).map(zone -> () -> {
            settings.placeSaid(turn, asked.view(), zone);
            return null;
        });
    }

    private Optional<Effect> unknownPlace(Turn turn, String text) {
        return text.strip().split("\\s+").length > PLACE_WORDS ? Optional.empty() : Optional.of(() -> {
            settings.placeUnknown(turn);
            return null;
        });
    }

    /** The moment in words such as "tomorrow at 9", wherever the reader found it; a bare day means its morning. */
    private Optional<Instant> moment(Turn turn, String text) {
        Stream<Proposed> values = switch (understanding
                .interpret(turn.account(), Utterance.own(text, turn.now()), views.lastShown(turn.id(), turn.address()),
                        null,
                        null)
                .intent()) {
            case Intent.Capture(List<TaskDraft> drafts) -> drafts.stream().flatMap(draft -> draft.values().stream());
            case Intent.Edit(List<EditCommand> commands) ->
                    commands.stream().flatMap(command -> command.set().stream());
            case Intent.Request _,Intent.Teach _,Intent.Ask _,Intent.About _,Intent.Smalltalk _ -> Stream.empty();
        };
        return values.map(Proposed::edit).flatMap(edit -> moments(turn, edit)).filter(turn.now()::isBefore).findFirst();
    }

    private static Stream<Instant> moments(Turn turn, TaskEdit edit) {
        return switch (edit) {
            case TaskEdit.Remind(List<Instant> at) -> at.stream();
            case TaskEdit.Hide(Instant until) when until != null -> Stream.of(until);
            case TaskEdit.Reschedule(When due, var _) when due != null -> Stream.of(
                    due instanceof When.Day(var day)
                            ? day.atTime(turn.account().times().morning()).atZone(turn.zone()).toInstant()
                            : due.startsAt(turn.zone()));
            default -> Stream.empty();
        };
    }

    Effect forgetting(Turn turn, Effect effect) {
        return () -> {
            questions.forget(turn.id(), turn.address());
            return effect.apply();
        };
    }
}
