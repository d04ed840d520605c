package ptm.understanding.llm;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.understanding.Annotator;
import ptm.understanding.Interpreter;

/** The engine that asks a model; there only where an endpoint is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ptm.ai.url")
@EnableConfigurationProperties(LlmProperties.class)
class LlmConfiguration {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    Interpreter llmInterpreter(LlmProperties properties, @Qualifier("builtinInterpreter") Interpreter builtin,
            Clock clock, MeterRegistry meters) {
        return new LlmInterpreter(
                AiServices.create(MessageReader.class,
                        model(properties, properties.readingModel(), properties.readTimeout())),
                call("read", properties, properties.readTimeout(), clock, meters), builtin);
    }

    @Bean
    Annotator llmAnnotator(LlmProperties properties, Clock clock, MeterRegistry meters) {
        return new LlmAnnotator(
                AiServices.create(TaskReader.class,
                        model(properties, properties.model(), properties.annotateTimeout())),
                call("annotate", properties, properties.annotateTimeout(), clock, meters), clock);
    }

    /** Each use has a breaker of its own, since each may have a model of its own. */
    private static ModelCall call(String use, LlmProperties properties, Duration patience, Clock clock,
            MeterRegistry meters) {
        return new ModelCall(use, patience, new Breaker(properties.failuresInARow(), properties.rest(), clock), meters);
    }

    private static ChatModel model(LlmProperties properties, String name, Duration timeout) {
        // some local endpoints drop a connection that asks for HTTP/2 in the clear
        HttpClient.Builder http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return OpenAiChatModel.builder().baseUrl(Objects.requireNonNull(properties.url()).toString())
                .apiKey(properties.key() == null || properties.key().isBlank() ? "none" : properties.key())
                .modelName(name).temperature(0.0)
                .httpClientBuilder(new JdkHttpClientBuilder().httpClientBuilder(http).connectTimeout(CONNECT_TIMEOUT))
                .timeout(timeout).maxRetries(0).supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true).build();
    }
}
