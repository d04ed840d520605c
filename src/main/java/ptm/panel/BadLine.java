package ptm.panel;

import org.springframework.http.HttpStatus;

/** The first line of an import that cannot be taken in. */
final class BadLine extends RuntimeException {
    private final HttpStatus status;
    private final int line;
    private final String pointer;

    /** @param line 1-based */
    BadLine(HttpStatus status, int line, String pointer, String detail) {
        super("Line " + line + ": " + detail);
        this.status = status;
        this.line = line;
        this.pointer = pointer;
    }

    HttpStatus status() {
        return status;
    }

    int line() {
        return line;
    }

    String pointer() {
        return pointer;
    }
}
