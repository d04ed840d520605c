package ptm.understanding.builtin.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ptm.task.Field;
import ptm.understanding.Vocabulary;

/**
 * Learns from the labelled examples. No part of the tests, run by name: {@code examples/README.md} says when and how.
 */
class EstimatorTraining {
    static final double PENALTY = 0.6;
    private static final Path TARGET = Path.of("src/main/resources" + EstimatorModel.RESOURCE);

    private final EstimatorThemes themes = EstimatorThemes.load();
    private final FeatureConcepts concepts = FeatureConcepts.ofWords();
    private final FeatureReader reader = new FeatureReader(concepts);
    private final List<ExampleTask> examples = ExampleFile.readAll(themes);

    /** Prints how well examples that are left out are estimated, and writes the weights that the application reads. */
    @Test
    void writesWhatTheExamplesTeach() throws IOException {
        EstimatorModel model = train(System.out);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(TARGET)))) {
            model.write(out);
        }
        assertThat(Files.size(TARGET)).isPositive();
    }

    private EstimatorModel train(Appendable report) throws IOException {
        List<Features> features = examples.stream().map(it -> reader.read(it.text(), it.language())).toList();
        EstimatorIndex index = EstimatorIndex.of(features);
        EstimatorOutputs outputs = new EstimatorOutputs(EstimatorOutputs.themesOf(examples));
        EstimatorRidge ridge = EstimatorRidge.solve(kernel(index, features),
                examples.stream().map(outputs::answers).toArray(double[][]::new), PENALTY);
        EstimatorModel unsure = new EstimatorModel(ExampleFile.fingerprint(), concepts, index, outputs,
                ridge.weights(), ridge.means(), Map.of());
        EstimatorModel model = new EstimatorModel(unsure.fingerprint(), concepts, index, outputs, ridge.weights(),
                ridge.means(), certainties(estimates(unsure, ridge)));
        new EstimatorReport(examples, estimates(model, ridge), themes).print(report);
        return model;
    }

    private static double[][] kernel(EstimatorIndex index, List<Features> features) {
        double[][] kernel = new double[features.size()][features.size()];
        for (int i = 0; i < kernel.length; i++) {
            float[] row = index.similarities(features.get(i));
            for (int j = 0; j < row.length; j++)
                kernel[i][j] = row[j];
        }
        return kernel;
    }

    /** What would be said about each example had it been left out. */
    private List<Estimate> estimates(EstimatorModel model, EstimatorRidge ridge) {
        Estimator estimator = new Estimator(model, themes);
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++)
            estimates.add(estimator.decide(ridge.leaveOneOuts()[i], new EstimatorNames.Asker(examples.get(i).text(),
                    examples.get(i).language(), Vocabulary.EMPTY, List.of())));
        return estimates;
    }

    private Map<Field, EstimatorCertainty> certainties(List<Estimate> estimates) {
        Map<Field, EstimatorCertainty> certainties = new EnumMap<>(Field.class);
        new EstimatorReport(examples, estimates, themes).outcomes()
                .forEach((field, outcomes) -> certainties.put(field, EstimatorCertainty.fit(outcomes)));
        return certainties;
    }
}
