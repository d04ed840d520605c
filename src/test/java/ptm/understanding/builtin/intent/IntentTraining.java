package ptm.understanding.builtin.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * Learns from the labelled texts. No part of the tests, run by name: {@code intents/README.md} says when and how.
 */
class IntentTraining {
    private static final Path TARGET = Path.of("src/main/resources" + IntentModel.RESOURCE);
    /** Chosen by cross-validation. */
    private static final double PENALTY = 0.12;
    private static final int LEAST = 3;
    private static final int FOLDS = 4;
    /** Neighbours in a file are often variants of each other: they are left out together. */
    private static final int BLOCK = 20;

    private final IntentExamples source = new IntentExamples();
    private final List<IntentExamples.Labelled> texts = source.read();
    private final int[] common = IntentExamples.common(texts);
    private final List<IntentRegression.Example> examples = examples(texts);
    private final List<IntentRegression.Example> more = examples(source.more());

    /** Prints how well texts that are left out are read, and writes the weights that the application reads. */
    @Test
    void writesWhatTheTextsTeach() throws IOException {
        IntentReport report = new IntentReport(texts, outOfFold());
        report.print(System.out);
        IntentModel model = fit(IntStream.range(0, examples.size()).boxed().toList());
        IntentModel calibrated = new IntentModel(model.fingerprint(), model.common(), model.features(),
                model.weights(), model.bias(), (float) report.temperature());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(TARGET)))) {
            calibrated.write(out);
        }
        assertThat(Files.size(TARGET)).isPositive();
    }

    private List<IntentRegression.Example> examples(List<IntentExamples.Labelled> labelled) {
        IntentModel onlyCommon = new IntentModel(0, common, new int[0], new float[0], new float[0], 1);
        IntentFeatures features = new IntentFeatures(source.lexicon, source.words, onlyCommon::isCommon);
        return labelled.stream().map(text -> new IntentRegression.Example(features.read(text.clues()), text.purpose(),
                text.weight())).toList();
    }

    /** What these of the texts teach, with all that is learned from besides. */
    private IntentModel fit(List<Integer> some) {
        List<IntentRegression.Example> all = new ArrayList<>(more);
        some.forEach(text -> all.add(examples.get(text)));
        return IntentRegression.fit(all, PENALTY, LEAST, IntentExamples.fingerprint(), common);
    }

    /** The scores of each text by a model that was not shown it. */
    private List<double[]> outOfFold() {
        double[][] scores = new double[examples.size()][];
        IntStream.range(0, FOLDS).parallel().forEach(fold -> {
            IntentModel model =
                    fit(IntStream.range(0, scores.length).filter(text -> fold(text) != fold).boxed().toList());
            for (int i = 0; i < scores.length; i++)
                if (fold(i) == fold)
                    scores[i] = model.scores(examples.get(i).features());
        });
        return List.of(scores);
    }

    private static int fold(int text) {
        return text / BLOCK % FOLDS;
    }
}
