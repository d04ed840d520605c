package ptm.understanding.builtin.dump;

/** Whose words a line of a dump holds: what they promise is another's to do where another speaks. */
enum Voice {
    /** The person's own. */
    OWN,
    /** Of whoever wrote to the person. */
    THEIRS,
    /** The person's, in answer to another. */
    REPLY
}
