package ptm.suggestion;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each part of a score counts for one person.
 *
 * @param factors what everybody's weights are multiplied by, {@value #LEAST} to {@value #MOST}; a part without one is 1
 */
public record Weights(Map<Part, Double> factors) {

    public static final Weights DEFAULT = new Weights(Map.of());

    static final double LEAST = 0.5;
    static final double MOST = 2;

    public Weights {
        factors = Map.copyOf(factors);
    }

    public double factor(Part part) {
        return factors.getOrDefault(part, 1.0);
    }

    double of(Part part) {
        return part.weight() * factor(part);
    }

    /** With one part counting so much more (above 1) or less, within the bounds. */
    Weights moved(Part part, double by) {
        Map<Part, Double> moved = new EnumMap<>(Part.class);
        moved.putAll(factors);
        moved.put(part, Math.clamp(factor(part) * by, LEAST, MOST));
        return new Weights(moved);
    }
}
