package ptm.understanding.builtin.estimate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The features of all examples, turned over: for each feature the examples that have it.
 *
 * <p>Two texts are as close as the mean over families of the cosine, features weighed by their rarity; how similar they
 * count is a polynomial of that (a kernel of degree 2: what two features say together may differ from what they say
 * apart. Schölkopf and Smola, Learning with Kernels, 2002, section 2.1).
 */
final class EstimatorIndex {
    private static final int FAMILIES = FeatureFamily.values().length;
    private static final float[] WEIGHTS = weights();

    private final int[] vocabulary;
    private final float[] squaredRarity;
    private final int[][] rows;
    private final int[] starts;
    private final char[] postings;
    /** By example and family: 1 over the length of its features. */
    private final float[] scales;
    private final byte[] families;

    /**
     * @param vocabulary hashes of all features, ascending
     * @param families   the family of each feature
     * @param rows       by example: places in the vocabulary, ascending
     */
    private EstimatorIndex(int[] vocabulary, byte[] families, int[][] rows) {
        this.vocabulary = vocabulary;
        this.families = families;
        this.rows = rows;
        this.starts = new int[vocabulary.length + 1];
        for (int[] row : rows)
            for (int feature : row)
                starts[feature + 1]++;
        this.squaredRarity = new float[vocabulary.length];
        for (int i = 0; i < vocabulary.length; i++)
            squaredRarity[i] = squaredRarity(starts[i + 1]);
        for (int i = 0; i < vocabulary.length; i++)
            starts[i + 1] += starts[i];
        this.postings = new char[starts[vocabulary.length]];
        this.scales = new float[rows.length * FAMILIES];
        fill();
    }

    static EstimatorIndex of(List<Features> examples) {
        int[] vocabulary = examples.stream().flatMap(features -> Arrays.stream(features.hashes()))
                .flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        byte[] families = new byte[vocabulary.length];
        int[][] rows = new int[examples.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.stream(examples.get(i).hashes()).flatMapToInt(Arrays::stream)
                    .map(hash -> Arrays.binarySearch(vocabulary, hash)).sorted().distinct().toArray();
            for (FeatureFamily family : FeatureFamily.values())
                for (int hash : examples.get(i).of(family))
                    families[Arrays.binarySearch(vocabulary, hash)] = (byte) family.ordinal();
        }
        return new EstimatorIndex(vocabulary, families, rows);
    }

    int size() {
        return rows.length;
    }

    /** How similar a text is to each example. */
    float[] similarities(Features features) {
        float[] out = new float[rows.length];
        for (int family = 0; family < FAMILIES; family++) {
            int[] found = Arrays.stream(features.hashes()[family]).map(hash -> Arrays.binarySearch(vocabulary, hash))
                    .filter(place -> place >= 0).toArray();
            float length = 0;
            for (int feature : found)
                length += squaredRarity[feature];
            for (int feature : found)
                spread(out, feature, family, WEIGHTS[family] / (float) Math.sqrt(length));
        }
        for (int example = 0; example < out.length; example++)
            out[example] = 2 * out[example] * (1 + out[example]);
        return out;
    }

    /** The squared rarity of a feature, also of one that no example has. */
    float squaredRarityOf(int hash) {
        int place = Arrays.binarySearch(vocabulary, hash);
        return place >= 0 ? squaredRarity[place] : squaredRarity(0);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(vocabulary.length);
        for (int hash : vocabulary)
            out.writeInt(hash);
        out.write(families);
        out.writeInt(rows.length);
        for (int[] row : rows) {
            out.writeShort(row.length);
            int before = -1;
            for (int feature : row) {
                writeVariable(out, feature - before - 1);
                before = feature;
            }
        }
    }

    static EstimatorIndex read(DataInputStream in) throws IOException {
        int[] vocabulary = new int[in.readInt()];
        for (int i = 0; i < vocabulary.length; i++)
            vocabulary[i] = in.readInt();
        byte[] families = in.readNBytes(vocabulary.length);
        int[][] rows = new int[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[in.readUnsignedShort()];
            int before = -1;
            for (int j = 0; j < rows[i].length; j++) {
                before += readVariable(in) + 1;
                rows[i][j] = before;
            }
        }
        return new EstimatorIndex(vocabulary, families, rows);
    }

    private void fill() {
        int[] next = Arrays.copyOf(starts, vocabulary.length);
        for (int i = 0; i < rows.length; i++) {
            for (int feature : rows[i]) {
                postings[next[feature]++] = (char) i;
                scales[i * FAMILIES + families[feature]] += squaredRarity[feature];
            }
            for (int family = 0; family < FAMILIES; family++)
                if (scales[i * FAMILIES + family] > 0)
                    scales[i * FAMILIES + family] = 1 / (float) Math.sqrt(scales[i * FAMILIES + family]);
        }
    }

    private void spread(float[] out, int feature, int family, float weight) {
        float part = squaredRarity[feature] * weight;
        for (int at = starts[feature]; at < starts[feature + 1]; at++)
            out[postings[at]] += part * scales[postings[at] * FAMILIES + family];
    }

    private float squaredRarity(int examples) {
        double rarity = Math.log((rows.length + 1) / (examples + 0.5));
        return (float) (rarity * rarity);
    }

    private static float[] weights() {
        float total = 0;
        for (FeatureFamily family : FeatureFamily.values())
            total += family.weight;
        float[] weights = new float[FAMILIES];
        for (FeatureFamily family : FeatureFamily.values())
            weights[family.ordinal()] = family.weight / total;
        return weights;
    }

    /** Seven bits a byte, the lowest first; the gaps between features are small numbers. */
    private static void writeVariable(DataOutputStream out, int value) throws IOException {
        int rest = value;
        for (; rest > 0x7F; rest >>>= 7)
            out.write(rest & 0x7F | 0x80);
        out.write(rest);
    }

    private static int readVariable(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0;; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
