package ptm.understanding.builtin.estimate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.task.Actor;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Status;
import ptm.task.Task;

/**
 * What one person taught by correcting and finishing tasks: only what they set, said or locked themselves, and how long
 * a finished task really took. Immutable.
 */
public final class PersonalExamples {
    static final PersonalExamples NONE = new PersonalExamples(List.of());

    /** How much the nearest example may weigh against all the shipped ones together. */
    private static final double STRENGTH = 8;
    /** Texts less similar than this say nothing about each other. */
    private static final double NEAR = 0.25;
    /** From here on two texts are about the same thing. */
    private static final double SAME_THING = 0.35;
    /** How much a lesson about the same thing weighs for names. */
    private static final double NAME_STRENGTH = 3;

    private final List<Lesson> lessons;

    private PersonalExamples(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    boolean isEmpty() {
        return lessons.isEmpty();
    }

    /**
     * One task's lesson.
     *
     * @param minutes absent if not taught
     * @param scales  only those taught
     * @param labels  only those taught, perhaps an empty list: none of them
     */
    record Lesson(PersonalText text, @Nullable Integer minutes, Map<Scale, Integer> scales,
            Map<Label, List<String>> labels) {}

    /**
     * A lesson and its weights in an estimate, where the shipped examples together weigh 1.
     *
     * @param weight      for minutes and scales
     * @param nameWeight  for names: at least the former
     */
    record Weighed(Lesson lesson, double weight, double nameWeight) {}

    static PersonalExamples of(List<Lesson> lessons) {
        return lessons.isEmpty() ? NONE : new PersonalExamples(List.copyOf(lessons));
    }

    static Lesson lesson(Task task, PersonalText text) {
        Map<Scale, Integer> scales = new EnumMap<>(Scale.class);
        task.scales().forEach((scale, value) -> {
            if (isTaught(task, Field.of(scale)))
                scales.put(scale, value);
        });
        Map<Label, List<String>> labels = new EnumMap<>(Label.class);
        for (Label label : Label.values())
            if (isTaught(task, Field.of(label)))
                labels.put(label, task.labels(label));
        return new Lesson(text, minutes(task), scales, labels);
    }

    /** The lessons that bear on a text. */
    List<Weighed> near(PersonalText text) {
        List<Weighed> near = new ArrayList<>();
        for (Lesson lesson : lessons) {
            double closeness = (text.likeness(lesson.text()) - NEAR) / (1 - NEAR);
            double thing = text.sameThing(lesson.text());
            double weight = closeness > 0 ? STRENGTH * closeness * closeness : 0;
            double nameWeight = Math.max(weight, thing >= SAME_THING ? NAME_STRENGTH * thing : 0);
            if (nameWeight > 0)
                near.add(new Weighed(lesson, weight, nameWeight));
        }
        return near;
    }

    private static @Nullable Integer minutes(Task task) {
        if (isTaught(task, Field.MINUTES))
            return task.minutes();
        return task.status() == Status.DONE && task.spentMinutes() > 0 ? (Integer) task.spentMinutes() : null;
    }

    private static boolean isTaught(Task task, Field field) {
        Provenance provenance = task.provenance().get(field);
        return provenance != null && (provenance.isClosedToMachines() || provenance.by() == Actor.IMPORT);
    }
}
