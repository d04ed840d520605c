package ptm.understanding.llm;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/** What a model may answer about tasks; nothing in it is believed before it was checked. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TasksAnswer(@Nullable List<About> tasks) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record About(@Nullable Integer number, @Nullable Integer minutes, @Nullable Integer impact,
            @Nullable Integer risk, @Nullable Integer stress, @Nullable Integer apathy, @Nullable Integer distraction,
            @Nullable Integer discomfort, @Nullable Integer novelty, @Nullable Integer dissonance,
            @Nullable Integer physical, @Nullable Integer intellectual, @Nullable Integer motivational,
            @Nullable Integer emotional, @Nullable Integer social, @Nullable Integer financial,
            @Nullable String riskReason, @Nullable String riskMitigation, @Nullable String motivation,
            @Nullable List<Named> activities, @Nullable List<Named> contexts, @Nullable List<Named> themes,
            @Nullable List<StepAnswer> steps, @Nullable Double confidence) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(@Nullable String name, @Nullable String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StepAnswer(@Nullable String title, @Nullable Integer minutes, @Nullable String instruction) {}
}
