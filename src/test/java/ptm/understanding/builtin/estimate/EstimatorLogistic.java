package ptm.understanding.builtin.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A logistic regression for each question of {@link EstimatorOutputs}, thus a cumulative one for scales and minutes
 * (McCullagh, Regression Models for Ordinal Data, 1980, without its shared slopes), on sparse features, learned by
 * AdaGrad (Duchi, Hazan, Singer, 2011) with a little pull towards zero. Only compared with, not shipped.
 */
final class EstimatorLogistic {
    private static final float STEP = 0.25f;
    private static final float PULL = 2e-4f;
    private static final int ROUNDS = 12;

    private final Map<Integer, Integer> places = new HashMap<>();
    private final float[] rarities;
    private final float[][] weights;
    private final float[][] squares;

    EstimatorLogistic(List<Features> features, double[][] answers) {
        Map<Integer, Integer> counts = new HashMap<>();
        features.forEach(it -> Arrays.stream(it.hashes()).flatMapToInt(Arrays::stream)
                .forEach(hash -> counts.merge(hash, 1, Integer::sum)));
        rarities = new float[counts.size()];
        counts.forEach((hash, count) -> {
            rarities[places.size()] = (float) Math.log((features.size() + 1) / (count + 0.5));
            places.put(hash, places.size());
        });
        weights = new float[rarities.length + 1][answers[0].length];
        squares = new float[rarities.length + 1][answers[0].length];
        List<Row> rows = features.stream().map(this::row).toList();
        Random random = new Random(1);
        for (int step = 0; step < ROUNDS * rows.size(); step++) {
            int example = random.nextInt(rows.size());
            learn(rows.get(example), answers[example]);
        }
    }

    /** The features of a text that were seen in learning, and how much each counts; the last is the constant one. */
    private record Row(int[] places, float[] values) {}

    float[] answer(Features features) {
        Row row = row(features);
        float[] sums = new float[weights[0].length];
        for (int i = 0; i < row.places().length; i++)
            for (int question = 0; question < sums.length; question++)
                sums[question] += weights[row.places()[i]][question] * row.values()[i];
        for (int question = 0; question < sums.length; question++)
            sums[question] = (float) (1 / (1 + Math.exp(-sums[question])));
        return sums;
    }

    private void learn(Row row, double[] answers) {
        float[] sums = new float[answers.length];
        for (int i = 0; i < row.places().length; i++)
            for (int question = 0; question < sums.length; question++)
                sums[question] += weights[row.places()[i]][question] * row.values()[i];
        for (int question = 0; question < sums.length; question++)
            sums[question] = (float) (1 / (1 + Math.exp(-sums[question])) - answers[question]);
        for (int i = 0; i < row.places().length; i++) {
            float[] weight = weights[row.places()[i]];
            float[] square = squares[row.places()[i]];
            for (int question = 0; question < sums.length; question++) {
                float slope = sums[question] * row.values()[i] + PULL * weight[question];
                square[question] += slope * slope;
                weight[question] -= STEP * slope / (float) Math.sqrt(square[question] + 1e-6f);
            }
        }
    }

    private Row row(Features features) {
        int[] found = new int[Arrays.stream(features.hashes()).mapToInt(it -> it.length).sum() + 1];
        float[] values = new float[found.length];
        int count = 0;
        for (FeatureFamily family : FeatureFamily.values()) {
            int first = count;
            float length = 0;
            for (int hash : features.of(family)) {
                Integer place = places.get(hash);
                if (place == null)
                    continue;
                found[count] = place;
                values[count++] = rarities[place];
                length += rarities[place] * rarities[place];
            }
            for (int i = first; i < count; i++)
                values[i] *= (float) Math.sqrt(family.weight / length);
        }
        found[count] = rarities.length;
        values[count++] = 1;
        return new Row(Arrays.copyOf(found, count), Arrays.copyOf(values, count));
    }
}
