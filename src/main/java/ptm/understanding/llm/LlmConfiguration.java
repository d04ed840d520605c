package ptm.understanding.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

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

import ptm.account.AiBudget;
import ptm.understanding.Annotator;
import ptm.understanding.Interpreter;

/** The engine that asks a model; there only where an endpoint is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ptm.ai.url")
@EnableConfigurationProperties(LlmProperties.class)
class LlmConfiguration {
    @Bean
    Interpreter llmInterpreter(LlmProperties properties, @Qualifier("builtinInterpreter") Interpreter builtin,
            Allowance allowance, Clock clock, MeterRegistry meters) {
        return new LlmInterpreter(
                AiServices.create(MessageReader.class,
                        model(properties, properties.readingModel(), properties.readTimeout())),
                call("read", properties, properties.readTimeout(), allowance, clock, meters), builtin,
                new Refusals(meters, "interpret", Prompts.INTERPRET));
    }

    @Bean
    Annotator llmAnnotator(LlmProperties properties, Allowance allowance, Clock clock, MeterRegistry meters) {
        return new LlmAnnotator(
                AiServices.create(TaskReader.class,
                        model(properties, properties.model(), properties.annotateTimeout())),
                call("annotate", properties, properties.annotateTimeout(), allowance, clock, meters),
                new Refusals(meters, "annotate", Prompts.ANNOTATE), clock);
    }

    /** Each use has a breaker of its own, since each may have a model of its own. */
    private static ModelCall call(String use, LlmProperties properties, Duration patience, Allowance allowance,
            Clock clock, MeterRegistry meters) {
        return new ModelCall(use, patience, allowance,
                new Breaker(properties.failuresInARow(), properties.rest(), clock), meters);
    }

    @Bean
    Allowance allowance(AiBudget budget) {
        return (account, tokens) -> budget
                .reserve(account, tokens).<Allowance.Cost>map(reserved -> (in, out) -> budget.settle(reserved, in, out))
                .orElse(null);
    }

    private static ChatModel model(LlmProperties properties, String name, Duration timeout) {
        return new AdaptiveChatModel(OpenAiChatModel.builder()
                .baseUrl(Objects.requireNonNull(properties.url()).toString())
                .apiKey(properties.key() == null || properties.key().isBlank() ? "none" : properties.key())
                .modelName(name).temperature(0.0).httpClientBuilder(new PatientHttpClientBuilder()).timeout(timeout)
                .maxRetries(0).supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA).strictJsonSchema(true)
                .build());
    }
}
