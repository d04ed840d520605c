package ptm.understanding.builtin.intent;

/** What a person can want with a text; the order is that of the weights file. */
public enum Purpose {
    CAPTURE, REQUEST, EDIT, SMALLTALK
}
