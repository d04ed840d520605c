package ptm.understanding.llm;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;

import ptm.understanding.Annotator;
import ptm.understanding.Interpreter;

/** The engines that ask a model, as the application makes them, outside of it; and what they have cost so far. */
public final class TestModels {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LlmProperties properties;
    private final Clock clock;

    private TestModels(LlmProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Those of the endpoint that the environment names as for the application itself, if it names one. */
    public static Optional<TestModels> ofEnvironment(Clock clock) {
        String url = System.getenv("PTM_AI_URL");
        String model = System.getenv("PTM_AI_MODEL");
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(new TestModels(properties(url, System.getenv("PTM_AI_KEY"),
                        model == null ? "default" : model, System.getenv("PTM_AI_FAST_MODEL")), clock));
    }

    public static TestModels at(String url, Clock clock) {
        return new TestModels(properties(url, null, "scripted", null), clock);
    }

    private static LlmProperties properties(String url, @Nullable String key, String model,
            @Nullable String fastModel) {
        return new LlmProperties(URI.create(url), key, model, fastModel, PATIENCE, PATIENCE, 1_000, Duration.ZERO);
    }

    public Interpreter reader(Interpreter builtin) {
        return new LlmConfiguration().llmInterpreter(properties, builtin, (_, _) -> (_, _) -> {}, clock, meters);
    }

    public Annotator annotator() {
        return new LlmConfiguration().llmAnnotator(properties, (_, _) -> (_, _) -> {}, clock, meters);
    }

    /** @param use {@code read} or {@code annotate} */
    public long calls(String use) {
        return meters.find("ptm.model.calls").tag("use", use).timers().stream().mapToLong(Timer::count).sum();
    }

    /** @param way {@code in} or {@code out} */
    public long tokens(String use, String way) {
        return (long) meters.find("ptm.model.tokens").tags("use", use, "way", way).counters().stream()
                .mapToDouble(Counter::count).sum();
    }

    /** How many fields of answers were refused. */
    public long refused(String prompt) {
        return (long) meters.find("ptm.ai.refused").tag("prompt", prompt).counters().stream()
                .mapToDouble(Counter::count).sum();
    }
}
