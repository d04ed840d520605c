package ptm.filter;

import org.jspecify.annotations.Nullable;

/** Walks over the text form of a filter, token by token. */
final class FilterScanner {

    private final String text;
    private int at;
    private int operatorAt;

    FilterScanner(String text) {
        this.text = text;
    }

    /** A value and where it starts. */
    record Value(String text, int start) {}

    /** What stands on the two sides of {@code ..}; one side may be absent. A single value is both. */
    record Span(@Nullable Value from, @Nullable Value until) {}

    FilterError error(int position, String expected, Object... arguments) {
        return FilterError.atColumn(text.codePointCount(0, Math.min(position, text.length())) + 1, expected,
                arguments);
    }

    /** Where the next token starts. */
    int position() {
        while (at < text.length() && FilterParser.isSpace(text.charAt(at)))
            at++;
        return at;
    }

    boolean atEnd() {
        return position() == text.length();
    }

    /** The next token's first character, or -1 at the end. */
    int peek() {
        return atEnd() ? -1 : text.charAt(at);
    }

    boolean accept(char character) {
        if (peek() != character)
            return false;
        at++;
        return true;
    }

    boolean acceptComma() {
        return accept(',');
    }

    boolean acceptMinus() {
        return accept('-');
    }

    /** Takes the keyword if it is the next word and no field of that name follows. */
    boolean acceptKeyword(String keyword) {
        int start = position();
        boolean taken = bareWord().equalsIgnoreCase(keyword) && (at == text.length() || !isOperator(text.charAt(at)));
        if (!taken)
            at = start;
        return taken;
    }

    /** Takes {@code name:}. */
    boolean acceptKeyed(String name) {
        int start = position();
        boolean taken = bareWord().equalsIgnoreCase(name) && accept(':');
        if (!taken)
            at = start;
        return taken;
    }

    /** Whether another item of the same sequence comes next. */
    boolean continuesSequence() {
        int start = position();
        boolean stops = atEnd() || peek() == ')' || acceptKeyword("or") || acceptKeyed("order") || acceptKeyed("limit");
        at = start;
        return !stops;
    }

    /** The word that starts here, empty if none does; a word may hold a minus but no special character. */
    String bareWord() {
        int start = position();
        while (at < text.length() && !FilterParser.isSpecial(text.charAt(at)))
            at++;
        return text.substring(start, at);
    }

    boolean atOperator() {
        int character = peek();
        return character >= 0 && isOperator((char) character);
    }

    private static boolean isOperator(char character) {
        return ":<>=".indexOf(character) >= 0;
    }

    String operator() {
        operatorAt = position();
        int length = text.startsWith("<=", at) || text.startsWith(">=", at) ? 2 : 1;
        at += length;
        return text.substring(operatorAt, at);
    }

    int operatorAt() {
        return operatorAt;
    }

    /** A name: bare or in quotes. */
    Value name() {
        int start = position();
        String name = peek() == '"' ? quoted() : bareWord();
        if (name.isEmpty())
            throw error(start, "value");
        return new Value(name, start);
    }

    /** A number or moment: bare, where it may hold colons, or in quotes. */
    Value value() {
        int start = position();
        String value = peek() == '"' ? quoted() : bareValue();
        if (value.isEmpty())
            throw error(start, "value");
        return new Value(value, start);
    }

    /** {@code from..until}, {@code from..}, {@code ..until} or a single value, which is both. */
    Span span() {
        Value from = position() < text.length() && text.startsWith("..", at) ? null : value();
        if (!text.startsWith("..", at)) {
            if (peek() == ',')
                throw error(at, "oneValue");
            return new Span(from, from);
        }
        at += 2;
        boolean open = at == text.length() || FilterParser.isSpace(text.charAt(at)) || text.charAt(at) == ')';
        if (from == null && open)
            throw error(at, "value");
        return new Span(from, open ? null : value());
    }

    private String bareValue() {
        int start = at;
        while (at < text.length() && !endsValue(text.charAt(at)) && !text.startsWith("..", at))
            at++;
        return text.substring(start, at);
    }

    private static boolean endsValue(char character) {
        return FilterParser.isSpecial(character) && character != ':';
    }

    /** What stands in quotes; {@code \"} is a quote and {@code \\} a backslash. */
    String quoted() {
        int start = at++;
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.startsWith("\\\"", at) || text.startsWith("\\\\", at);
            out.append(text.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        if (at == text.length())
            throw error(start, "closingQuote");
        at++;
        return out.toString();
    }
}
