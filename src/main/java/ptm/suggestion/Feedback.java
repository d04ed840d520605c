package ptm.suggestion;

/** What a person did with a suggestion. */
public enum Feedback {
    SHOWN, STARTED, DONE, TOO_LONG, NOT_HERE, NO_MOOD, BLOCKED
}
