package ptm.task;

/** A value a field does not take; the message says what was expected. */
public final class RefusedValue extends RuntimeException {

    private final String pointer;

    /** @param pointer a JSON pointer to the place, such as {@code /minutes} */
    public RefusedValue(String pointer, String expectation) {
        super(expectation);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    /** The same of a value inside a larger whole, such as a list. */
    RefusedValue at(String place) {
        return new RefusedValue(place + pointer, String.valueOf(getMessage()));
    }
}
