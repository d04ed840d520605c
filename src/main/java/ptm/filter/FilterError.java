package ptm.filter;

import org.jspecify.annotations.Nullable;

/** A filter that cannot be read; says where and what was expected there. */
public final class FilterError extends RuntimeException {

    private final @Nullable String pointer;
    private final int column;

    /**
     * @param pointer a JSON pointer, absent for the text form
     * @param column  the 1-based column in the text form, 0 for JSON
     */
    public FilterError(String message, @Nullable String pointer, int column) {
        super(message);
        this.pointer = pointer;
        this.column = column;
    }

    public @Nullable String pointer() {
        return pointer;
    }

    public int column() {
        return column;
    }
}
