package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;

/** Keeps of what a model says of a task the texts that are in its language and lead nowhere that it did not name. */
final class GroundedValues {
    private final Ground ground;
    private final List<String> own;
    private final Refusals refusals;

    /** @param own the person's own names, in whatever language */
    GroundedValues(Task task, List<String> own, Refusals refusals) {
        this.ground = Ground.of(task.title(), task.source());
        this.own = own;
        this.refusals = refusals;
    }

    List<Proposed> of(List<Proposed> values) {
        List<Proposed> kept = new ArrayList<>();
        for (Proposed value : values) {
            TaskEdit edit = checked(value.edit());
            refusals.countIf(edit == null || !edit.equals(value.edit()),
                    value.edit().field().jsonName() + ".ungrounded");
            if (edit != null)
                kept.add(new Proposed(edit, said(value.provenance())));
        }
        return kept;
    }

    private Provenance said(Provenance given) {
        return given.reason() == null || ground.isNear(given.reason())
                ? given
                : new Provenance(given.by(), given.at(), given.confidence(), given.said(), null, given.prompt(),
                        given.locked());
    }

    private @Nullable TaskEdit checked(TaskEdit edit) {
        return switch (edit) {
            case TaskEdit.Describe(var _, String text) -> ground.isNear(text) ? edit : null;
            case TaskEdit.Plan(List<Step> steps) -> {
                List<Step> sound = steps.stream()
                        .filter(step -> ground.isNear(step.title()) && ground.isNear(step.instruction())).toList();
                yield sound.isEmpty() ? null : new TaskEdit.Plan(sound);
            }
            case TaskEdit.Relabel(Label label, List<String> names, Map<String, String> reasons) ->
                    labels(label, names, reasons);
            default -> edit;
        };
    }

    /** A new theme is in the task's language; the names of activities and places are everybody's. */
    private @Nullable TaskEdit labels(Label label, List<String> names, Map<String, String> reasons) {
        List<String> sound = names.stream()
                .filter(name -> label != Label.THEMES || own.contains(name) || ground.isNear(name)).toList();
        Map<String, String> kept = new LinkedHashMap<>(reasons);
        kept.keySet().retainAll(sound);
        kept.values().removeIf(reason -> !ground.isNear(reason));
        return sound.isEmpty() ? null : new TaskEdit.Relabel(label, sound, kept);
    }
}
