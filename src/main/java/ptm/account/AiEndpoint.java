package ptm.account;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A model's endpoint that a person brought along.
 *
 * @param url       its base, such as {@code https://openrouter.ai/api/v1}
 * @param model     the model that fills in tasks, and reads too where no fast one is named
 * @param fastModel the model that reads messages while the person waits, or null
 * @param key       its key, or null where it asks for none
 */
public record AiEndpoint(URI url, String model, @Nullable String fastModel, @Nullable String key) {
    /** A key is at least twice as long as what is shown of it. */
    private static final int SHOWN = 4;
    private static final int LONG = 4 * SHOWN;

    public AiEndpoint {
        fastModel = fastModel == null || fastModel.isBlank() ? null : fastModel;
        key = key == null || key.isBlank() ? null : key;
    }

    /** The model that reads messages. */
    public String readingModel() {
        return fastModel == null ? model : fastModel;
    }

    /** The name of its machine. */
    public String host() {
        return url.getHost() == null ? "" : url.getHost();
    }

    /** The last characters of the key, by which a person recognises it; empty of a short one. */
    public String keyEnd() {
        return key == null || key.length() < LONG ? "" : key.substring(key.length() - SHOWN);
    }

    /** Never shows the key: a record's own text would. */
    @Override
    public String toString() {
        return "AiEndpoint[" + model + " at " + host() + "]";
    }
}
