package ptm.panel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Link;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.When;

/** A task as JSON (CONTRACT §1), its dates with the offset of the person's zone. */
final class TaskView {
    private final ZoneId zone;
    private final Map<String, Object> out = new LinkedHashMap<>();

    private TaskView(ZoneId zone) {
        this.zone = zone;
    }

    /** The whole task; what is absent stands as null. */
    static Map<String, Object> of(Task task, Instant now, ZoneId zone) {
        return new TaskView(zone).whole(task, now);
    }

    /** What a draft would become: no ids, no provenance, and nothing that is absent. */
    static Map<String, Object> draft(Task task, ZoneId zone) {
        return new TaskView(zone).asDraft(task);
    }

    private Map<String, Object> whole(Task task, Instant now) {
        out.put("id", task.id().value());
        out.put("version", task.version());
        out.put("status", task.status().jsonName());
        out.put("source", task.source());
        texts(task);
        out.put("createdAt", moment(task.createdAt()));
        out.put("doneAt", moment(task.doneAt()));
        out.put("start", date(task.start()));
        out.put("due", date(task.due()));
        out.put("dueKind", task.dueKind().jsonName());
        out.put("minutes", task.minutes());
        out.put("spentMinutes", task.spentMinutes());
        for (Scale scale : Scale.values()) {
            out.put(scale.jsonName(), task.scale(scale));
            if (scale == Scale.RISK) {
                out.put("riskReason", task.riskReason());
                out.put("riskMitigation", task.riskMitigation());
            }
        }
        out.put("temporal", task.temporal());
        out.put("overdue", task.isOverdue(now, zone));
        for (Label label : Label.values())
            out.put(label.jsonName(), task.labels(label));
        out.put("reasons", task.reasons());
        lists(task);
        out.put("provenance", provenance(task.provenance()));
        if (task.previous() != null)
            out.put("previous", task.previous().value());
        if (task.deletedAt() != null)
            out.put("deletedAt", moment(task.deletedAt()));
        return out;
    }

    private void texts(Task task) {
        out.put("title", task.title());
        out.put("description", task.description());
        out.put("motivation", task.motivation());
    }

    private void lists(Task task) {
        out.put("subtasks", steps(task.subtasks()));
        out.put("reviews", task.reviews().stream().map(this::date).toList());
        out.put("hiddenUntil", moment(task.hiddenUntil()));
        out.put("waitsFor", task.waitsFor().isEmpty() ? null : task.waitsFor());
        out.put("repeat", task.repeat());
        out.put("repeatFrom", task.repeatFrom().jsonName());
        out.put("reminders", task.reminders().stream().map(this::moment).toList());
        out.put("links", links(task.links()));
    }

    private Map<String, Object> asDraft(Task task) {
        texts(task);
        out.put("source", task.source());
        out.put("start", date(task.start()));
        out.put("due", date(task.due()));
        if (task.due() != null)
            out.put("dueKind", task.dueKind().jsonName());
        out.put("minutes", task.minutes());
        for (Scale scale : Scale.values())
            out.put(scale.jsonName(), task.scale(scale));
        out.put("riskReason", task.riskReason());
        out.put("riskMitigation", task.riskMitigation());
        out.put("temporal", task.temporal());
        lists(task);
        out.put("subtasks", task.subtasks().stream().map(TaskView::draftStep).toList());
        if (task.repeat() == null)
            out.remove("repeatFrom");
        out.values().removeIf(TaskView::isEmpty);
        for (Label label : Label.values())
            out.put(label.jsonName(), task.labels(label));
        if (!task.reasons().isEmpty())
            out.put("reasons", task.reasons());
        return out;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
    }

    private static Map<String, Object> draftStep(Step step) {
        Map<String, Object> view = step(step);
        view.remove("id");
        view.remove("done");
        view.values().removeIf(TaskView::isEmpty);
        return view;
    }

    static List<Map<String, Object>> steps(List<Step> steps) {
        return steps.stream().map(TaskView::step).toList();
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", step.id());
        view.put("title", step.title());
        view.put("description", step.description());
        view.put("instruction", step.instruction());
        view.put("motivation", step.motivation());
        view.put("minutes", step.minutes());
        view.put("done", step.done());
        return view;
    }

    static List<Map<String, String>> links(List<Link> links) {
        return links.stream().map(TaskView::link).toList();
    }

    private static Map<String, String> link(Link link) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("url", link.url());
        view.put("title", link.title());
        return view;
    }

    private Map<String, Object> provenance(Map<Field, Provenance> provenance) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (Field field : Field.values())
            if (provenance.get(field) instanceof Provenance from)
                view.put(field.jsonName(), provenance(from, zone));
        return view;
    }

    static Map<String, Object> provenance(Provenance from, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("by", from.by().jsonName());
        view.put("at", Dates.format(from.at(), zone));
        view.put("confidence", from.confidence());
        if (from.said() != null)
            view.put("said", from.said());
        if (from.reason() != null)
            view.put("reason", from.reason());
        if (from.prompt() != null)
            view.put("prompt", from.prompt());
        view.put("locked", from.locked());
        return view;
    }

    private @Nullable String moment(@Nullable Instant instant) {
        return instant == null ? null : Dates.format(instant, zone);
    }

    private @Nullable String date(@Nullable When when) {
        return when == null ? null : Dates.format(when, zone);
    }
}
