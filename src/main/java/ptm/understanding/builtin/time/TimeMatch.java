package ptm.understanding.builtin.time;

/** What a rule read, and the token after it. */
record TimeMatch<T>(T value, int to) {

    static <T> TimeMatch<T> of(T value, int to) {
        return new TimeMatch<>(value, to);
    }
}
