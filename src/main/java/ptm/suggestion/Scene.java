package ptm.suggestion;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NumberField;
import ptm.task.Label;
import ptm.task.Pace;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.TaskId;

/**
 * All that a score takes into account besides the task itself.
 *
 * @param available       the minutes at hand, absent where none were named
 * @param limits          scales that the person wants to stay low, and the most they take
 * @param putOff          how often tasks were put off
 * @param shown           how often tasks were shown lately and not taken up
 * @param refusedContexts where the person said lately that they are not
 * @param refusedDemand   how demanding a task was that the person had no mood for lately, absent if there was none
 * @param justDone        what they started or finished lately, the newest first
 */
record Scene(Instant now, ZoneId zone, @Nullable Integer available, Map<Scale, Integer> limits, Weights weights,
        Pace pace, Map<TaskId, Integer> putOff, Map<TaskId, Integer> shown, Set<String> refusedContexts,
        @Nullable Integer refusedDemand, List<Task> justDone) {

    /** With nothing known but the moment and what the filter asks for. */
    static Scene of(Situation situation, Filter where) {
        return new Scene(situation.now(), situation.zone(), available(where), limits(where), Weights.DEFAULT,
                Pace.UNKNOWN, Map.of(), Map.of(), Set.of(), null, List.of());
    }

    /** With what the person did lately; {@code tasks} are those that the lines speak of. */
    Scene with(Weights weights, Pace pace, Map<TaskId, Integer> putOff, List<FeedbackLog.Line> lately,
            Map<TaskId, Task> tasks) {
        Map<TaskId, Integer> shown = new HashMap<>();
        Set<String> contexts = new HashSet<>();
        Set<Task> done = new java.util.LinkedHashSet<>();
        Integer demand = null;
        for (FeedbackLog.Line line : lately) {
            Task task = tasks.get(line.task());
            if (task == null)
                continue;
            switch (line.feedback()) {
                case SHOWN -> shown.merge(line.task(), 1, Integer::sum);
                case STARTED, DONE -> done.add(task);
                case NOT_HERE -> contexts.addAll(lower(task.labels(Label.CONTEXTS)));
                case NO_MOOD -> demand = demand == null ? demand(task) : Math.min(demand, demand(task));
                case TOO_LONG, BLOCKED -> {
                }
            }
        }
        return new Scene(now, zone, available, limits, weights, pace, putOff, shown, contexts, demand,
                List.copyOf(done));
    }

    static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** How much a task asks, 0 to 3: what it asks most; 1 where nothing is known. */
    static int demand(Task task) {
        int demand = -1;
        for (Scale scale : List.of(Scale.MOTIVATIONAL, Scale.INTELLECTUAL, Scale.EMOTIONAL, Scale.STRESS,
                Scale.APATHY)) {
            Integer value = task.scale(scale);
            demand = Math.max(demand, value == null ? -1 : value);
        }
        return demand < 0 ? 1 : demand;
    }

    /** The minutes of this task at the person's own pace, or null where they are unknown. */
    @Nullable
    Integer minutes(Task task) {
        Integer minutes = task.minutes();
        return minutes == null ? null : Integer.valueOf((int) Math.round(minutes * pace.factor(task)));
    }

    private static @Nullable Integer available(Filter where) {
        for (Filter part : where instanceof Filter.All(List<Filter> parts) ? parts : List.of(where))
            if (part instanceof Filter.Range range && range.field() == NumberField.MINUTES && range.atMost() != null)
                return range.atMost();
        return null;
    }

    private static Map<Scale, Integer> limits(Filter where) {
        Map<Scale, Integer> limits = new HashMap<>();
        for (Filter part : FilterSentence.parts(where))
            for (Filter each : part instanceof Filter.All(List<Filter> parts) ? parts : List.of(part))
                if (each instanceof Filter.Range range && range.field().isScale() && range.atMost() != null) {
                    Scale scale = Scale.find(range.field().jsonName());
                    if (scale != null && scale != Scale.IMPACT && scale != Scale.RISK)
                        limits.put(scale, range.atMost());
                }
        return limits;
    }
}
