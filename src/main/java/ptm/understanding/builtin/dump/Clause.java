package ptm.understanding.builtin.dump;

/**
 * Some words of a sentence and what they are to a task.
 *
 * @param until exclusive
 */
record Clause(int from, int until, Kind kind) {
    /** What a clause does. */
    enum Kind {
        /** Says what to do. */
        ACT,
        /** Names a thing, which may be a task by that. */
        THING,
        /** States how things are; a problem to see to, where nothing else is said. */
        STATE,
        /** Adds to the task before. */
        DETAIL,
        /** Leads up to the task after: a condition, a day. */
        LEAD,
        /** Is none of a task's business. */
        TALK
    }

    Clause as(Kind other) {
        return new Clause(from, until, other);
    }

    int length() {
        return until - from;
    }
}
