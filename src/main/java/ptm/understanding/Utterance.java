package ptm.understanding;

import java.time.Instant;

/** Something a person sent, and when. Up to 100,000 characters. */
public record Utterance(String text, Instant at, Origin origin) {

    public static final int MAX_LENGTH = 100_000;

    public static Utterance own(String text, Instant at) {
        return new Utterance(text, at, Origin.OWN);
    }
}
