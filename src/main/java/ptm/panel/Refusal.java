package ptm.panel;

import org.springframework.http.HttpStatus;

/** A request that cannot be granted for a reason other than a value; the message is for the person who made it. */
final class Refusal extends RuntimeException {
    private final HttpStatus status;

    private Refusal(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static Refusal unknown(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
    }

    static Refusal unconditional() {
        return new Refusal(HttpStatus.PRECONDITION_REQUIRED,
                "Send If-Match with the task's ETag, so that nobody's change is lost.");
    }

    static Refusal signedOut() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "The session has ended; sign in again.");
    }

    static Refusal unreadable(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, detail);
    }

    HttpStatus status() {
        return status;
    }
}
