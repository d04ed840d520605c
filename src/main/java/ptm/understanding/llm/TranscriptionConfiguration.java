package ptm.understanding.llm;

import java.time.Clock;

import dev.langchain4j.model.openai.OpenAiAudioTranscriptionModel;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.account.AiBudget;
import ptm.understanding.Transcriber;

/** The model that listens; there only where one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ptm.ai.transcription-model")
@EnableConfigurationProperties(TranscriptionProperties.class)
class TranscriptionConfiguration {
    @Bean
    Transcriber llmTranscriber(TranscriptionProperties properties, AiBudget budget, Clock clock,
            MeterRegistry meters) {
        return transcriber(properties, (account, tokens) -> budget
                .reserve(account, tokens).<Allowance.Cost>map(reserved -> (in, out) -> budget.settle(reserved, in, out))
                .orElse(null), clock, meters);
    }

    Transcriber transcriber(TranscriptionProperties properties, Allowance allowance, Clock clock,
            MeterRegistry meters) {
        return new LlmTranscriber(OpenAiAudioTranscriptionModel.builder().baseUrl(properties.address())
                .apiKey(properties.keyOfAddress()).modelName(properties.transcriptionModel())
                .httpClientProvider(new PatientHttpClientBuilder()).timeout(properties.transcriptionTimeout())
                .maxRetries(0).build(),
                new ModelCall("transcribe", properties.transcriptionTimeout(), allowance,
                        new Breaker(properties.failuresInARow(), properties.rest(), clock), meters));
    }
}
