package ptm.understanding.llm;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import ptm.account.AiEndpoint;

/**
 * The model's endpoint, any that speaks OpenAI's protocol.
 *
 * @param url          its base, such as {@code https://openrouter.ai/api/v1}; absent: no model
 * @param key          its key, absent for endpoints that ask for none
 * @param model        the model that annotates, and reads too where no fast one is named
 * @param fastModel    the model that reads messages while a person waits
 * @param readTimeout  how long a person is made to wait for a reading before the built-in one stands
 * @param annotateTimeout how long a batch of tasks may take
 * @param failuresInARow after which the model is left alone for a while
 * @param rest         how long it is left alone
 */
@ConfigurationProperties("ptm.ai")
record LlmProperties(@Nullable URI url, @Nullable String key, @DefaultValue("default") String model,
        @Nullable String fastModel, @DefaultValue("8s") Duration readTimeout,
        @DefaultValue("90s") Duration annotateTimeout, @DefaultValue("3") int failuresInARow,
        @DefaultValue("30s") Duration rest) {
    String readingModel() {
        return fastModel == null || fastModel.isBlank() ? model : fastModel;
    }

    /** The same patience with another endpoint. */
    LlmProperties with(AiEndpoint own) {
        return new LlmProperties(own.url(), own.key(), own.model(), own.fastModel(), readTimeout, annotateTimeout,
                failuresInARow, rest);
    }

    /** Never shows the key: a record's own text would. */
    @Override
    public String toString() {
        return "LlmProperties[" + model + " at " + url + "]";
    }
}
