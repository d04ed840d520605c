package ptm.understanding.builtin.intent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Features as they are found. The features of one family together count as much in a long text as in a short one. */
final class FeatureBag {

    /** A kind of feature, and how much its features count together. */
    enum Family {
        WORD(1.0), PLACE(1.0), LETTERS(1.0), SHAPE(1.2), SIGNAL(1.2), TASKS(2.0), BUILD(1.0);

        private static final Family[] ALL = values();
        final double weight;

        Family(double weight) {
            this.weight = weight;
        }
    }

    private final List<Set<Integer>> found = new ArrayList<>();

    FeatureBag() {
        for (Family _ : Family.ALL)
            found.add(new LinkedHashSet<>());
    }

    void add(Family family, String what) {
        found.get(family.ordinal()).add(Features.hash(family.name().charAt(0) + what));
    }

    Features features() {
        int size = found.stream().mapToInt(Set::size).sum();
        int[] hashes = new int[size];
        float[] values = new float[size];
        int at = 0;
        for (Family family : Family.ALL) {
            Set<Integer> own = found.get(family.ordinal());
            float value = (float) (family.weight / Math.sqrt(Math.max(1, own.size())));
            for (int hash : own) {
                hashes[at] = hash;
                values[at++] = value;
            }
        }
        return new Features(hashes, values);
    }
}
