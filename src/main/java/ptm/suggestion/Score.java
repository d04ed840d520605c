package ptm.suggestion;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import ptm.task.Task;

/**
 * How well a task suits the moment.
 *
 * @param parts what each part adds, weighted; the score is their sum
 */
record Score(Task task, Map<Part, Double> parts) {

    Score {
        parts = new EnumMap<>(parts);
    }

    double sum() {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double part(Part part) {
        return parts.getOrDefault(part, 0.0);
    }

    /** By name, without those that add nothing. */
    Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        parts.forEach((part, value) -> {
            if (value != 0)
                named.put(part.jsonName(), value);
        });
        return named;
    }
}
