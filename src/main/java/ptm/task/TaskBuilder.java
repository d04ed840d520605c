package ptm.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A task while it is put together: read from a row, or changed by an edit whose value was checked. */
final class TaskBuilder {

    TaskKey key;
    long version = 1;
    Status status = Status.OPEN;
    String source = "";
    String title = "";
    String description = "";
    String motivation = "";
    Instant createdAt;
    @Nullable
    Instant doneAt;
    @Nullable
    When start;
    @Nullable
    When due;
    DueKind dueKind = DueKind.BY;
    @Nullable
    Integer minutes;
    int spentMinutes;
    Map<Scale, Integer> scales = new EnumMap<>(Scale.class);
    String riskReason = "";
    String riskMitigation = "";
    Map<Label, List<String>> labels = new EnumMap<>(Label.class);
    Map<String, String> reasons = new HashMap<>();
    List<Step> subtasks = List.of();
    List<When> reviews = List.of();
    @Nullable
    Instant hiddenUntil;
    String waitsFor = "";
    @Nullable
    String repeat;
    RepeatFrom repeatFrom = RepeatFrom.DUE;
    List<Instant> reminders = List.of();
    List<Link> links = List.of();
    Map<Field, Provenance> provenance = new EnumMap<>(Field.class);
    @Nullable
    TaskId previous;
    @Nullable
    Instant deletedAt;

    TaskBuilder(TaskKey key, Instant createdAt) {
        this.key = key;
        this.createdAt = createdAt;
        for (Label label : Label.values())
            labels.put(label, List.of());
    }

    static TaskBuilder of(Task task) {
        TaskBuilder out = new TaskBuilder(task.key(), task.createdAt());
        out.version = task.version();
        out.status = task.status();
        out.source = task.source();
        out.title = task.title();
        out.description = task.description();
        out.motivation = task.motivation();
        out.doneAt = task.doneAt();
        out.start = task.start();
        out.due = task.due();
        out.dueKind = task.dueKind();
        out.minutes = task.minutes();
        out.spentMinutes = task.spentMinutes();
        out.scales.putAll(task.scales());
        out.riskReason = task.riskReason();
        out.riskMitigation = task.riskMitigation();
        out.labels.putAll(task.labels());
        out.reasons.putAll(task.reasons());
        out.subtasks = task.subtasks();
        out.reviews = task.reviews();
        out.hiddenUntil = task.hiddenUntil();
        out.waitsFor = task.waitsFor();
        out.repeat = task.repeat();
        out.repeatFrom = task.repeatFrom();
        out.reminders = task.reminders();
        out.links = task.links();
        out.provenance.putAll(task.provenance());
        out.previous = task.previous();
        out.deletedAt = task.deletedAt();
        return out;
    }

    Task build() {
        return new Task(key, version, status, source, title, description, motivation, asStored(createdAt),
                doneAt == null ? null : asStored(doneAt), start, due, dueKind, minutes, spentMinutes, scales,
                riskReason,
                riskMitigation, labels, reasons, subtasks, reviews, hiddenUntil, waitsFor, repeat, repeatFrom,
                reminders,
                links, provenance, previous, deletedAt == null ? null : asStored(deletedAt));
    }

    /** A clock may know nanoseconds; the database does not, and a task is the same before it is stored and after. */
    private static Instant asStored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Sets the value of a checked edit; provenance is left alone, but for the lock of a {@link TaskEdit.Lock}. */
    TaskBuilder set(TaskEdit edit, Instant at) {
        switch (edit) {
            case TaskEdit.Rename(String value) -> title = value;
            case TaskEdit.Describe(Field field, String text) -> describe(field, text);
            case TaskEdit.Begin(When value) -> start = value;
            case TaskEdit.Reschedule(When value, DueKind kind) -> {
                due = value;
                dueKind = value == null ? DueKind.BY : kind;
            }
            case TaskEdit.Estimate(Integer value) -> minutes = value;
            case TaskEdit.Rate(Scale scale, Integer value) -> rate(scale, value);
            case TaskEdit.Relabel(Label label, List<String> names, Map<String, String> why) ->
                    relabel(label, names, why);
            case TaskEdit.Repeat(String rule, RepeatFrom from) -> {
                repeat = rule;
                repeatFrom = rule == null ? RepeatFrom.DUE : from;
            }
            case TaskEdit.Plan(List<Step> steps) -> subtasks = numbered(steps);
            case TaskEdit.Remind(List<Instant> moments) -> reminders = moments;
            case TaskEdit.Review(List<When> moments) -> reviews = moments;
            case TaskEdit.Attach(List<Link> values) -> links = values;
            case TaskEdit.Hide(Instant until) -> hiddenUntil = until;
            case TaskEdit.Complete _ -> close(Status.DONE, at);
            case TaskEdit.Drop _ -> close(Status.DROPPED, null);
            case TaskEdit.Reopen _ -> close(Status.OPEN, null);
            case TaskEdit.Delete _ -> deletedAt = at;
            case TaskEdit.Restore _ -> deletedAt = null;
            case TaskEdit.Lock(Field field, boolean locked) -> lock(field, locked, at);
        }
        return this;
    }

    private void describe(Field field, String text) {
        switch (field) {
            case DESCRIPTION -> description = text;
            case MOTIVATION -> motivation = text;
            case RISK_REASON -> riskReason = text;
            case RISK_MITIGATION -> riskMitigation = text;
            case WAITS_FOR -> waitsFor = text;
            default -> throw new IllegalArgumentException(field.jsonName() + " is not a free text");
        }
    }

    private void rate(Scale scale, @Nullable Integer value) {
        if (value == null)
            scales.remove(scale);
        else
            scales.put(scale, value);
    }

    private void relabel(Label label, List<String> names, Map<String, String> why) {
        labels.put(label, names);
        reasons.putAll(why);
        reasons.keySet().removeIf(name -> labels.values().stream().noneMatch(used -> used.contains(name)));
    }

    private void close(Status next, @Nullable Instant at) {
        status = next;
        doneAt = at;
    }

    private void lock(Field field, boolean locked, Instant at) {
        Provenance now = provenance.get(field);
        if (now == null) {
            if (locked)
                provenance.put(field, Provenance.lockOnly(at));
        } else if (!locked && now.isLockOnly()) {
            provenance.remove(field);
        } else {
            provenance.put(field, now.lockedAs(locked));
        }
    }

    /** Steps with a number each: their own where it is free, else the next one never used among them. */
    private List<Step> numbered(List<Step> steps) {
        long last = subtasks.stream().mapToLong(Step::id).max().orElse(0);
        for (Step step : steps)
            last = Math.max(last, step.id());
        Set<Long> taken = new HashSet<>();
        List<Step> out = new ArrayList<>();
        for (Step step : steps)
            out.add(step.id() > 0 && taken.add(step.id()) ? step : step.withId(++last));
        return List.copyOf(out);
    }
}
