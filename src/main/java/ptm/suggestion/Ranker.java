package ptm.suggestion;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.task.DueKind;
import ptm.task.Label;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.When;

/** Scores tasks for a moment: a plain weighted sum whose parts are the reasons. */
final class Ranker {

    private static final double UNKNOWN_SCALE = 1;
    private static final double MAX_SCALE = Scale.MAX;
    private static final int OLD_DAYS = 30;
    /** A working day's hours of effort, for how early a long task must begin. */
    private static final double EFFORT_MINUTES_A_DAY = 240;

    private final Scene scene;

    Ranker(Scene scene) {
        this.scene = scene;
    }

    /** The best first; ties by the older. */
    List<Score> ranked(List<Task> candidates) {
        return candidates.stream().map(this::score)
                .sorted(Comparator.comparingDouble(Score::sum).reversed().thenComparing(score -> score.task().id()
                        .value()))
                .toList();
    }

    Score score(Task task) {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values())
            parts.put(part, scene.weights().of(part) * value(part, task));
        return new Score(task, parts);
    }

    private double value(Part part, Task task) {
        return switch (part) {
            case IMPACT -> scale(task, Scale.IMPACT);
            case DUE -> due(task);
            case RISK -> scale(task, Scale.RISK) * (task.due() == null ? 0.5 : 1);
            case TIME -> time(task);
            case STATE -> state(task);
            case CONTEXT -> context(task);
            case AGE -> Math.min(1, days(task) / OLD_DAYS);
            case PUT_OFF -> Math.min(1, scene.putOff().getOrDefault(task.id(), 0) / 3.0);
            case VARIETY -> variety(task);
        };
    }

    private static double scale(Task task, Scale scale) {
        Integer value = task.scale(scale);
        return (value == null ? UNKNOWN_SCALE : value) / MAX_SCALE;
    }

    /** 1 for what is due or past, falling by the day; a long task counts as due earlier. */
    private double due(Task task) {
        if (task.due() == null)
            return 0;
        double days = Duration.between(scene.now(), task.due().endsAt(scene.zone())).toMinutes() / 1440.0;
        if (task.dueKind() == DueKind.AT && task.due() instanceof When.Moment)
            return days > 1 / 24.0 ? -0.6 : 1;
        Integer minutes = scene.minutes(task);
        double left = days - (minutes == null ? 0 : minutes / EFFORT_MINUTES_A_DAY);
        return left <= 0 ? 1 : Math.exp(-left / 5);
    }

    /** Full where it fills the time; less for leaving some unused; below zero where the person's pace says it will not fit. */
    private double time(Task task) {
        Integer minutes = scene.minutes(task);
        if (scene.available() == null || minutes == null)
            return 0;
        double filled = minutes / (double) scene.available();
        return filled > 1.25 ? -0.5 : Math.min(1, filled);
    }

    private double state(Task task) {
        double state = 0;
        if (!scene.limits().isEmpty())
            state = scene.limits().entrySet().stream()
                    .mapToDouble(limit -> below(task, limit.getKey(), limit.getValue()))
                    .average().orElse(0);
        if (scene.refusedDemand() != null)
            state += Scene.demand(task) >= scene.refusedDemand() ? -0.5 : 0.5;
        return Math.clamp(state, -1, 1);
    }

    private static double below(Task task, Scale scale, int limit) {
        Integer value = task.scale(scale);
        return value == null ? 0 : (1 + limit - value) / (1 + MAX_SCALE);
    }

    private double context(Task task) {
        List<String> contexts = Scene.lower(task.labels(Label.CONTEXTS));
        return contexts.isEmpty() || Collections.disjoint(contexts, scene.refusedContexts()) ? 0 : -1;
    }

    double days(Task task) {
        return Math.max(0, Duration.between(task.createdAt(), scene.now()).toHours() / 24.0);
    }

    private double variety(Task task) {
        double variety = changeFrom(task) == null ? 0 : 0.5;
        return variety - Math.min(1, scene.shown().getOrDefault(task.id(), 0) / 6.0);
    }

    /** What was done just before, if this is something else. */
    @Nullable
    Task changeFrom(Task task) {
        if (scene.justDone().isEmpty())
            return null;
        Task last = scene.justDone().getFirst();
        boolean known = !last.labels(Label.ACTIVITIES).isEmpty() && !task.labels(Label.ACTIVITIES).isEmpty();
        boolean differs = known && Collections.disjoint(last.labels(Label.ACTIVITIES), task.labels(Label.ACTIVITIES))
                && Collections.disjoint(last.labels(Label.THEMES), task.labels(Label.THEMES));
        return differs ? last : null;
    }
}
