package ptm.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A thing to do, as it stands now. Immutable; {@code TaskService} makes the next state from an edit.
 *
 * @param source       the words it was first made from
 * @param minutes      the active effort it takes, all of it; 1 to 100,000 or absent
 * @param spentMinutes from the work log
 * @param scales       0 to 3; an absent scale has no entry
 * @param labels       every label has an entry, perhaps empty
 * @param reasons      by name of a theme, activity or context: why it was given
 * @param repeat       an RFC 5545 RRULE or absent
 * @param previous     the occurrence before this one of a repeating task
 * @param deletedAt    when it was deleted, absent while it stands
 */
public record Task(TaskKey key, long version, Status status, String source, String title, String description,
        String motivation, Instant createdAt, @Nullable Instant doneAt, @Nullable When start, @Nullable When due,
        DueKind dueKind, @Nullable Integer minutes, int spentMinutes, Map<Scale, Integer> scales, String riskReason,
        String riskMitigation, Map<Label, List<String>> labels, Map<String, String> reasons, List<Step> subtasks,
        List<When> reviews, @Nullable Instant hiddenUntil, String waitsFor, @Nullable String repeat,
        RepeatFrom repeatFrom, List<Instant> reminders, List<Link> links, Map<Field, Provenance> provenance,
        @Nullable TaskId previous, @Nullable Instant deletedAt) {

    /** How long an appointment without an estimate is taken to last, in minutes. */
    public static final int DEFAULT_APPOINTMENT_MINUTES = 60;

    public Task {
        scales = Map.copyOf(scales);
        labels = Map.copyOf(labels);
        reasons = Map.copyOf(reasons);
        subtasks = List.copyOf(subtasks);
        reviews = List.copyOf(reviews);
        reminders = List.copyOf(reminders);
        links = List.copyOf(links);
        provenance = Map.copyOf(provenance);
    }

    public TaskId id() {
        return key.id();
    }

    public @Nullable Integer scale(Scale scale) {
        return scales.get(scale);
    }

    public List<String> labels(Label label) {
        return labels.getOrDefault(label, List.of());
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Open and not deleted. */
    boolean stands() {
        return isOpen() && deletedAt == null;
    }

    Task withSpent(int more) {
        TaskBuilder out = TaskBuilder.of(this);
        out.spentMinutes = spentMinutes + more;
        return out.build();
    }

    /** The size class that follows from the minutes (CONTRACT §1), or null where they are absent. */
    public @Nullable Integer temporal() {
        if (minutes == null)
            return null;
        return minutes <= 30 ? 0 : minutes < 480 ? 1 : minutes < 2400 ? 2 : 3;
    }

    /** Open, and its due moment is past; an appointment is past when its minutes have run out. */
    public boolean isOverdue(Instant now, ZoneId zone) {
        if (!isOpen() || due == null)
            return false;
        Instant end = due.endsAt(zone);
        if (dueKind == DueKind.AT && due instanceof When.Moment)
            end = end.plusSeconds(60L * (minutes == null ? DEFAULT_APPOINTMENT_MINUTES : minutes));
        return !end.isAfter(now);
    }

    /**
     * The task after an edit, at the same version; this one if a machine may not make it or nothing would differ.
     * No machine overwrites what a person set, locked or said; none deletes, locks or closes by its own guess.
     *
     * @throws RefusedValue if a person's value is out of range; a machine's is passed over
     */
    Task apply(Proposed proposed) {
        if (isClosedTo(proposed))
            return this;
        TaskEdit edit;
        try {
            edit = EditCheck.check(proposed.edit());
        } catch (RefusedValue refused) {
            if (proposed.provenance().by().isMachine())
                return this;
            throw refused;
        }
        return isIdle(edit, proposed.provenance()) ? this : changed(edit, proposed.provenance());
    }

    private boolean isClosedTo(Proposed proposed) {
        if (!proposed.provenance().by().isMachine())
            return false;
        Provenance now = provenance.get(proposed.edit().field());
        return now != null && now.isClosedToMachines() || switch (proposed.edit()) {
            case TaskEdit.Delete _,TaskEdit.Restore _,TaskEdit.Lock _ -> true;
            case TaskEdit.Complete _,TaskEdit.Drop _,TaskEdit.Reopen _ -> proposed.provenance().said() == null;
            default -> false;
        };
    }

    /** Whether an edit would change nothing: the same value, not even confirmed by a person. */
    private boolean isIdle(TaskEdit edit, Provenance by) {
        if (!changedValue(edit, by.at()).current(edit).equals(current(edit)))
            return false;
        if (edit instanceof TaskEdit.Lock || edit.field() == Field.STATUS || by.by().isMachine())
            return true;
        Provenance now = provenance.get(edit.field());
        return now != null && now.by() == by.by() && (now.locked() || !by.locked());
    }

    private Task changed(TaskEdit edit, Provenance by) {
        if (edit instanceof TaskEdit.Lock)
            return changedValue(edit, by.at());
        Provenance now = provenance.get(edit.field());
        return restored(edit, now == null ? by : by.lockedAs(by.locked() || now.locked()), by.at());
    }

    private Task changedValue(TaskEdit edit, Instant at) {
        return TaskBuilder.of(this).set(edit, at).build();
    }

    /** The task with a value and its provenance put as they are given, whoever set what is there now. */
    Task restored(TaskEdit value, @Nullable Provenance by, Instant at) {
        TaskBuilder out =
                TaskBuilder.of(this).set(value, value instanceof TaskEdit.Complete && by != null ? by.at() : at);
        if (value instanceof TaskEdit.Lock)
            return out.build();
        if (by == null)
            out.provenance.remove(value.field());
        else
            out.provenance.put(value.field(), by);
        return out.build();
    }

    /** The edit of the same kind that would put the value as it is here. */
    TaskEdit current(TaskEdit edit) {
        return switch (edit) {
            case TaskEdit.Rename _ -> new TaskEdit.Rename(title);
            case TaskEdit.Describe(Field field, _) -> new TaskEdit.Describe(field, text(field));
            case TaskEdit.Begin _ -> new TaskEdit.Begin(start);
            case TaskEdit.Reschedule _ -> new TaskEdit.Reschedule(due, dueKind);
            case TaskEdit.Estimate _ -> new TaskEdit.Estimate(minutes);
            case TaskEdit.Rate(Scale scale, _) -> new TaskEdit.Rate(scale, scale(scale));
            case TaskEdit.Relabel(Label label, _, _) -> new TaskEdit.Relabel(label, labels(label), reasons(label));
            case TaskEdit.Repeat _ -> new TaskEdit.Repeat(repeat, repeatFrom);
            case TaskEdit.Plan _ -> new TaskEdit.Plan(subtasks);
            case TaskEdit.Remind _ -> new TaskEdit.Remind(reminders);
            case TaskEdit.Review _ -> new TaskEdit.Review(reviews);
            case TaskEdit.Attach _ -> new TaskEdit.Attach(links);
            case TaskEdit.Hide _ -> new TaskEdit.Hide(hiddenUntil);
            case TaskEdit.Complete _,TaskEdit.Drop _,TaskEdit.Reopen _ -> switch (status) {
                case OPEN -> new TaskEdit.Reopen();
                case DONE -> new TaskEdit.Complete();
                case DROPPED -> new TaskEdit.Drop();
            };
            case TaskEdit.Delete _,TaskEdit.Restore _ ->
                    deletedAt == null ? new TaskEdit.Restore() : new TaskEdit.Delete();
            case TaskEdit.Lock(Field field, _) -> new TaskEdit.Lock(field, isLocked(field));
        };
    }

    /** Whether the person closed a field to machines. */
    public boolean isLocked(Field field) {
        Provenance now = provenance.get(field);
        return now != null && now.locked();
    }

    private String text(Field field) {
        return switch (field) {
            case DESCRIPTION -> description;
            case MOTIVATION -> motivation;
            case RISK_REASON -> riskReason;
            case RISK_MITIGATION -> riskMitigation;
            case WAITS_FOR -> waitsFor;
            default -> throw new IllegalArgumentException(field.jsonName() + " is not a free text");
        };
    }

    private Map<String, String> reasons(Label label) {
        Map<String, String> out = new HashMap<>(reasons);
        out.keySet().retainAll(labels(label));
        return out;
    }
}
