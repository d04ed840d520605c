package ptm.understanding;

/** What a question about tasks wants to know of them. */
public enum Asked {
    /** When they are, or were done. */
    WHEN,
    /** Whether they are done. */
    DONE,
    /** Everything about them. */
    CARD,
    /** What the timer runs on. */
    RUNNING
}
