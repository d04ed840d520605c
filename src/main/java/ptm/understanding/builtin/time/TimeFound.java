package ptm.understanding.builtin.time;

/** A phrase about time in a text, as token numbers: {@code from} inclusive, {@code to} exclusive. */
public record TimeFound(TimeMention mention, TimeCue cue, int from, int to, double confidence) {

    TimeFound startingAt(int token) {
        return new TimeFound(mention, cue, token, to, confidence);
    }

    int length() {
        return to - from;
    }
}
