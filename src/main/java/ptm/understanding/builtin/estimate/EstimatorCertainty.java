package ptm.understanding.builtin.estimate;

import java.util.List;

/**
 * Turns the share of votes behind a value into the chance that it is right, by a logistic curve fitted to answers about
 * examples that were left out.
 */
record EstimatorCertainty(float slope, float offset) {
    private static final double FLOOR = 0.01;
    private static final int ROUNDS = 50;

    /** A value that was given, and whether it was right. */
    record Outcome(double share, boolean right) {}

    /** The chance that a value with this share of the votes is right, 0 to 1. */
    double of(double share) {
        return sigmoid(slope * logit(share) + offset);
    }

    /** Newton's method on the likelihood, with a little weight on the identity so that few outcomes do not run away. */
    static EstimatorCertainty fit(List<Outcome> outcomes) {
        double a = 1;
        double b = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double ga = 1 - a, gb = -b, haa = 1, hab = 0, hbb = 1;
            for (Outcome outcome : outcomes) {
                double x = logit(outcome.share());
                double p = sigmoid(a * x + b);
                double error = (outcome.right() ? 1 : 0) - p;
                double weight = p * (1 - p);
                ga += error * x;
                gb += error;
                haa += weight * x * x;
                hab += weight * x;
                hbb += weight;
            }
            double determinant = haa * hbb - hab * hab;
            a += (hbb * ga - hab * gb) / determinant;
            b += (haa * gb - hab * ga) / determinant;
        }
        return new EstimatorCertainty((float) a, (float) b);
    }

    private static double logit(double share) {
        double p = Math.clamp(share, FLOOR, 1 - FLOOR);
        return Math.log(p / (1 - p));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
