package ptm.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long things take a person compared with their estimates: 1.3 is a third longer. Near 1 while little is known.
 *
 * @param overall    for a task of no known activity
 * @param byActivity activities of which anything is known
 */
public record Pace(double overall, Map<Activity, Double> byActivity) {

    public static final Pace UNKNOWN = new Pace(1, Map.of());

    /** How many finished tasks back are looked at. */
    static final int ENOUGH = 300;

    /** As much weight as that many tasks done exactly in their time. */
    private static final double PRIOR = 4;

    /** One task cannot say more than this: a forgotten timer is not a pace. */
    private static final double MAX_RATIO = 4;

    public Pace {
        byActivity = Map.copyOf(byActivity);
    }

    /** @param done finished tasks that have an estimate and recorded minutes */
    static Pace of(List<Task> done) {
        Map<Activity, Double> byActivity = new EnumMap<>(Activity.class);
        for (Activity activity : Activity.values()) {
            List<Task> of =
                    done.stream().filter(task -> task.labels(Label.ACTIVITIES).contains(activity.jsonName())).toList();
            if (!of.isEmpty())
                byActivity.put(activity, ratio(of));
        }
        return new Pace(ratio(done), byActivity);
    }

    /** What to multiply an estimate of this task by. */
    public double factor(Task task) {
        return byActivity.entrySet().stream()
                .filter(entry -> task.labels(Label.ACTIVITIES).contains(entry.getKey().jsonName()))
                .mapToDouble(Map.Entry::getValue).average().orElse(overall);
    }

    /** The geometric mean, so that twice as long and half as long cancel out. */
    private static double ratio(List<Task> done) {
        double sum = done.stream().mapToDouble(Pace::logRatio).sum();
        return Math.exp(sum / (done.size() + PRIOR));
    }

    private static double logRatio(Task task) {
        double ratio = (double) task.spentMinutes() / TaskRow.required(task.minutes());
        return Math.log(Math.clamp(ratio, 1 / MAX_RATIO, MAX_RATIO));
    }
}
