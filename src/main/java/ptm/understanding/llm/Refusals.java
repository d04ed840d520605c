package ptm.understanding.llm;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what was dropped of a model's answers, by the prompt that they answered; holds no words of anybody. */
final class Refusals {
    private final MeterRegistry meters;
    private final String prompt;
    private final String version;

    /** @param prompt its folder, such as {@code interpret} */
    Refusals(MeterRegistry meters, String prompt, String version) {
        this.meters = meters;
        this.prompt = prompt;
        this.version = version;
    }

    /** @param field of the answer, a name of ours */
    void count(String field) {
        meters.counter("ptm.ai.refused", "prompt", prompt, "version", version, "field", field).increment();
    }

    /** Counts where something was given and nothing is left of it. */
    void countIf(boolean refused, String field) {
        if (refused)
            count(field);
    }
}
