package ptm.outbound;

import java.io.IOException;

/** An address that is not called; says why, and never repeats it. */
public final class RefusedAddress extends IOException {
    private static final long serialVersionUID = 1;

    /** Why it is not. */
    public enum Reason {
        /** It is no address of a web server, or says more than that. */
        MALFORMED,
        /** It is not encrypted. */
        NOT_HTTPS,
        /** It leads into a private network, or to this very machine. */
        NOT_PUBLIC
    }

    private final Reason reason;

    RefusedAddress(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
