package ptm.understanding;

import ptm.account.AiEndpoint;

/** Asks an endpoint one tiny question of each of its models, to tell a person whether it would work. */
public interface EndpointTrial {

    /** Never inside a transaction: it may take as long as a person waits. */
    Outcome attempt(AiEndpoint endpoint);

    /** What came of it. */
    enum Outcome {
        WORKS,
        /** No address of a web server. */
        MALFORMED,
        /** Only https is called. */
        NOT_HTTPS,
        /** A private network, or this very machine. */
        NOT_PUBLIC,
        /** Nobody answers there, or only with a failure. */
        UNREACHABLE,
        /** Somebody answers, but speaks another protocol. */
        NO_MODELS,
        WRONG_KEY,
        UNKNOWN_MODEL,
        /** The fast one is not known; the other is. */
        UNKNOWN_FAST_MODEL,
        /** It asks to come back later, or to pay. */
        BUSY
    }
}
