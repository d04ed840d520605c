package ptm.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.chat.ButtonAction.AsideReason;
import ptm.chat.ButtonAction.Place;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;

/** Not now: asks why, and each answer does something else. */
@Component
class AsideTalk {

    /** So often without the mood for it, and a smaller step may be what is missing. */
    private static final int OFTEN = 3;
    private static final int UNKNOWN_MINUTES = 30;
    private static final int MOST_MINUTES = 100_000;
    private static final int HOUR = 60;

    private final Hand hand;
    private final TimerTalk timer;
    private final Views views;
    private final Speaker speaker;

    AsideTalk(Hand hand, TimerTalk timer, Views views, Speaker speaker) {
        this.hand = hand;
        this.timer = timer;
        this.views = views;
        this.speaker = speaker;
    }

    @Nullable
    String putAside(Turn turn, View view, TaskId id) {
        return hand.onOpen(turn, id, task -> {
            timer.stop(turn, id);
            MessageBuilder message = speaker.message(turn).line("aside").row();
            message.button("button.tooLong", new ButtonAction.GiveReason(view.id(), id, AsideReason.TOO_LONG))
                    .button("button.notHere", new ButtonAction.GiveReason(view.id(), id, AsideReason.NOT_HERE)).row()
                    .button("button.noMood", new ButtonAction.GiveReason(view.id(), id, AsideReason.NO_MOOD))
                    .button("button.blocked", new ButtonAction.GiveReason(view.id(), id, AsideReason.BLOCKED));
            speaker.show(view, message);
            return null;
        });
    }

    /** @param timesWithoutMood how often the mood was missing, this time among them */
    @Nullable
    String giveReason(Turn turn, View view, TaskId id, AsideReason reason, int timesWithoutMood) {
        // a reason counts once, however often it is pressed before the message changes
        if (!(view.content() instanceof View.Single))
            return turn.say().text("toast.already");
        return hand.onOpen(turn, id, task -> {
            View answered = views.save(view.with(new View.Several(List.of(id))));
            switch (reason) {
                case TOO_LONG -> longer(turn, answered, task);
                case NOT_HERE -> askPlace(turn, answered, task);
                case NO_MOOD -> hide(turn, answered, task, timesWithoutMood);
                case BLOCKED -> speaker.show(answered, speaker.message(turn).line("aside.until")
                        .button("button.tomorrow", new ButtonAction.WaitDays(view.id(), id, 1))
                        .button("button.inAWeek", new ButtonAction.WaitDays(view.id(), id, 7)));
            }
            return null;
        });
    }

    /** Two thirds longer, in fives: 15 → 25, 30 → 50, 60 → 100. */
    private void longer(Turn turn, View view, Task task) {
        int before = task.minutes() == null ? UNKNOWN_MINUTES : task.minutes();
        int after = Math.min(MOST_MINUTES, Math.max(before + 5, (int) Math.round(before * 5 / 3.0 / 5) * 5));
        ChangeSetId changeSet = ChangeSetId.random();
        hand.edit(turn, task, changeSet, new TaskEdit.Estimate(after));
        boolean said = task.minutes() != null && TaskLines.isSaid(task, Field.MINUTES);
        MessageBuilder message = speaker.message(turn).line(stretched(turn, before, after, said));
        speaker.show(view, message.button("button.split", new ButtonAction.Split(view.id(), task.id()))
                .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
    }

    /** «~15 → ~25 min», with the unit once where it is the same. */
    private static List<Span> stretched(Turn turn, int before, int after, boolean said) {
        if (after < HOUR)
            return turn.say().line(said ? "aside.longerSaid" : "aside.longerGuess",
                    Map.of("before", Integer.toString(before), "after", Integer.toString(after)));
        return turn.say().line("aside.longer",
                Map.of("before", turn.say().minutes(before, said), "after", turn.say().minutes(after, false)));
    }

    private void askPlace(Turn turn, View view, Task task) {
        TaskLines lines = new TaskLines(turn.say());
        MessageBuilder message = speaker.message(turn).line("aside.where").row();
        for (Place place : List.of(Place.HOME, Place.COMPUTER))
            message.labelled(lines.context(name(place)), new ButtonAction.SetPlace(view.id(), task.id(), place));
        speaker.show(view,
                message.button("button.anyPlace", new ButtonAction.SetPlace(view.id(), task.id(), Place.ANY)));
    }

    private static String name(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String setPlace(Turn turn, View view, TaskId id, Place place) {
        return hand.onOpen(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            List<String> names = place == Place.ANY ? List.of() : List.of(name(place));
            hand.edit(turn, task, changeSet, new TaskEdit.Relabel(Label.CONTEXTS, names, Map.of()));
            String word = place == Place.ANY
                    ? turn.say().text("aside.anyPlace")
                    : new TaskLines(turn.say()).context(name(place));
            speaker.show(view,
                    speaker.message(turn).line("aside.whereSet", Map.of("title", task.title(), "place", word))
                            .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        });
    }

    private void hide(Turn turn, View view, Task task, int times) {
        ChangeSetId changeSet = ChangeSetId.random();
        hand.edit(turn, task, changeSet, new TaskEdit.Hide(morningAfter(turn, 1)));
        MessageBuilder message =
                speaker.message(turn).line(times >= OFTEN ? "aside.hiddenAgain" : "aside.hidden").row();
        if (times >= OFTEN)
            message.button("button.split", new ButtonAction.Split(view.id(), task.id())).button("button.drop",
                    new ButtonAction.Drop(view.id(), task.id()));
        speaker.show(view, message.button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
    }

    @Nullable
    String waitDays(Turn turn, View view, TaskId id, int days) {
        return hand.onOpen(turn, id, task -> {
            ChangeSetId changeSet = ChangeSetId.random();
            Instant until = morningAfter(turn, days);
            LocalDate day = until.atZone(turn.zone()).toLocalDate();
            hand.edit(turn, task, changeSet, new TaskEdit.Hide(until));
            speaker.show(view, speaker.message(turn).line("aside.waits", Map.of("day", turn.say().day(day)))
                    .button("button.undo", new ButtonAction.Undo(view.id(), changeSet)));
            return null;
        });
    }

    private static Instant morningAfter(Turn turn, int days) {
        return turn.say().today().plusDays(days).atTime(turn.account().times().morning()).atZone(turn.zone())
                .toInstant();
    }
}
