package ptm.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Recording;
import ptm.understanding.UnderstandingService;

/** Listens to what people say aloud. The recording is fetched for it and kept nowhere; who is not heard is told why. */
@Component
class Ears {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** What Telegram gives out, and less than endpoints take. */
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final UnderstandingService understanding;
    private final ObjectProvider<Channel> channels;

    Ears(UnderstandingService understanding, ObjectProvider<Channel> channels) {
        this.understanding = understanding;
        this.channels = channels;
    }

    /** What became of listening. */
    sealed interface Heard {
        /** @param text never blank */
        record Words(String text) implements Heard {}

        /** Nothing to read; @param key what to tell the person, with its arguments */
        record Nothing(String key, Map<String, ?> arguments) implements Heard {}
    }

    /** Fetches and listens, which may take as long as a model: never inside a transaction. */
    Heard listen(Turn turn, Incoming.Sound sound) {
        if (!understanding.hears(turn.account()))
            return nothing("voice", sound);
        if (sound.length().compareTo(LONGEST) > 0)
            return nothing("voice.tooLong", sound);
        if (sound.bytes() > MOST_BYTES)
            return nothing("voice.tooBig", sound);
        try {
            String text = understanding.transcribe(turn.account(),
                    new Recording(fetched(sound), sound.type(), sound.length()));
            return text.isBlank() ? nothing("voice.silent", sound) : new Heard.Words(text.strip());
        } catch (IOException | AnnotatorUnavailable unheard) {
            LOG.info("a recording of {} was not heard: {}", sound.address().channel(), unheard.getMessage());
            return nothing("voice.failed", sound);
        }
    }

    private byte[] fetched(Incoming.Sound sound) throws IOException {
        Optional<Channel> channel = channels.stream()
                .filter(one -> one.name().equals(sound.address().channel())).findFirst();
        if (channel.isEmpty())
            throw new IOException("there is no such channel");
        return channel.get().sound(sound, MOST_BYTES);
    }

    private static Heard nothing(String key, Incoming.Sound sound) {
        return new Heard.Nothing(key, Map.of("seconds", sound.length().toSeconds(), "minutes", LONGEST.toMinutes(),
                "megabytes", MOST_BYTES / 1024 / 1024));
    }
}
