package ptm.understanding;

/** Whose words an utterance holds; only a person's own can be more than a dump. */
public enum Origin {
    OWN, TRANSCRIBED, FORWARDED, IMPORTED;

    public boolean isOwn() {
        return this == OWN || this == TRANSCRIBED;
    }
}
