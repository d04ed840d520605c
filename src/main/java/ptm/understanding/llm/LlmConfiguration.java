package ptm.understanding.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.account.AiBudget;
import ptm.account.AiChoices;
import ptm.outbound.OutboundClient;
import ptm.understanding.Annotator;
import ptm.understanding.Interpreter;

/** The engines that ask a model: those of the operator's endpoint, where one is set, and those of people's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LlmProperties.class)
class LlmConfiguration {
    /** Tokens: ten tasks annotated at length in Russian come to some ten thousand. */
    private static final int LONGEST_ANSWER = 16_000;

    @Bean("llmInterpreter")
    Interpreter chosenInterpreter(ChosenEngines engines) {
        return (utterance, context) -> engines.of(context.account()).interpreter().interpret(utterance, context);
    }

    @Bean("llmAnnotator")
    Annotator chosenAnnotator(ChosenEngines engines) {
        return (account, tasks, vocabulary, lessons) -> engines.of(account.id()).annotator().annotate(account, tasks,
                vocabulary, lessons);
    }

    @Bean
    ChosenEngines chosenEngines(LlmProperties properties, @Qualifier("builtinInterpreter") Interpreter builtin,
            AiChoices choices, AiBudget budget, OutboundClient outbound, Clock clock, MeterRegistry meters) {
        return new ChosenEngines(choices, properties.url() == null
                ? null
                : engines(properties, new PatientHttpClientBuilder(), builtin, ofOperator(budget), clock, meters),
                own -> engines(properties.with(own), new GuardedHttpClient.Builder(outbound), builtin,
                        ofPerson(budget), clock, meters));
    }

    private static EndpointEngines engines(LlmProperties properties, HttpClientBuilder http, Interpreter builtin,
            Allowance allowance, Clock clock, MeterRegistry meters) {
        return new EndpointEngines(
                new GroundedInterpreter(new LlmInterpreter(
                        AiServices.create(MessageReader.class,
                                model(properties, properties.readingModel(), properties.readTimeout(), http)),
                        call("read", properties, properties.readTimeout(), allowance, clock, meters),
                        properties.readingModel() + " at " + properties.url(), builtin,
                        new Refusals(meters, "interpret", Prompts.INTERPRET)), builtin,
                        new Refusals(meters, "interpret", Prompts.INTERPRET)),
                new LlmAnnotator(
                        AiServices.create(TaskReader.class,
                                model(properties, properties.model(), properties.annotateTimeout(), http)),
                        call("annotate", properties, properties.annotateTimeout(), allowance, clock, meters),
                        new Refusals(meters, "annotate", Prompts.ANNOTATE), clock));
    }

    /** The operator's alone. */
    Interpreter llmInterpreter(LlmProperties properties, Interpreter builtin, Allowance allowance, Clock clock,
            MeterRegistry meters) {
        return engines(properties, new PatientHttpClientBuilder(), builtin, allowance, clock, meters).interpreter();
    }

    /** The operator's alone. */
    Annotator llmAnnotator(LlmProperties properties, Allowance allowance, Clock clock, MeterRegistry meters) {
        return engines(properties, new PatientHttpClientBuilder(), (_, _) -> {
            throw new IllegalStateException("annotating reads no message");
        }, allowance, clock, meters).annotator();
    }

    /** Each use has a breaker of its own, since each may have a model of its own. */
    private static ModelCall call(String use, LlmProperties properties, Duration patience, Allowance allowance,
            Clock clock, MeterRegistry meters) {
        return new ModelCall(use, patience, allowance,
                new Breaker(properties.failuresInARow(), properties.rest(), clock), meters);
    }

    private static Allowance ofOperator(AiBudget budget) {
        return (account, tokens) -> budget
                .reserve(account, tokens).<Allowance.Cost>map(reserved -> (in, out) -> budget.settle(reserved, in, out))
                .orElse(null);
    }

    /** Who pays themselves is never stopped, only counted. */
    private static Allowance ofPerson(AiBudget budget) {
        return (account, tokens) -> (in, out) -> budget.count(account, in, out);
    }

    private static ChatModel model(LlmProperties properties, String name, Duration timeout, HttpClientBuilder http) {
        return new AdaptiveChatModel(OpenAiChatModel.builder()
                .baseUrl(Objects.requireNonNull(properties.url()).toString())
                .apiKey(properties.key() == null || properties.key().isBlank() ? "none" : properties.key())
                .modelName(name).httpClientBuilder(http).timeout(timeout)
                .maxRetries(0).supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA).strictJsonSchema(true)
                .build(), LONGEST_ANSWER);
    }
}
