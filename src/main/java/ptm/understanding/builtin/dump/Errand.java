package ptm.understanding.builtin.dump;

/**
 * Words of one task within a sentence, as places of words.
 *
 * @param core     where the words end that name it
 * @param until    exclusive
 * @param inherits whether a day said before holds for it
 * @param verb     what is to be done, where it was said of the first of several only; else empty
 */
record Errand(int from, int core, int until, Clause.Kind kind, boolean inherits, String verb) {}
