package ptm.understanding.builtin.intent;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Multinomial logistic regression: a weight for every feature and purpose, learned from labelled texts. Immutable.
 *
 * <p>D. R. Cox, "The regression analysis of binary sequences", 1958, in its form for several classes (C. M. Bishop,
 * "Pattern Recognition and Machine Learning", 2006, 4.3.4); its probabilities are made true to what happens with one
 * temperature (C. Guo et al., "On calibration of modern neural networks", 2017).
 *
 * @param fingerprint a hash of the texts it was learned from
 * @param common      hashes of the words that keep their form where the others are only looked at for their shape
 * @param features    hashes, ascending
 * @param weights     by feature, then by purpose
 * @param temperature what scores are divided by
 */
record IntentModel(int fingerprint, int[] common, int[] features, float[] weights, float[] bias, float temperature) {
    static final String RESOURCE = "/intents/intents.bin";
    static final int PURPOSES = Purpose.values().length;
    private static final int FORMAT = 0x50544D32;

    static IntentModel load() {
        try (InputStream in = IntentModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null)
                throw new IllegalStateException(RESOURCE + " is missing: train it (intents/README.md)");
            return read(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isCommon(String word) {
        return Arrays.binarySearch(common, Features.hash(word)) >= 0;
    }

    /** The scores before they become probabilities, by purpose. */
    double[] scores(Features text) {
        double[] scores = new double[PURPOSES];
        for (int purpose = 0; purpose < PURPOSES; purpose++)
            scores[purpose] = bias[purpose];
        for (int i = 0; i < text.hashes().length; i++) {
            int at = Arrays.binarySearch(features, text.hashes()[i]);
            for (int purpose = 0; at >= 0 && purpose < PURPOSES; purpose++)
                scores[purpose] += weights[at * PURPOSES + purpose] * text.values()[i];
        }
        return scores;
    }

    /** How likely each purpose is; they add up to 1. */
    double[] probabilities(Features text) {
        return softmax(scores(text), temperature);
    }

    static double[] softmax(double[] scores, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores)
            most = Math.max(most, score);
        double sum = 0;
        double[] shares = new double[scores.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp((scores[i] - most) / temperature);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++)
            shares[i] /= sum;
        return shares;
    }

    /** Weights in 16 bits each, as parts of the largest. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(fingerprint);
        writeAll(out, common);
        writeAll(out, features);
        float largest = 0;
        for (float weight : weights)
            largest = Math.max(largest, Math.abs(weight));
        out.writeFloat(largest);
        for (float weight : weights)
            out.writeShort(Math.round(weight / largest * Short.MAX_VALUE));
        for (float one : bias)
            out.writeFloat(one);
        out.writeFloat(temperature);
    }

    private static IntentModel read(ByteBuffer in) {
        if (in.getInt() != FORMAT)
            throw new IllegalStateException(RESOURCE + " is of another version: train it again");
        int fingerprint = in.getInt();
        int[] common = readAll(in);
        int[] features = readAll(in);
        float unit = in.getFloat() / Short.MAX_VALUE;
        short[] units = new short[features.length * PURPOSES];
        in.asShortBuffer().get(units);
        in.position(in.position() + units.length * Short.BYTES);
        float[] weights = new float[units.length];
        for (int i = 0; i < weights.length; i++)
            weights[i] = units[i] * unit;
        float[] bias = new float[PURPOSES];
        for (int i = 0; i < PURPOSES; i++)
            bias[i] = in.getFloat();
        return new IntentModel(fingerprint, common, features, weights, bias, in.getFloat());
    }

    private static void writeAll(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers)
            out.writeInt(number);
    }

    private static int[] readAll(ByteBuffer in) {
        int[] numbers = new int[in.getInt()];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + numbers.length * Integer.BYTES);
        return numbers;
    }
}
