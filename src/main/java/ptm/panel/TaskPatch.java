package ptm.panel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.task.DueKind;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Link;
import ptm.task.RefusedValue;
import ptm.task.RepeatFrom;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.When;
import tools.jackson.databind.JsonNode;

/** A task's fields on the way in: a JSON merge patch, in which null clears, or those of a new task. */
final class TaskPatch {
    static final Set<String> READ_ONLY = Set.of("id", "version", "source", "createdAt", "doneAt", "spentMinutes",
            "temporal", "overdue", "previous", "deletedAt");
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST = 200;

    private final Body body;
    private final Base base;
    private final ZoneId zone;
    private final List<TaskEdit> edits = new ArrayList<>();

    /** What a patch leaves as it is where one edit sets two fields. */
    record Base(@Nullable When due, DueKind dueKind, @Nullable String repeat, RepeatFrom repeatFrom,
            Map<Label, List<String>> labels, Map<String, String> reasons) {
        static final Base NOTHING = new Base(null, DueKind.BY, null, RepeatFrom.DUE, Map.of(), Map.of());

        static Base of(Task task) {
            return new Base(task.due(), task.dueKind(), task.repeat(), task.repeatFrom(), task.labels(),
                    task.reasons());
        }
    }

    private TaskPatch(Body body, Base base, ZoneId zone) {
        this.body = body;
        this.base = base;
        this.zone = zone;
    }

    /**
     * The edits that a patch asks for, in the order of its fields.
     *
     * @param allowed read-only fields that are passed over instead of refused
     * @throws RefusedValue at the first field that is none or has a value of the wrong kind
     */
    static List<TaskEdit> toEdits(Body body, Base base, ZoneId zone, Set<String> allowed) {
        var patch = new TaskPatch(body, base, zone);
        for (String name : body.names())
            if (!allowed.contains(name))
                patch.read(name);
        return patch.edits;
    }

    private void read(String name) {
        if (READ_ONLY.contains(name))
            throw body.refused(name, "This field is read only.");
        Field field = Field.find(name);
        switch (name) {
            case "dueKind" -> readDue();
            case "repeatFrom" -> readRepeat();
            case "reasons" -> readReasons();
            case "provenance" -> readLocks();
            default -> {
                if (field == null)
                    throw body.refused(name, "There is no such field.");
                read(field, name);
            }
        }
    }

    private void read(Field field, String name) {
        switch (field) {
            case TITLE -> edits.add(new TaskEdit.Rename(body.text(name, LONGEST_TEXT)));
            case DESCRIPTION, MOTIVATION, RISK_REASON, RISK_MITIGATION, WAITS_FOR -> {
                String text = body.optionalText(name, LONGEST_TEXT);
                edits.add(new TaskEdit.Describe(field, text == null ? "" : text));
            }
            case STATUS -> edits.add(status(name));
            case START -> edits.add(new TaskEdit.Begin(when(name)));
            case DUE -> readDue();
            case MINUTES -> edits.add(new TaskEdit.Estimate(body.integer(name, 1, 100_000)));
            case IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL, INTELLECTUAL,
                    MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL -> edits.add(new TaskEdit.Rate(
                            Scale.valueOf(field.name()), body.integer(name, 0, Scale.MAX)));
            case THEMES, ACTIVITIES, CONTEXTS -> relabel(Label.valueOf(field.name()));
            case SUBTASKS -> edits.add(new TaskEdit.Plan(body.list(name, MOST, TaskPatch::step)));
            case REVIEWS -> edits.add(new TaskEdit.Review(body.list(name, MOST, this::when)));
            case HIDDEN_UNTIL -> {
                When until = when(name);
                edits.add(new TaskEdit.Hide(until == null ? null : until.startsAt(zone)));
            }
            case REPEAT -> readRepeat();
            case REMINDERS -> edits.add(new TaskEdit.Remind(body.list(name, MOST, this::instant)));
            case LINKS -> edits.add(new TaskEdit.Attach(body.list(name, MOST, TaskPatch::link)));
        }
    }

    private TaskEdit status(String name) {
        return switch (body.text(name, 20)) {
            case "open" -> new TaskEdit.Reopen();
            case "done" -> new TaskEdit.Complete();
            case "dropped" -> new TaskEdit.Drop();
            default -> throw body.refused(name, "open, done or dropped is expected.");
        };
    }

    private void readDue() {
        if (edits.stream().anyMatch(TaskEdit.Reschedule.class::isInstance))
            return;
        String kind = body.optionalText("dueKind", 10);
        DueKind dueKind = kind == null ? body.isNull("dueKind") ? DueKind.BY : base.dueKind() : switch (kind) {
            case "by" -> DueKind.BY;
            case "at" -> DueKind.AT;
            default -> throw body.refused("dueKind", "by or at is expected.");
        };
        edits.add(new TaskEdit.Reschedule(body.has("due") ? when("due") : base.due(), dueKind));
    }

    private void readRepeat() {
        if (edits.stream().anyMatch(TaskEdit.Repeat.class::isInstance))
            return;
        String from = body.optionalText("repeatFrom", 10);
        RepeatFrom repeatFrom = from == null
                ? body.isNull("repeatFrom") ? RepeatFrom.DUE : base.repeatFrom()
                : switch (from) {
                    case "due" -> RepeatFrom.DUE;
                    case "done" -> RepeatFrom.DONE;
                    default -> throw body.refused("repeatFrom", "due or done is expected.");
                };
        String rule = body.has("repeat") ? body.optionalText("repeat", 500) : base.repeat();
        edits.add(new TaskEdit.Repeat(rule == null || rule.isBlank() ? null : rule.strip().replaceFirst("^RRULE:", ""),
                repeatFrom));
    }

    /** Reasons of names that the task has or is being given; those of other names are refused. */
    private void readReasons() {
        JsonNode given = body.find("reasons");
        if (given == null)
            return;
        Body reasons = Body.at(given, body.pointer("reasons"));
        for (String name : reasons.names()) {
            reasons.optionalText(name, LONGEST_TEXT);
            if (Arrays.stream(Label.values()).noneMatch(label -> names(label).contains(name)))
                throw reasons.refused(name, "A name among themes, activities or contexts is expected.");
        }
        for (Label label : Label.values())
            if (names(label).stream().anyMatch(reasons::has))
                relabel(label);
    }

    private void relabel(Label label) {
        if (edits.stream().anyMatch(edit -> edit.field() == Field.of(label)))
            return;
        List<String> names = names(label);
        Map<String, String> reasons = new HashMap<>();
        JsonNode given = body.find("reasons");
        for (String name : names) {
            String before = base.reasons().get(name);
            String now = given == null || !given.has(name)
                    ? before
                    : Body.at(given, body.pointer("reasons"))
                            .optionalText(name, LONGEST_TEXT);
            if (now != null && !now.isBlank())
                reasons.put(name, now);
        }
        edits.add(new TaskEdit.Relabel(label, names, reasons));
    }

    private List<String> names(Label label) {
        return body.has(label.jsonName())
                ? body.texts(label.jsonName(), MOST, MOST)
                : base.labels().getOrDefault(label, List.of());
    }

    private void readLocks() {
        Body provenance = Body.at(body.require("provenance"), body.pointer("provenance"));
        for (String name : provenance.names()) {
            Field field = Field.find(name);
            if (field == null)
                throw provenance.refused(name, "There is no such field.");
            Body lock = Body.at(provenance.require(name), provenance.pointer(name)).only("locked");
            lock.require("locked");
            edits.add(new TaskEdit.Lock(field, Boolean.TRUE.equals(lock.flag("locked"))));
        }
    }

    private static Step step(JsonNode node, String pointer) {
        Body step = Body.at(node, pointer).only("id", "title", "description", "instruction", "motivation", "minutes",
                "done");
        Long id = step.number("id", 0, Long.MAX_VALUE);
        return new Step(id == null ? 0 : id, step.text("title", LONGEST_TEXT), words(step, "description"),
                words(step, "instruction"), words(step, "motivation"), step.integer("minutes", 1, 100_000),
                Boolean.TRUE.equals(step.flag("done")));
    }

    private static String words(Body body, String name) {
        String text = body.optionalText(name, LONGEST_TEXT);
        return text == null ? "" : text;
    }

    private static Link link(JsonNode node, String pointer) {
        Body link = Body.at(node, pointer).only("url", "title");
        return new Link(link.text("url", 2_000), words(link, "title"));
    }

    private @Nullable When when(String name) {
        JsonNode value = body.find(name);
        return value == null ? null : when(value, body.pointer(name));
    }

    private When when(JsonNode node, String pointer) {
        return Dates.parse(node.isString() ? node.stringValue() : "", zone, pointer);
    }

    private Instant instant(JsonNode node, String pointer) {
        return when(node, pointer).startsAt(zone);
    }
}
