package ptm.understanding.builtin.estimate;

import java.util.Map;

/**
 * A text of one person, ready to be compared with others of theirs.
 *
 * @param squaredRarities by family and feature
 * @param lengths         by family
 */
record PersonalText(Features features, float[][] squaredRarities, double[] lengths) {
    /** Here the words count most and their kinds less: one person means one thing by a word. */
    private static final Map<FeatureFamily, Double> WEIGHTS = Map.of(FeatureFamily.WORD, 1.0, FeatureFamily.FIRST_WORD,
            0.2, FeatureFamily.PAIR, 0.2, FeatureFamily.LETTERS, 0.6, FeatureFamily.CONCEPT, 0.5);

    static PersonalText of(Features features, EstimatorIndex index) {
        int families = features.hashes().length;
        float[][] rarities = new float[families][];
        double[] lengths = new double[families];
        for (int family = 0; family < families; family++) {
            int[] hashes = features.hashes()[family];
            rarities[family] = new float[hashes.length];
            double sum = 0;
            for (int i = 0; i < hashes.length; i++)
                sum += rarities[family][i] = index.squaredRarityOf(hashes[i]);
            lengths[family] = Math.sqrt(sum);
        }
        return new PersonalText(features, rarities, lengths);
    }

    /** How alike two texts are, 0 to 1. */
    double likeness(PersonalText other) {
        double sum = 0;
        double total = 0;
        for (Map.Entry<FeatureFamily, Double> family : WEIGHTS.entrySet()) {
            int at = family.getKey().ordinal();
            if (lengths[at] == 0 && other.lengths[at] == 0)
                continue;
            double common = common(other, at);
            sum += common == 0 ? 0 : family.getValue() * common / (lengths[at] * other.lengths[at]);
            total += family.getValue();
        }
        return total == 0 ? 0 : sum / total;
    }

    /**
     * How much two texts speak of the same thing while they ask for another deed ("varnish the dinghy", "scrub the
     * dinghy's deck"), 0 to 1: then little is alike, but areas of life and places go with things.
     */
    double sameThing(PersonalText other) {
        int words = FeatureFamily.WORD.ordinal();
        double both = lengths[words] * other.lengths[words];
        return both == 0 || common(other, FeatureFamily.FIRST_WORD.ordinal()) > 0 ? 0 : common(other, words) / both;
    }

    /** Both lists of features ascend. */
    private double common(PersonalText other, int family) {
        int[] mine = features.hashes()[family];
        int[] theirs = other.features.hashes()[family];
        double common = 0;
        for (int i = 0, j = 0; i < mine.length && j < theirs.length;) {
            if (mine[i] == theirs[j])
                common += squaredRarities[family][i];
            int order = Integer.compare(mine[i], theirs[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }
}
