package ptm.understanding.builtin.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.TaskEdit;

/**
 * What the estimator thinks of a task.
 *
 * @param scales every scale
 * @param labels every label, the likeliest name first; an empty list where nothing is likely
 */
public record Estimate(Guess<Integer> minutes, Map<Scale, Guess<Integer>> scales,
        Map<Label, List<Guess<String>>> labels) {

    /**
     * A value and the chance that it is right.
     *
     * @param confidence 0 to 1. For minutes: right within a factor of two
     */
    record Guess<T>(T value, double confidence) {}

    List<String> names(Label label) {
        return guesses(label).stream().map(Guess::value).toList();
    }

    List<Guess<String>> guesses(Label label) {
        return labels.getOrDefault(label, List.of());
    }

    /** One edit for each field that has a guess, by {@code builtin}. */
    public List<Proposed> proposed(Instant at) {
        List<Proposed> edits = new ArrayList<>();
        edits.add(new Proposed(new TaskEdit.Estimate(minutes.value()), Provenance.guessed(at, minutes.confidence())));
        scales.forEach((scale, guess) -> edits.add(new Proposed(new TaskEdit.Rate(scale, guess.value()),
                Provenance.guessed(at, guess.confidence()))));
        for (Label label : Label.values())
            if (!guesses(label).isEmpty())
                edits.add(new Proposed(new TaskEdit.Relabel(label, names(label), Map.of()),
                        Provenance.guessed(at, confidence(Field.of(label)))));
        return edits;
    }

    /** The confidence in a field's value; for names, in the likeliest of them; 0 for a field that is not estimated. */
    double confidence(Field field) {
        for (Label label : Label.values())
            if (Field.of(label) == field)
                return guesses(label).stream().mapToDouble(Guess::confidence).findFirst().orElse(0);
        for (Map.Entry<Scale, Guess<Integer>> scale : scales.entrySet())
            if (Field.of(scale.getKey()) == field)
                return scale.getValue().confidence();
        return field == Field.MINUTES ? minutes.confidence() : 0;
    }
}
