package ptm.understanding;

/** What words about PTM itself are about; old buttons name them by their place, so new ones come last. */
public enum Topic {
    /** What can be said here. */
    HELP,
    /** What this is. */
    WHO,
    /** English, from now on. */
    ENGLISH,
    /** Russian, from now on. */
    RUSSIAN,
    /** What is kept and was learned of the person. */
    KNOWN,
    /** The words they explained. */
    TAUGHT,
    /** A word to be forgotten. */
    FORGET,
    /** To be asked before something is changed. */
    ASK_FIRST,
    /** When their morning begins; so with the others. */
    MORNING, NOON, LUNCH, AFTERNOON, END_OF_DAY, EVENING, NIGHT,
    /** A command without its slash. */
    COMMAND,
    /** No model is to be asked about their words. */
    NO_AI,
    /** A model may be asked again. */
    AI_ON,
    /** A key or an endpoint of their own. */
    OWN_AI,
    /** What models cost them, and which one is asked. */
    AI_USAGE,
    /** A key stands in the words: they are no task, and go to no model. */
    TYPED_KEY
}
