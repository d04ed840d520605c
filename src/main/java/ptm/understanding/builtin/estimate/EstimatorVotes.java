package ptm.understanding.builtin.estimate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Weights for the values a field may have, in their order. */
final class EstimatorVotes<T extends Comparable<T>> {
    private final TreeMap<T, Double> weights = new TreeMap<>();
    private double total;

    void add(T value, double weight) {
        weights.merge(value, weight, Double::sum);
        total += weight;
    }

    /** The middle one: half of the weight lies on either side. */
    T median() {
        double before = 0;
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            before += entry.getValue();
            if (before * 2 > total)
                return entry.getKey();
        }
        return weights.lastKey();
    }

    /** The part of the weight on values like that, 0 to 1. */
    double share(Predicate<T> values) {
        double sum = 0;
        for (Map.Entry<T, Double> entry : weights.entrySet())
            if (values.test(entry.getKey()))
                sum += entry.getValue();
        return total == 0 ? 0 : sum / total;
    }
}
