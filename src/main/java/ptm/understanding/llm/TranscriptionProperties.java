package ptm.understanding.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The endpoint that listens, any that speaks OpenAI's protocol: the one that reads, unless another is named.
 *
 * @param transcriptionModel   the model that listens
 * @param transcriptionUrl     the base of another endpoint than {@code url}, or null
 * @param transcriptionKey     its key, or null where it asks for none
 * @param transcriptionTimeout how long a person is made to wait before they are asked for the words
 */
@ConfigurationProperties("ptm.ai")
record TranscriptionProperties(@Nullable URI url, @Nullable String key, @Nullable String transcriptionModel,
        @Nullable URI transcriptionUrl, @Nullable String transcriptionKey,
        @DefaultValue("60s") Duration transcriptionTimeout, @DefaultValue("3") int failuresInARow,
        @DefaultValue("30s") Duration rest) {

    String address() {
        return Objects.requireNonNull(isElsewhere() ? transcriptionUrl : url, "no endpoint is set").toString();
    }

    /** The key of the address it goes with and of no other. */
    String keyOfAddress() {
        String itsOwn = isElsewhere() ? transcriptionKey : key;
        return itsOwn == null || itsOwn.isBlank() ? "none" : itsOwn;
    }

    private boolean isElsewhere() {
        return transcriptionUrl != null && !transcriptionUrl.toString().isBlank();
    }

    /** Never shows a key: a record's own text would. */
    @Override
    public String toString() {
        return "TranscriptionProperties[" + transcriptionModel + "]";
    }
}
