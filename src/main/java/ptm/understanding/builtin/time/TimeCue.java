package ptm.understanding.builtin.time;

/** The word before a time that says what it is to the task. */
enum TimeCue {
    NONE, ON, FOR, BY, BEFORE, UNTIL, FROM, AFTER, WITHIN;

    /** Whether it makes a due a deadline. */
    boolean isDeadline() {
        return this == BY || this == BEFORE || this == UNTIL || this == WITHIN;
    }

    boolean isStart() {
        return this == FROM || this == AFTER;
    }
}
