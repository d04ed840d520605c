package ptm.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.task.Actor;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;

/** Finds out which tasks of a message its changed words mean: the same, altered, gone or new. */
@Component
class Rewordings {

    /** Shared words over all words, from which on two titles name the same task. */
    private static final double SAME = 0.34;

    private final Clock clock;

    Rewordings(Clock clock) {
        this.clock = clock;
    }

    /** @param edits by task, only of those that differ */
    record Plan(Map<TaskId, List<Proposed>> edits, List<Task> gone, List<TaskDraft> added) {}

    Plan plan(List<Task> before, List<TaskDraft> drafts) {
        Map<TaskId, List<Proposed>> edits = new LinkedHashMap<>();
        List<TaskDraft> added = new ArrayList<>();
        List<Task> left = new ArrayList<>(before);
        for (TaskDraft draft : drafts) {
            Task same = closest(left, draft);
            if (same == null) {
                added.add(draft);
                continue;
            }
            left.remove(same);
            List<Proposed> changes = changes(same, draft);
            if (!changes.isEmpty())
                edits.put(same.id(), changes);
        }
        return new Plan(edits, left, added);
    }

    /** The person struck the words out themselves, so it is their deletion. */
    List<Proposed> deletion() {
        return List.of(new Proposed(new TaskEdit.Delete(), Provenance.user(clock.instant())));
    }

    private static @Nullable Task closest(List<Task> tasks, TaskDraft draft) {
        Task best = null;
        double most = SAME;
        for (Task task : tasks) {
            double likeness = Math.max(likeness(task.source(), draft.source()), likeness(task.title(), draft.title()));
            if (likeness >= most) {
                best = task;
                most = likeness;
            }
        }
        return best;
    }

    private static double likeness(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> shared = new HashSet<>(words);
        shared.retainAll(others);
        int all = words.size() + others.size() - shared.size();
        return all == 0 ? 0 : (double) shared.size() / all;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** What the new words say otherwise; they are the person's own, so they outrank an earlier reading but no hand. */
    private List<Proposed> changes(Task task, TaskDraft draft) {
        if (task.source().equals(draft.source()))
            return List.of();
        Map<Field, Proposed> values = new HashMap<>();
        draft.values().forEach(value -> values.put(value.edit().field(), value));
        List<Proposed> changes = new ArrayList<>();
        for (Proposed value : values.values()) {
            Provenance held = task.provenance().get(value.edit().field());
            boolean byHand = held != null && (held.by() == Actor.USER || held.locked());
            if (!byHand && (value.provenance().said() != null || value.edit() instanceof TaskEdit.Rename))
                changes.add(new Proposed(value.edit(), asRead(value.provenance())));
        }
        if (task.due() != null && !values.containsKey(Field.DUE) && wasSaid(task, Field.DUE))
            changes.add(new Proposed(new TaskEdit.Reschedule(null, task.dueKind()), Provenance.user(clock.instant())));
        return changes;
    }

    private static boolean wasSaid(Task task, Field field) {
        Provenance held = task.provenance().get(field);
        return held != null && held.by() != Actor.USER && !held.locked() && held.said() != null;
    }

    private Provenance asRead(Provenance provenance) {
        return new Provenance(Actor.USER, clock.instant(), 1, provenance.said(), null, null, false);
    }
}
