package ptm.suggestion;

import java.util.Map;

import ptm.task.Task;

/**
 * A task for this moment and why.
 *
 * @param parts  the parts of the score by name; the score is their sum
 * @param reason the weightiest parts as a phrase in the person's language, empty where none stands out
 */
public record Suggestion(Task task, double score, Map<String, Double> parts, String reason) {
    public Suggestion {
        parts = Map.copyOf(parts);
    }
}
