package ptm.understanding;

import java.time.Duration;

/**
 * Something that a person said aloud; nobody keeps it.
 *
 * @param type its media type, such as {@code audio/ogg}
 */
public record Recording(byte[] sound, String type, Duration length) {

    /** Never shows the sound: a record's own text would be of no use to anybody. */
    @Override
    public String toString() {
        return "Recording[" + sound.length + " bytes of " + type + "]";
    }
}
