package ptm.panel;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskChange;
import ptm.task.TaskEdit;

/** Edits and the lines of a task's history as JSON, in the words of a task's own fields. */
final class EditView {
    private EditView() {}

    static Map<String, Object> of(TaskChange change, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", change.id());
        view.put("changeSet", change.changeSet().toString());
        view.put("at", Dates.format(change.at(), zone));
        view.put("field", change.edit().field().jsonName());
        view.put("value", value(change.edit(), zone));
        view.put("before", value(change.before(), zone));
        view.put("provenance", TaskView.provenance(change.provenance(), zone));
        Provenance wasBy = change.wasBy();
        view.put("wasBy", wasBy == null ? null : TaskView.provenance(wasBy, zone));
        return view;
    }

    /** The fields that these edits set. */
    static Map<String, Object> set(List<Proposed> edits, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (Proposed proposed : edits) {
            TaskEdit edit = proposed.edit();
            view.put(edit.field().jsonName(), value(edit, zone));
            if (edit instanceof TaskEdit.Reschedule(_, var kind))
                view.put("dueKind", kind.jsonName());
            if (edit instanceof TaskEdit.Repeat(_, var from))
                view.put("repeatFrom", from.jsonName());
        }
        return view;
    }

    private static @Nullable Object value(TaskEdit edit, ZoneId zone) {
        return switch (edit) {
            case TaskEdit.Rename(var title) -> title;
            case TaskEdit.Describe(_, var text) -> text;
            case TaskEdit.Begin(var start) -> start == null ? null : Dates.format(start, zone);
            case TaskEdit.Reschedule(var due, _) -> due == null ? null : Dates.format(due, zone);
            case TaskEdit.Estimate(var minutes) -> minutes;
            case TaskEdit.Rate(_, var value) -> value;
            case TaskEdit.Relabel(_, var names, _) -> names;
            case TaskEdit.Repeat(var rule, _) -> rule;
            case TaskEdit.Plan(var steps) -> TaskView.steps(steps);
            case TaskEdit.Remind(var reminders) -> reminders.stream().map(at -> Dates.format(at, zone)).toList();
            case TaskEdit.Review(var reviews) -> reviews.stream().map(at -> Dates.format(at, zone)).toList();
            case TaskEdit.Attach(var links) -> TaskView.links(links);
            case TaskEdit.Hide(var until) -> until == null ? null : Dates.format(until, zone);
            case TaskEdit.Complete _ -> "done";
            case TaskEdit.Drop _ -> "dropped";
            case TaskEdit.Reopen _ -> "open";
            case TaskEdit.Delete _ -> "deleted";
            case TaskEdit.Restore _ -> "restored";
            case TaskEdit.Lock(_, var locked) -> Map.of("locked", locked);
        };
    }
}
