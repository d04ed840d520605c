package ptm.panel;

import org.springframework.http.HttpStatus;

import ptm.understanding.EndpointTrial.Outcome;

/** An endpoint that would not work, or cannot be kept; the reason is a word that the page has sentences for. */
final class RefusedEndpoint extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String reason;
    private final String pointer;

    private RefusedEndpoint(HttpStatus status, String reason, String pointer, String detail) {
        super(detail);
        this.status = status;
        this.reason = reason;
        this.pointer = pointer;
    }

    static RefusedEndpoint withoutSecret() {
        return new RefusedEndpoint(HttpStatus.CONFLICT, "NO_SECRET", "/key",
                "No key can be kept here: the operator has to set PTM_SECRET_KEY first.");
    }

    static RefusedEndpoint tooOften() {
        return new RefusedEndpoint(HttpStatus.TOO_MANY_REQUESTS, "TOO_OFTEN", "/url",
                "That was tried too often; try again in some minutes.");
    }

    /** @throws IllegalArgumentException if it works */
    static RefusedEndpoint because(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> throw new IllegalArgumentException("an endpoint that works is not refused");
            case MALFORMED -> refused(outcome, "/url",
                    "The base address of a server is expected, such as https://models.example/v1.");
            case NOT_HTTPS -> refused(outcome, "/url", "An address that begins with https:// is expected.");
            case NOT_PUBLIC -> refused(outcome, "/url",
                    "This address is of a private network; the operator allows those with PTM_AI_ALLOW_PRIVATE.");
            case UNREACHABLE -> refused(outcome, "/url", "The server cannot be reached, or fails.");
            case NO_MODELS -> refused(outcome, "/url",
                    "A server answers there, but not as OpenAI's protocol wants; is the path right?");
            case WRONG_KEY -> refused(outcome, "/key", "The server refuses this key.");
            case UNKNOWN_MODEL -> refused(outcome, "/model", "The server does not know this model.");
            case UNKNOWN_FAST_MODEL -> refused(outcome, "/fastModel", "The server does not know this model.");
            case BUSY -> refused(outcome, "/key",
                    "The server knows the key, but asks to wait or to pay; try again later.");
        };
    }

    private static RefusedEndpoint refused(Outcome outcome, String pointer, String detail) {
        return new RefusedEndpoint(HttpStatus.UNPROCESSABLE_CONTENT, outcome.name(), pointer, detail);
    }

    HttpStatus status() {
        return status;
    }

    /** A name of {@link Outcome}, or {@code NO_SECRET}, {@code TOO_OFTEN}. */
    String reason() {
        return reason;
    }

    String pointer() {
        return pointer;
    }
}
