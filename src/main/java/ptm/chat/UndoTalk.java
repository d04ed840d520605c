package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.ChangeSetId;
import ptm.task.TaskService;
import ptm.task.Undone;

/** Takes back what was done, by a word or where it stands, and brings it back again. */
@Component
class UndoTalk {

    private final TaskService tasks;
    private final CaptureTalk captures;
    private final Views views;
    private final Speaker speaker;

    UndoTalk(TaskService tasks, CaptureTalk captures, Views views, Speaker speaker) {
        this.tasks = tasks;
        this.captures = captures;
        this.views = views;
        this.speaker = speaker;
    }

    /** Takes back the latest thing the person did that is not taken back yet. */
    @Nullable
    String last(Turn turn) {
        Optional<View> asked = views.openQuestion(turn.id(), turn.address());
        if (asked.isPresent()) {
            // nothing was done yet: what would be taken back is something else
            views.save(asked.get().with(new View.Several(List.of())));
            speaker.show(asked.get(), speaker.message(turn).line("question.dropped"));
            return null;
        }
        Optional<ChangeSetId> last = tasks.lastUndoable(turn.id());
        if (last.isEmpty()) {
            speaker.reply(turn, "undo.nothing");
            return null;
        }
        Undone undone = tasks.undo(turn.id(), last.get());
        View view = views.add(turn.id(), turn.address(), turn.source(), new View.Several(List.of()));
        captures.showUndone(turn, view, undone);
        return null;
    }

    /** Takes back what the pressed message did, where it stands. */
    @Nullable
    String takeBack(Turn turn, View view, ChangeSetId changeSet) {
        Undone undone = tasks.undo(turn.id(), changeSet);
        if (undone.isEmpty())
            return turn.say().text("toast.already");
        captures.showUndone(turn, view, undone);
        return null;
    }

    /** @param changeSet the undo's own */
    @Nullable
    String bringBack(Turn turn, View view, ChangeSetId changeSet) {
        Undone undone = tasks.undo(turn.id(), changeSet);
        if (undone.isEmpty())
            return turn.say().text("toast.already");
        if (view.content() instanceof View.Capture)
            captures.show(turn, view, 1);
        else
            speaker.show(view,
                    speaker.message(turn).line("undo.restored", Map.of("count", undone.changed().size()))
                            .button("button.undo", new ButtonAction.Undo(view.id(), undone.changeSet())));
        return null;
    }
}
