package ptm.understanding.builtin.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ptm.task.Activity;
import ptm.task.Label;
import ptm.task.Scale;

/**
 * The questions the estimator answers with a share of yes, in one row of numbers: is the scale at least 1, 2, 3; does it
 * take longer than so many minutes; does it carry this name.
 *
 * @param themes keys of {@code lexicon/themes.yml}, in the order of their outputs
 */
record EstimatorOutputs(List<String> themes) {
    /** Bounds between the bands of minutes. */
    private static final int[] BOUNDS =
            { 3, 5, 8, 10, 13, 16, 22, 28, 35, 50, 70, 100, 140, 200, 270, 400, 540, 800, 1300,
                2200 };
    /** What is said for each band: a round number within it. */
    private static final int[] BANDS = { 2, 5, 7, 10, 12, 15, 20, 25, 30, 40, 60, 90, 120, 150, 240, 300, 480, 600, 900,
        1500, 3000 };

    private static final List<String> ACTIVITIES = Arrays.stream(Activity.values()).map(Activity::jsonName).toList();
    private static final List<String> CONTEXTS = List.of("home", "office", "errand", "outdoors", "computer", "phone");

    private static final int FIRST_BOUND = Scale.values().length * Scale.MAX;
    private static final int FIRST_ACTIVITY = FIRST_BOUND + BOUNDS.length;
    private static final int FIRST_CONTEXT = FIRST_ACTIVITY + ACTIVITIES.size();
    private static final int FIRST_THEME = FIRST_CONTEXT + CONTEXTS.size();

    EstimatorOutputs {
        themes = List.copyOf(themes);
    }

    int count() {
        return FIRST_THEME + themes.size();
    }

    List<String> names(Label label) {
        return switch (label) {
            case ACTIVITIES -> ACTIVITIES;
            case CONTEXTS -> CONTEXTS;
            case THEMES -> themes;
        };
    }

    /** The right answers for a task that is known. */
    double[] answers(ExampleTask example) {
        double[] row = new double[count()];
        for (Scale scale : Scale.values())
            for (int step = 1; step <= Scale.MAX; step++)
                row[scale.ordinal() * Scale.MAX + step - 1] = example.scale(scale) >= step ? 1 : 0;
        for (int band = 0; band < BOUNDS.length; band++)
            row[FIRST_BOUND + band] = example.minutes() > BOUNDS[band] ? 1 : 0;
        for (Map.Entry<Label, List<String>> label : example.labels().entrySet())
            for (String name : label.getValue())
                row[first(label.getKey()) + names(label.getKey()).indexOf(name)] = 1;
        return row;
    }

    EstimatorVotes<Integer> scale(float[] row, Scale scale) {
        return shares(row, scale.ordinal() * Scale.MAX, new int[] { 0, 1, 2, 3 });
    }

    EstimatorVotes<Integer> minutes(float[] row) {
        return shares(row, FIRST_BOUND, BANDS);
    }

    /** By name: how likely the task carries it. */
    double share(float[] row, Label label, int name) {
        return Math.clamp(row[first(label) + name], 0, 1);
    }

    /** From "more than" answers, which may contradict one another a little, to a share for each value. */
    private static EstimatorVotes<Integer> shares(float[] row, int first, int[] values) {
        EstimatorVotes<Integer> votes = new EstimatorVotes<>();
        double above = 1;
        for (int i = 0; i < values.length; i++) {
            double next = i == values.length - 1 ? 0 : Math.clamp(row[first + i], 0, above);
            votes.add(values[i], above - next);
            above = next;
        }
        return votes;
    }

    private int first(Label label) {
        return switch (label) {
            case ACTIVITIES -> FIRST_ACTIVITY;
            case CONTEXTS -> FIRST_CONTEXT;
            case THEMES -> FIRST_THEME;
        };
    }

    static List<String> themesOf(List<ExampleTask> examples) {
        return new ArrayList<>(new java.util.TreeSet<>(examples.stream()
                .flatMap(example -> example.labels().getOrDefault(Label.THEMES, List.of()).stream()).toList()));
    }
}
