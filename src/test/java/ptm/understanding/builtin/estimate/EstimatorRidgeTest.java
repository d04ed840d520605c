package ptm.understanding.builtin.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class EstimatorRidgeTest {
    private static final double PENALTY = 0.7;

    private final Random random = new Random(5);
    private final double[][] points = random.doubles(12 * 3, -1, 1).boxed().collect(java.util.stream.Collectors
            .collectingAndThen(java.util.stream.Collectors.toList(), this::inThrees));
    private final double[][] answers = random.doubles(12 * 3).boxed().collect(java.util.stream.Collectors
            .collectingAndThen(java.util.stream.Collectors.toList(), this::inThrees));

    @Test
    void itsLeaveOneOutAnswersAreThoseOfAModelThatWasNotShownTheExample() {
        // the mean is shared, so answers are centred first
        centre();
        EstimatorRidge all = EstimatorRidge.solve(kernel(points), answers, PENALTY);
        double[][] fewerPoints = java.util.Arrays.copyOf(points, 11);
        EstimatorRidge without = EstimatorRidge.solve(kernel(fewerPoints), centred(), PENALTY);
        for (int question = 0; question < 3; question++) {
            double answer = lastMean(question);
            for (int i = 0; i < 11; i++)
                answer += dot(points[i], points[11]) * without.weights()[i * 3 + question];
            assertThat((double) all.leaveOneOuts()[11][question]).isCloseTo(answer, within(0.05));
        }
    }

    @Test
    void itsWeightsSolveTheEquation() {
        EstimatorRidge ridge = EstimatorRidge.solve(kernel(points), answers, PENALTY);
        for (int i = 0; i < 12; i++)
            for (int question = 0; question < 3; question++) {
                double left = PENALTY * ridge.weights()[i * 3 + question] + ridge.means()[question];
                for (int j = 0; j < 12; j++)
                    left += dot(points[i], points[j]) * ridge.weights()[j * 3 + question];
                assertThat(left).isCloseTo(answers[i][question], within(1e-5));
            }
    }

    private void centre() {
        for (int question = 0; question < 3; question++) {
            double sum = 0;
            for (double[] row : answers)
                sum += row[question];
            for (double[] row : answers)
                row[question] -= sum / answers.length;
        }
    }

    private double[][] centred() {
        return java.util.Arrays.copyOf(answers, 11);
    }

    private double lastMean(int question) {
        double sum = 0;
        for (int i = 0; i < 11; i++)
            sum += answers[i][question];
        return sum / 11;
    }

    private static double[][] kernel(double[][] points) {
        double[][] kernel = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++)
            for (int j = 0; j < points.length; j++)
                kernel[i][j] = dot(points[i], points[j]);
        return kernel;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private double[][] inThrees(java.util.List<Double> numbers) {
        double[][] rows = new double[numbers.size() / 3][3];
        for (int i = 0; i < numbers.size(); i++)
            rows[i / 3][i % 3] = numbers.get(i);
        return rows;
    }
}
