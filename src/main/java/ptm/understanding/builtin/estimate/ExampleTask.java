package ptm.understanding.builtin.estimate;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import ptm.account.Language;
import ptm.task.Label;
import ptm.task.Scale;

/**
 * A task with all its fields known, from which the estimator learns.
 *
 * @param minutes at least 1
 * @param scales  every scale, 0 to 3
 * @param labels  every label; themes by their key in {@code lexicon/themes.yml}
 */
record ExampleTask(Language language, String text, int minutes, Map<Scale, Integer> scales,
        Map<Label, List<String>> labels) {
    int scale(Scale scale) {
        return Objects.requireNonNull(scales.get(scale));
    }
}
