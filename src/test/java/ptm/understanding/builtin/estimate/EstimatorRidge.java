package ptm.understanding.builtin.estimate;

/**
 * Kernel ridge regression, solved exactly, with the answer to each example by a model that never saw it.
 *
 * @param weights      by example, then by question
 * @param means        the average answer to each question, taken off before and to be added after
 * @param leaveOneOuts by example: what the model would answer had the example been left out
 */
record EstimatorRidge(float[] weights, float[] means, float[][] leaveOneOuts) {

    /**
     * @param kernel  the similarity of all examples; overwritten
     * @param answers by example, then by question
     */
    static EstimatorRidge solve(double[][] kernel, double[][] answers, double penalty) {
        int examples = kernel.length;
        int questions = answers[0].length;
        double[] means = means(answers);
        for (int i = 0; i < examples; i++)
            kernel[i][i] += penalty;
        double[][] inverse = invertLower(factor(kernel));
        double[][] solution = new double[examples][questions];
        double[] diagonal = new double[examples];
        for (int i = 0; i < examples; i++) {
            double[] half = new double[questions];
            for (int k = 0; k <= i; k++)
                for (int q = 0; q < questions; q++)
                    half[q] += inverse[i][k] * (answers[k][q] - means[q]);
            for (int k = 0; k <= i; k++) {
                add(solution[k], half, inverse[i][k]);
                diagonal[k] += inverse[i][k] * inverse[i][k];
            }
        }
        return result(answers, means, solution, diagonal);
    }

    private static EstimatorRidge result(double[][] answers, double[] means, double[][] solution, double[] diagonal) {
        int questions = means.length;
        float[] weights = new float[answers.length * questions];
        float[][] left = new float[answers.length][questions];
        for (int i = 0; i < answers.length; i++)
            for (int q = 0; q < questions; q++) {
                weights[i * questions + q] = (float) solution[i][q];
                left[i][q] = (float) (answers[i][q] - solution[i][q] / diagonal[i]);
            }
        float[] floats = new float[questions];
        for (int q = 0; q < questions; q++)
            floats[q] = (float) means[q];
        return new EstimatorRidge(weights, floats, left);
    }

    /** The Cholesky factor, in place of the lower half. */
    private static double[][] factor(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++)
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] - dot(matrix[i], matrix[j], j);
                matrix[i][j] = i == j ? Math.sqrt(rest) : rest / matrix[j][j];
            }
        return matrix;
    }

    private static double[][] invertLower(double[][] lower) {
        double[][] inverse = new double[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            inverse[i] = new double[i + 1];
            for (int k = 0; k < i; k++)
                add(inverse[i], inverse[k], -lower[i][k] / lower[i][i]);
            inverse[i][i] = 1 / lower[i][i];
        }
        return inverse;
    }

    private static double dot(double[] a, double[] b, int length) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return (length & 1) == 0 ? even + odd : even + odd + a[length - 1] * b[length - 1];
    }

    private static void add(double[] to, double[] what, double factor) {
        int length = Math.min(to.length, what.length);
        for (int i = 0; i < length; i++)
            to[i] += what[i] * factor;
    }

    private static double[] means(double[][] answers) {
        double[] means = new double[answers[0].length];
        for (double[] row : answers)
            add(means, row, 1.0 / answers.length);
        return means;
    }
}
