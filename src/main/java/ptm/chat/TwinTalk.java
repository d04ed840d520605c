package ptm.chat;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskService;

/** Makes one task of two that say the same: the older stays, and takes what only the newer knew. */
@Component
class TwinTalk {

    private final TaskService tasks;
    private final Twins twins;
    private final CaptureTalk captures;
    private final Views views;
    private final Speaker speaker;

    TwinTalk(TaskService tasks, Twins twins, CaptureTalk captures, Views views, Speaker speaker) {
        this.tasks = tasks;
        this.twins = twins;
        this.captures = captures;
        this.views = views;
        this.speaker = speaker;
    }

    @Nullable
    String merge(Turn turn, View view) {
        List<Twins.Pair> pairs = view.content() instanceof View.Capture shown
                ? twins.standing(turn, shown)
                : List.of();
        if (pairs.isEmpty())
            return turn.say().text("toast.already");
        ChangeSetId changeSet = ChangeSetId.random();
        List<Task> merged = new ArrayList<>();
        for (Twins.Pair pair : pairs) {
            List<Proposed> taken = taken(turn, pair.old(), pair.fresh());
            merged.add(taken.isEmpty() ? pair.old() : tasks.edit(pair.old().key(), null, taken, changeSet));
            tasks.edit(pair.fresh().key(), null, List.of(byHand(turn, new TaskEdit.Delete())), changeSet);
        }
        say(turn, below(turn, view, pairs), merged, changeSet);
        return null;
    }

    /** Where the answer stands: a message of one task becomes it, a list goes on with the older ones and gets it below. */
    private View below(Turn turn, View view, List<Twins.Pair> pairs) {
        View.Several merged = new View.Several(pairs.stream().map(pair -> pair.old().id()).toList());
        View.Capture shown = (View.Capture) view.content();
        if (shown.tasks().size() == 1)
            return views.save(view.with(merged));
        List<TaskId> ids = shown.tasks().stream().map(id -> pairs.stream()
                .filter(pair -> pair.fresh().id().equals(id)).map(pair -> pair.old().id()).findFirst().orElse(id))
                .toList();
        captures.show(turn, views.save(view.with(shown.apart().listing(ids))), 1);
        return views.add(turn.id(), turn.address(), turn.source(), merged);
    }

    private void say(Turn turn, View below, List<Task> merged, ChangeSetId changeSet) {
        MessageBuilder message = speaker.message(turn).line("twin.merged");
        for (Task task : merged)
            message.line(new TaskLines(turn.say()).line(0, task, true));
        message.button("button.undo", new ButtonAction.Undo(below.id(), changeSet));
        if (merged.size() == 1)
            message.button("button.card", new ButtonAction.OpenCard(below.id(), merged.getFirst().id()));
        speaker.show(below, message);
    }

    /** What only the newer knows, or knows by the person's word where the older guessed; and its words, if they differ. */
    private static List<Proposed> taken(Turn turn, Task old, Task fresh) {
        List<Proposed> taken = new ArrayList<>();
        if (fresh.due() != null && !fresh.due().equals(old.due()))
            taken.add(said(turn, fresh, Field.DUE, new TaskEdit.Reschedule(fresh.due(), fresh.dueKind())));
        if (fresh.start() != null && old.start() == null)
            taken.add(said(turn, fresh, Field.START, new TaskEdit.Begin(fresh.start())));
        if (fresh.minutes() != null && TaskLines.isSaid(fresh, Field.MINUTES))
            taken.add(said(turn, fresh, Field.MINUTES, new TaskEdit.Estimate(fresh.minutes())));
        if (!fresh.reminders().isEmpty() && old.reminders().isEmpty())
            taken.add(said(turn, fresh, Field.REMINDERS, new TaskEdit.Remind(fresh.reminders())));
        String words = fresh.source().strip();
        if (!words.isEmpty() && !words.equalsIgnoreCase(old.source().strip())
                && !words.equalsIgnoreCase(old.title()) && !old.description().contains(words))
            taken.add(byHand(turn, new TaskEdit.Describe(Field.DESCRIPTION,
                    old.description().isBlank() ? words : old.description() + "\n" + words)));
        return taken;
    }

    /** The person's own press, with the words it was read from. */
    private static Proposed said(Turn turn, Task fresh, Field field, TaskEdit edit) {
        Provenance read = fresh.provenance().get(field);
        return new Proposed(edit, new Provenance(Actor.USER, turn.now(), 1, read == null ? null : read.said(), null,
                null, false));
    }

    private static Proposed byHand(Turn turn, TaskEdit edit) {
        return new Proposed(edit, Provenance.user(turn.now()));
    }
}
