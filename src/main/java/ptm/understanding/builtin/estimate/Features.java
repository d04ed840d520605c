package ptm.understanding.builtin.estimate;

/** What a text looks like to the estimator: for each {@link FeatureFamily} the hashes of what was found, ascending. */
record Features(int[][] hashes) {
    int[] of(FeatureFamily family) {
        return hashes[family.ordinal()];
    }

    /** FNV-1a, spread; {@link String#hashCode} takes too many short Russian words for one another. */
    static int hash(String what, int seed) {
        int hash = (0x811C9DC5 ^ seed) * 0x01000193;
        for (int i = 0; i < what.length(); i++)
            hash = (hash ^ what.charAt(i)) * 0x01000193;
        hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }
}
