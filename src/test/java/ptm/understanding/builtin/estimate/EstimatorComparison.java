package ptm.understanding.builtin.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.understanding.Vocabulary;

/**
 * Compares kinds of models by cross-validation in three parts and prints a table: what {@code docs/decisions.md} rests
 * on. No part of the tests, run by name; takes minutes.
 */
class EstimatorComparison {
    private static final int PARTS = 3;
    private static final int NEIGHBOURS = 12;

    private final EstimatorThemes themes = EstimatorThemes.load();
    private final FeatureConcepts concepts = FeatureConcepts.ofWords();
    private final List<ExampleTask> examples = ExampleFile.readAll(themes);
    private final EstimatorOutputs outputs = new EstimatorOutputs(EstimatorOutputs.themesOf(examples));
    private final List<Features> features = examples.stream()
            .map(it -> new FeatureReader(concepts).read(it.text(), it.language())).toList();
    private final double[][] answers = examples.stream().map(outputs::answers).toArray(double[][]::new);

    /** Learns from some examples; gives answers about others. */
    private interface Kind {
        float[][] answers(int[] known, int[] asked);
    }

    @Test
    void printsHowWellEachKindOfModelEstimatesWhatItWasNotShown() {
        System.out.println("| model | scales en | ru | minutes en | ru | names F1 en | ru |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        show("the average", this::average);
        show("12 neighbours", this::neighbours);
        show("ridge on hashed word and letter n-grams", (known, asked) -> ridge(known, asked, this::nGrams, false));
        show("kernel ridge, all features, linear", (known, asked) -> ridge(known, asked, i -> i, false));
        float[][] quadratic =
                show("kernel ridge, all features, quadratic", (known, asked) -> ridge(known, asked, i -> i, true));
        float[][] logistic = show("ordinal logistic, all features", this::logistic);
        show("mean of the last two", (_, asked) -> mean(asked, quadratic, logistic));
        assertThat(quadratic).hasNumberOfRows(examples.size());
    }

    private float[][] show(String name, Kind kind) {
        float[][] all = new float[examples.size()][];
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            int[] asked = IntStream.range(0, all.length).filter(i -> i % PARTS == left).toArray();
            int[] known = IntStream.range(0, all.length).filter(i -> i % PARTS != left).toArray();
            float[][] some = kind.answers(known, asked);
            for (int i = 0; i < asked.length; i++)
                all[asked[i]] = some[i];
        }
        EstimatorReport report = new EstimatorReport(examples, estimates(all), themes);
        double[] en = report.summary(Language.EN);
        double[] ru = report.summary(Language.RU);
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n", name, en[0], ru[0],
                en[1], ru[1], en[2], ru[2]);
        return all;
    }

    private List<Estimate> estimates(float[][] all) {
        EstimatorModel empty = new EstimatorModel("", concepts, EstimatorIndex.of(List.of()), outputs, new float[0],
                new float[outputs.count()], Map.of());
        Estimator estimator = new Estimator(empty, themes);
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < all.length; i++)
            estimates.add(estimator.decide(all[i], new EstimatorNames.Asker(examples.get(i).text(),
                    examples.get(i).language(), Vocabulary.EMPTY, List.of())));
        return estimates;
    }

    private float[][] average(int[] known, int[] asked) {
        float[] mean = new float[outputs.count()];
        for (int i : known)
            add(mean, answers[i], 1.0 / known.length);
        return Arrays.stream(asked).mapToObj(_ -> mean).toArray(float[][]::new);
    }

    private float[][] neighbours(int[] known, int[] asked) {
        EstimatorIndex index = EstimatorIndex.of(pick(known));
        return Arrays.stream(asked).mapToObj(i -> {
            float[] near = index.similarities(features.get(i));
            int[] nearest = IntStream.range(0, known.length).boxed()
                    .sorted(java.util.Comparator.comparingDouble(other -> -near[other])).limit(NEIGHBOURS)
                    .mapToInt(Integer::intValue).toArray();
            double total = Arrays.stream(nearest).mapToDouble(other -> near[other] * near[other] + 1e-9).sum();
            float[] row = new float[outputs.count()];
            for (int other : nearest)
                add(row, answers[known[other]], (near[other] * near[other] + 1e-9) / total);
            return row;
        }).toArray(float[][]::new);
    }

    private interface Choice {
        Features of(Features all);
    }

    private Features nGrams(Features all) {
        int[][] some = new int[all.hashes().length][0];
        for (FeatureFamily family : List.of(FeatureFamily.WORD, FeatureFamily.PAIR, FeatureFamily.LETTERS))
            some[family.ordinal()] = all.of(family);
        return new Features(some);
    }

    /** Ridge regression solved by its dual: with a linear kernel the same as by weights of features. */
    private float[][] ridge(int[] known, int[] asked, Choice choice, boolean quadratic) {
        List<Features> shown = pick(known).stream().map(choice::of).toList();
        EstimatorIndex index = EstimatorIndex.of(shown);
        double[][] kernel = shown.stream().map(it -> row(index, it, quadratic)).toArray(double[][]::new);
        EstimatorRidge ridge = EstimatorRidge.solve(kernel,
                Arrays.stream(known).mapToObj(i -> answers[i]).toArray(double[][]::new),
                quadratic ? EstimatorTraining.PENALTY : LINEAR_PENALTY);
        int questions = outputs.count();
        return Arrays.stream(asked).mapToObj(i -> {
            double[] near = row(index, choice.of(features.get(i)), quadratic);
            float[] answer = ridge.means().clone();
            for (int other = 0; other < near.length; other++)
                for (int q = 0; q < questions; q++)
                    answer[q] += (float) (near[other] * ridge.weights()[other * questions + q]);
            return answer;
        }).toArray(float[][]::new);
    }

    private static final double LINEAR_PENALTY = 0.35;

    private static double[] row(EstimatorIndex index, Features text, boolean quadratic) {
        float[] similarities = index.similarities(text);
        // a similarity is 2 (c + c²) of the closeness c
        return IntStream.range(0, similarities.length).mapToDouble(
                i -> quadratic ? similarities[i] : (Math.sqrt(1 + 2 * similarities[i]) - 1) / 2).toArray();
    }

    private float[][] logistic(int[] known, int[] asked) {
        EstimatorLogistic model = new EstimatorLogistic(pick(known),
                Arrays.stream(known).mapToObj(i -> answers[i]).toArray(double[][]::new));
        return Arrays.stream(asked).mapToObj(i -> model.answer(features.get(i))).toArray(float[][]::new);
    }

    private static float[][] mean(int[] asked, float[][] one, float[][] other) {
        return Arrays.stream(asked).mapToObj(i -> {
            float[] row = new float[one[i].length];
            for (int q = 0; q < row.length; q++)
                row[q] = (one[i][q] + other[i][q]) / 2;
            return row;
        }).toArray(float[][]::new);
    }

    private List<Features> pick(int[] which) {
        return Arrays.stream(which).mapToObj(features::get).toList();
    }

    private static void add(float[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++)
            to[i] += (float) (what[i] * factor);
    }
}
