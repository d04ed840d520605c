package ptm.understanding.builtin.estimate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import ptm.task.Field;

/**
 * What was learned from the examples: kernel ridge regression, that is, for every example and question a weight by
 * which its similarity counts. Immutable.
 *
 * @param fingerprint a hash of the data it was learned from
 * @param concepts    as they were when it learned
 * @param weights     by example, then by question
 * @param means       the average answer to each question
 * @param certainties by field, how much its votes can be trusted
 */
record EstimatorModel(String fingerprint, FeatureConcepts concepts, EstimatorIndex index, EstimatorOutputs outputs,
        float[] weights, float[] means, Map<Field, EstimatorCertainty> certainties) {
    static final String RESOURCE = "/examples/estimator.bin";
    private static final int FORMAT = 0x50544D31;

    static EstimatorModel load() {
        try (InputStream in = EstimatorModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null)
                throw new IllegalStateException(RESOURCE + " is missing: train the estimator (examples/README.md)");
            return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to each question of {@link EstimatorOutputs}, about 0 to 1. */
    float[] answer(Features features) {
        float[] similarities = index.similarities(features);
        float[] answers = means.clone();
        for (int example = 0; example < similarities.length; example++) {
            float similarity = similarities[example];
            if (similarity == 0)
                continue;
            int from = example * answers.length;
            for (int question = 0; question < answers.length; question++)
                answers[question] += similarity * weights[from + question];
        }
        return answers;
    }

    EstimatorCertainty certainty(Field field) {
        return certainties.getOrDefault(field, new EstimatorCertainty(1, 0));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeUTF(fingerprint);
        concepts.write(out);
        out.writeShort(outputs.themes().size());
        for (String theme : outputs.themes())
            out.writeUTF(theme);
        index.write(out);
        for (float mean : means)
            out.writeFloat(mean);
        writeWeights(out);
        out.writeShort(certainties.size());
        for (Map.Entry<Field, EstimatorCertainty> entry : certainties.entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeFloat(entry.getValue().slope());
            out.writeFloat(entry.getValue().offset());
        }
    }

    private static EstimatorModel read(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT)
            throw new IllegalStateException(RESOURCE + " is of another version: train the estimator again");
        String fingerprint = in.readUTF();
        FeatureConcepts concepts = FeatureConcepts.read(in);
        List<String> themes = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--)
            themes.add(in.readUTF());
        EstimatorOutputs outputs = new EstimatorOutputs(themes);
        EstimatorIndex index = EstimatorIndex.read(in);
        float[] means = new float[outputs.count()];
        for (int i = 0; i < means.length; i++)
            means[i] = in.readFloat();
        float[] weights = readWeights(in, index.size(), means.length);
        Map<Field, EstimatorCertainty> certainties = new EnumMap<>(Field.class);
        for (int left = in.readShort(); left > 0; left--)
            certainties.put(Field.valueOf(in.readUTF()), new EstimatorCertainty(in.readFloat(), in.readFloat()));
        return new EstimatorModel(fingerprint, concepts, index, outputs, weights, means, certainties);
    }

    /** In 16 bits each: the largest weight of a question is written in full, the others as parts of it. */
    private void writeWeights(DataOutputStream out) throws IOException {
        int questions = means.length;
        for (int question = 0; question < questions; question++) {
            float largest = 0;
            for (int at = question; at < weights.length; at += questions)
                largest = Math.max(largest, Math.abs(weights[at]));
            out.writeFloat(largest);
            for (int at = question; at < weights.length; at += questions)
                out.writeShort(largest == 0 ? 0 : Math.round(weights[at] / largest * Short.MAX_VALUE));
        }
    }

    private static float[] readWeights(DataInputStream in, int examples, int questions) throws IOException {
        float[] weights = new float[examples * questions];
        for (int question = 0; question < questions; question++) {
            float unit = in.readFloat() / Short.MAX_VALUE;
            for (int at = question; at < weights.length; at += questions)
                weights[at] = in.readShort() * unit;
        }
        return weights;
    }
}
