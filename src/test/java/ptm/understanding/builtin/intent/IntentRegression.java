package ptm.understanding.builtin.intent;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits a multinomial logistic regression with a quadratic penalty. Its optimum is unique, so that training twice gives
 * the same weights.
 *
 * <p>The search is L-BFGS: D. C. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization",
 * Mathematical Programming 45, 1989.
 */
final class IntentRegression {
    private static final int ROUNDS = 120;
    private static final int MEMORY = 8;
    private static final double ENOUGH = 1e-4;
    private static final double SMALL = 2e-6;
    private static final int PURPOSES = IntentModel.PURPOSES;

    /**
     * @param weight how much the example counts
     */
    record Example(Features features, Purpose purpose, double weight) {}

    private record Step(double[] moved, double[] turned, double dot) {}

    private final double penalty;
    private final int[] vocabulary;
    /** By example: the places of its features in the vocabulary, and how much each counts. */
    private final int[][] rows;
    private final float[][] values;
    private final List<Example> examples;
    private final int size;

    private IntentRegression(List<Example> examples, double penalty, int least) {
        this.examples = examples;
        this.penalty = penalty;
        this.vocabulary = vocabulary(examples, least);
        this.rows = new int[examples.size()][];
        this.values = new float[examples.size()][];
        for (int i = 0; i < rows.length; i++)
            place(i, examples.get(i).features());
        this.size = (vocabulary.length + 1) * PURPOSES;
    }

    private void place(int example, Features features) {
        int[] places = Arrays.stream(features.hashes()).map(hash -> Arrays.binarySearch(vocabulary, hash)).toArray();
        int[] known = IntStream.range(0, places.length).filter(i -> places[i] >= 0).toArray();
        rows[example] = Arrays.stream(known).map(i -> places[i] * PURPOSES).toArray();
        values[example] = new float[known.length];
        for (int i = 0; i < known.length; i++)
            values[example][i] = features.values()[known[i]];
    }

    /** @param least how many examples must have a feature for it to count */
    static IntentModel fit(List<Example> examples, double penalty, int least, int fingerprint, int[] common) {
        IntentRegression regression = new IntentRegression(examples, penalty, least);
        double[] found = regression.search();
        int weights = found.length - PURPOSES;
        float[] all = new float[found.length];
        for (int i = 0; i < all.length; i++)
            all[i] = (float) found[i];
        return new IntentModel(fingerprint, common, regression.vocabulary, Arrays.copyOf(all, weights),
                Arrays.copyOfRange(all, weights, all.length), 1);
    }

    private static int[] vocabulary(List<Example> examples, int least) {
        int[] all = examples.stream().flatMapToInt(example -> Arrays.stream(example.features().hashes())).sorted()
                .toArray();
        IntPredicate often = at -> at + least <= all.length && all[at + least - 1] == all[at]
                && (at == 0 || all[at - 1] != all[at]);
        return IntStream.range(0, all.length).filter(often).map(at -> all[at]).toArray();
    }

    private double[] search() {
        double[] at = new double[size];
        double[] slope = new double[size];
        double cost = cost(at, slope);
        Deque<Step> steps = new ArrayDeque<>();
        for (int round = 0; round < ROUNDS && Math.sqrt(dot(slope, slope)) > ENOUGH; round++) {
            double[] way = direction(slope, steps);
            double descent = dot(way, slope);
            double length = round == 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
            double[] next = new double[size];
            double[] nextSlope = new double[size];
            double nextCost;
            while (true) {
                for (int i = 0; i < size; i++)
                    next[i] = at[i] + length * way[i];
                nextCost = cost(next, nextSlope);
                if (nextCost <= cost + 1e-4 * length * descent || length < 1e-10)
                    break;
                length /= 2;
            }
            remember(steps, at, next, slope, nextSlope);
            if (cost - nextCost < SMALL * cost)
                return next;
            at = next;
            slope = nextSlope;
            cost = nextCost;
        }
        return at;
    }

    private static void remember(Deque<Step> steps, double[] at, double[] next, double[] slope, double[] nextSlope) {
        double[] moved = new double[at.length];
        double[] turned = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            moved[i] = next[i] - at[i];
            turned[i] = nextSlope[i] - slope[i];
        }
        double dot = dot(moved, turned);
        if (dot <= 1e-12)
            return;
        steps.addLast(new Step(moved, turned, dot));
        if (steps.size() > MEMORY)
            steps.removeFirst();
    }

    /** The two loops that turn the slope by what the last steps told of the curvature. */
    private static double[] direction(double[] slope, Deque<Step> steps) {
        double[] way = slope.clone();
        double[] shares = new double[steps.size()];
        int at = steps.size();
        for (Iterator<Step> back = steps.descendingIterator(); back.hasNext();) {
            Step step = back.next();
            shares[--at] = dot(step.moved(), way) / step.dot();
            add(way, step.turned(), -shares[at]);
        }
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            double scale = last.dot() / dot(last.turned(), last.turned());
            for (int i = 0; i < way.length; i++)
                way[i] *= scale;
        }
        for (Step step : steps) {
            double back = dot(step.turned(), way) / step.dot();
            add(way, step.moved(), shares[at++] - back);
        }
        for (int i = 0; i < way.length; i++)
            way[i] = -way[i];
        return way;
    }

    /** The cost of these weights; its slope is written into {@code slope}. */
    private double cost(double[] weights, double[] slope) {
        int bias = vocabulary.length * PURPOSES;
        double cost = 0;
        for (int i = 0; i < bias; i++) {
            cost += penalty / 2 * weights[i] * weights[i];
            slope[i] = penalty * weights[i];
        }
        Arrays.fill(slope, bias, size, 0);
        for (int i = 0; i < rows.length; i++)
            cost += cost(i, weights, slope);
        return cost;
    }

    private double cost(int number, double[] weights, double[] slope) {
        Example example = examples.get(number);
        int[] row = rows[number];
        double[] scores = Arrays.copyOfRange(weights, size - PURPOSES, size);
        for (int i = 0; i < row.length; i++)
            for (int purpose = 0; purpose < PURPOSES; purpose++)
                scores[purpose] += weights[row[i] + purpose] * values[number][i];
        double[] pulls = IntentModel.softmax(scores, 1);
        double share = pulls[example.purpose().ordinal()];
        pulls[example.purpose().ordinal()] -= 1;
        for (int purpose = 0; purpose < PURPOSES; purpose++)
            pulls[purpose] *= example.weight();
        for (int i = 0; i < row.length; i++)
            for (int purpose = 0; purpose < PURPOSES; purpose++)
                slope[row[i] + purpose] += pulls[purpose] * values[number][i];
        for (int purpose = 0; purpose < PURPOSES; purpose++)
            slope[size - PURPOSES + purpose] += pulls[purpose];
        return -example.weight() * Math.log(Math.max(1e-300, share));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++)
            to[i] += times * what[i];
    }
}
