package ptm.understanding.builtin.estimate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import ptm.account.Language;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Scale;

/** How good estimates of known tasks are: per field and language, and whether the confidences hold. */
final class EstimatorReport {
    private static final int BINS = 10;

    private final List<ExampleTask> examples;
    private final List<Estimate> estimates;
    private final EstimatorThemes themes;

    EstimatorReport(List<ExampleTask> examples, List<Estimate> estimates, EstimatorThemes themes) {
        this.examples = examples;
        this.estimates = estimates;
        this.themes = themes;
    }

    /** By field: each value that was given with its confidence, and whether it was right. */
    Map<Field, List<EstimatorCertainty.Outcome>> outcomes() {
        Map<Field, List<EstimatorCertainty.Outcome>> outcomes = new EnumMap<>(Field.class);
        for (int i = 0; i < examples.size(); i++)
            addOutcomes(outcomes, examples.get(i), estimates.get(i));
        return outcomes;
    }

    void print(Appendable out) throws IOException {
        out.append("Each example is estimated by a model that was not shown it.\n\n");
        out.append("| field | en | ru | |\n| --- | --- | --- | --- |\n");
        for (Scale scale : Scale.values())
            row(out, scale.jsonName(), "exact",
                    (task, it) -> task.scale(scale) == value(it, scale) ? 1 : 0);
        row(out, "all scales", "exact", EstimatorReport::exactScales);
        row(out, "all scales", "one step off at most", EstimatorReport::nearScales);
        row(out, "minutes", "within a factor of two",
                (task, it) -> isNear(task.minutes(), it.minutes().value()) ? 1 : 0);
        for (Label label : Label.values()) {
            row(out, label.jsonName(), "one right, no more wrong than right", (task, it) -> met(task, it, label));
            row(out, label.jsonName(), "F1", (task, it) -> f1(task, it, label));
        }
        printReliability(out);
    }

    /** In percent: exact scales, minutes within a factor of two, the mean F1 of the names. */
    double[] summary(Language language) {
        double names = 0;
        for (Label label : Label.values())
            names += mean(language, (task, it) -> f1(task, it, label)) / Label.values().length;
        return new double[] { 100 * mean(language, EstimatorReport::exactScales),
            100 * mean(language, (task, it) -> isNear(task.minutes(), it.minutes().value()) ? 1 : 0),
            100 * names };
    }

    private interface Score {
        double of(ExampleTask task, Estimate estimate);
    }

    private void row(Appendable out, String field, String measure, Score score) throws IOException {
        out.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %s |%n", field, 100 * mean(Language.EN, score),
                100 * mean(Language.RU, score), measure));
    }

    private double mean(Language language, Score score) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < examples.size(); i++)
            if (examples.get(i).language() == language) {
                sum += score.of(examples.get(i), estimates.get(i));
                count++;
            }
        return count == 0 ? 0 : sum / count;
    }

    private void printReliability(Appendable out) throws IOException {
        out.append("\nOf the values given with a confidence, so many are right:\n\n");
        out.append("| confidence | values | mean confidence | right |\n| --- | --- | --- | --- |\n");
        List<EstimatorCertainty.Outcome> all = new ArrayList<>();
        outcomes().values().forEach(all::addAll);
        for (int bin = 0; bin < BINS; bin++) {
            double from = bin / (double) BINS;
            double until = (bin + 1) / (double) BINS;
            List<EstimatorCertainty.Outcome> some = all.stream()
                    .filter(it -> it.share() >= from && it.share() < until).toList();
            if (!some.isEmpty())
                out.append(String.format(Locale.ROOT, "| %.1f–%.1f | %d | %.3f | %.3f |%n", from, until, some.size(),
                        some.stream().mapToDouble(EstimatorCertainty.Outcome::share).average().orElse(0),
                        some.stream().mapToDouble(it -> it.right() ? 1 : 0).average().orElse(0)));
        }
    }

    private void addOutcomes(Map<Field, List<EstimatorCertainty.Outcome>> outcomes, ExampleTask task,
            Estimate estimate) {
        estimate.scales().forEach((scale, guess) -> add(outcomes, Field.of(scale), guess.confidence(),
                guess.value() == task.scale(scale)));
        add(outcomes, Field.MINUTES, estimate.minutes().confidence(),
                isNear(task.minutes(), estimate.minutes().value()));
        for (Label label : Label.values())
            for (Estimate.Guess<String> guess : estimate.guesses(label))
                add(outcomes, Field.of(label), guess.confidence(), wanted(task, label).contains(guess.value()));
    }

    private static void add(Map<Field, List<EstimatorCertainty.Outcome>> outcomes, Field field, double confidence,
            boolean right) {
        outcomes.computeIfAbsent(field, _ -> new ArrayList<>())
                .add(new EstimatorCertainty.Outcome(confidence, right));
    }

    private static double exactScales(ExampleTask task, Estimate estimate) {
        return share(task, estimate, 0);
    }

    private static double nearScales(ExampleTask task, Estimate estimate) {
        return share(task, estimate, 1);
    }

    private static double share(ExampleTask task, Estimate estimate, int off) {
        return task.scales().entrySet().stream()
                .filter(it -> Math.abs(it.getValue() - value(estimate, it.getKey())) <= off).count()
                / (double) Scale.values().length;
    }

    private static int value(Estimate estimate, Scale scale) {
        Estimate.Guess<Integer> guess = estimate.scales().get(scale);
        return guess == null ? -1 : guess.value();
    }

    private static boolean isNear(int minutes, int estimate) {
        return estimate <= minutes * Estimator.MINUTES_FACTOR && minutes <= estimate * Estimator.MINUTES_FACTOR;
    }

    private double met(ExampleTask task, Estimate estimate, Label label) {
        Set<String> wanted = wanted(task, label);
        List<String> given = estimate.names(label);
        long right = given.stream().filter(wanted::contains).count();
        return right > 0 && right * 2 >= given.size() || wanted.isEmpty() && given.isEmpty() ? 1 : 0;
    }

    private double f1(ExampleTask task, Estimate estimate, Label label) {
        Set<String> wanted = wanted(task, label);
        List<String> given = estimate.names(label);
        long right = given.stream().filter(wanted::contains).count();
        return wanted.isEmpty() && given.isEmpty() ? 1 : 2.0 * right / (wanted.size() + given.size());
    }

    private Set<String> wanted(ExampleTask task, Label label) {
        Set<String> names = new HashSet<>();
        for (String name : task.labels().getOrDefault(label, List.of()))
            names.add(label == Label.THEMES ? themes.name(name, task.language()) : name);
        return names;
    }
}
