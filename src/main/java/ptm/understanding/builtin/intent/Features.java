package ptm.understanding.builtin.intent;

/**
 * What the model sees of a text.
 *
 * @param hashes of its features, each once
 * @param values how much each counts
 */
record Features(int[] hashes, float[] values) {

    /** FNV-1a over the characters, mixed once more so that short texts spread over all bits. */
    static int hash(String text) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++)
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }
}
