package ptm.understanding.builtin.estimate;

/**
 * A kind of features; each is brought to length 1 by itself, so that a long text does not drown in its letters.
 *
 * <p>The weights were chosen by leave-one-out on the examples; they are flat around their best.
 */
enum FeatureFamily {
    WORD(0.7f), FIRST_WORD(0.3f), PAIR(0.2f), LETTERS(0.5f), CONCEPT(1.5f), FIRST_CONCEPT(0.3f), CONCEPT_PAIR(0.5f),
    SHAPE(0.1f), LANGUAGE(0.2f);

    /** Its part in the similarity of two texts. */
    final float weight;

    FeatureFamily(float weight) {
        this.weight = weight;
    }
}
