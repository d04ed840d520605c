package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;

/** A filter that cannot be read; says where and what was expected there, in English or the person's language. */
public final class FilterError extends RuntimeException {

    private final String expected;
    private final transient List<Object> arguments;
    private final @Nullable String pointer;
    private final int column;

    private FilterError(String expected, List<Object> arguments, @Nullable String pointer, int column) {
        super(wording(expected, arguments, pointer, column, Language.EN));
        this.expected = expected;
        this.arguments = arguments;
        this.pointer = pointer;
        this.column = column;
    }

    /** @param column 1-based, in code points */
    static FilterError atColumn(int column, String expected, Object... arguments) {
        return new FilterError(expected, List.of(arguments), null, column);
    }

    static FilterError atPointer(String pointer, String expected, Object... arguments) {
        return new FilterError(expected, List.of(arguments), pointer, 0);
    }

    private static String wording(String expected, List<Object> arguments, @Nullable String pointer, int column,
            Language language) {
        String what = Wording.FILTER.say("expected." + expected, language, arguments.toArray());
        if (column > 0)
            return Wording.FILTER.say("error.column", language, what, column);
        if (pointer != null && !pointer.isEmpty())
            return Wording.FILTER.say("error.pointer", language, what, pointer);
        return Wording.FILTER.say("error", language, what);
    }

    /** The whole message with its place. */
    public String message(Language language) {
        return wording(expected, arguments, pointer, column, language);
    }

    /** A JSON pointer; absent for the text form. */
    public @Nullable String pointer() {
        return pointer;
    }

    /** The 1-based column (code points) in the text form; 0 for JSON. */
    public int column() {
        return column;
    }
}
