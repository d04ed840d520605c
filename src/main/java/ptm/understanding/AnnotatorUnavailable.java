package ptm.understanding;

/** The engine that annotates could not be asked now; the message is for operators and holds no person's words. */
public final class AnnotatorUnavailable extends RuntimeException {

    public AnnotatorUnavailable(String reason) {
        super(reason);
    }
}
