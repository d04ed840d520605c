package ptm.task;

/** The number by which a person knows a task; means nothing without their account. */
public record TaskId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
