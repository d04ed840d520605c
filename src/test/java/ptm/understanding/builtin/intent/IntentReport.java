package ptm.understanding.builtin.intent;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import ptm.account.Language;

/** How well texts that were left out are read, and whether the probabilities hold. */
final class IntentReport {
    private static final double[] EDGES = { 0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01 };

    private final List<IntentExamples.Labelled> texts;
    private final List<double[]> scores;
    private final double temperature;

    IntentReport(List<IntentExamples.Labelled> texts, List<double[]> scores) {
        this.texts = texts;
        this.scores = scores;
        this.temperature = likeliest();
    }

    /** By which scores are divided so that the labels become as likely as they can. */
    double temperature() {
        return temperature;
    }

    void print(Appendable out) throws IOException {
        out.append(String.format(Locale.ROOT, "left out: %d texts, temperature %.2f%n", texts.size(), temperature));
        for (Language language : Language.values())
            for (Purpose purpose : Purpose.values())
                out.append(String.format(Locale.ROOT, "%s %-9s %.1f %%%n", language.code(), purpose, share(
                        i -> texts.get(i).language() == language && texts.get(i).purpose() == purpose)));
        out.append(String.format(Locale.ROOT,
                "without tasks %.1f %%%nbeside tasks  %.1f %%%n%nsaid         texts  right %%%n",
                share(i -> !texts.get(i).withTasks()), share(i -> texts.get(i).withTasks())));
        for (int edge = 0; edge + 1 < EDGES.length; edge++) {
            double from = EDGES[edge];
            double until = EDGES[edge + 1];
            Predicate<Integer> inside = i -> sure(i) >= from && sure(i) < until;
            long count = IntStream.range(0, texts.size()).boxed().filter(inside).count();
            out.append(String.format(Locale.ROOT, "%.2f to %.2f  %5d  %.1f%n", from, Math.min(1, until), count,
                    share(inside)));
        }
    }

    private double share(Predicate<Integer> which) {
        return 100 * IntStream.range(0, texts.size()).boxed().filter(which).mapToInt(i -> isRight(i) ? 1 : 0).average()
                .orElse(0);
    }

    private double sure(int text) {
        double[] shares = IntentModel.softmax(scores.get(text), temperature);
        return shares[best(shares)];
    }

    private boolean isRight(int text) {
        return best(scores.get(text)) == texts.get(text).purpose().ordinal();
    }

    private static int best(double[] of) {
        return IntStream.range(0, of.length).boxed().max((a, b) -> Double.compare(of[a], of[b])).orElse(0);
    }

    private double likeliest() {
        double best = 1;
        for (double tried = 0.3; tried < 4; tried += 0.02)
            best = surprise(tried) < surprise(best) ? tried : best;
        return best;
    }

    private double surprise(double at) {
        double sum = 0;
        for (int i = 0; i < texts.size(); i++)
            sum -= Math.log(IntentModel.softmax(scores.get(i), at)[texts.get(i).purpose().ordinal()]);
        return sum;
    }
}
