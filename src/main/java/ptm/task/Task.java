package ptm.task;

import java.time.Instant;
import java.time.ZoneId;
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
    static final int DEFAULT_APPOINTMENT_MINUTES = 60;

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
}
