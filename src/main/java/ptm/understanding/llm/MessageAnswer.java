package ptm.understanding.llm;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/**
 * What a model may answer about a message: flat, and nothing in it is believed before it was checked. Moments are words
 * of the message or relative to now, never dates, so that an answer is as good on another day.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MessageAnswer(@Nullable Kind intent, @Nullable List<Draft> drafts, @Nullable Asked request,
        @Nullable List<Edit> edits) {
    enum Kind {
        CAPTURE, REQUEST, EDIT, SMALLTALK;

        /** Null for a name that is none: one such name spoils no answer. */
        @JsonCreator
        static @Nullable Kind find(@Nullable String name) {
            return named(values(), name);
        }
    }

    enum Choice {
        ANY, YES, NO;

        @JsonCreator
        static @Nullable Choice find(@Nullable String name) {
            return named(values(), name);
        }
    }

    enum Wanted {
        BEST, ALL, PLAN, COUNT;

        @JsonCreator
        static @Nullable Wanted find(@Nullable String name) {
            return named(values(), name);
        }
    }

    /** The fields of the contract, and the words that the person explained. */
    enum FieldName {
        MINUTES, SPENT_MINUTES, IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL,
        INTELLECTUAL, MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL, TEMPORAL, STATUS, THEME, ACTIVITY, CONTEXT, CREATED,
        START, DUE, DONE, REVIEW, HIDDEN_UNTIL, REPEAT, WAITS_FOR, TEXT, TAUGHT;

        @JsonCreator
        static @Nullable FieldName find(@Nullable String name) {
            return named(values(), name);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Draft(@Nullable String title, @Nullable String words, @Nullable String when, @Nullable String details,
            @Nullable List<String> steps) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Condition(@Nullable FieldName field, @Nullable Boolean negated, @Nullable Integer atLeast,
            @Nullable Integer atMost, @Nullable List<String> names, @Nullable Choice present, @Nullable String words,
            @Nullable String from, @Nullable String until) {}

    /** One of several ways to be meant. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Way(@Nullable List<Condition> conditions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Asked(@Nullable List<Condition> conditions, @Nullable List<Way> ways, @Nullable Boolean evenLater,
            @Nullable List<String> order, @Nullable Integer limit, @Nullable Wanted answer,
            @Nullable List<String> unread) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rating(@Nullable String name, @Nullable Integer value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Edit(@Nullable String verb, @Nullable List<Long> tasks, @Nullable Boolean unsure, @Nullable String when,
            @Nullable String title, @Nullable String details, @Nullable String waitsFor, @Nullable List<String> steps,
            @Nullable List<Rating> scales, @Nullable List<String> themes, @Nullable List<String> contexts,
            @Nullable List<String> clears) {}

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        if (name != null)
            for (E value : values)
                if (plain(value.name()).equals(plain(name)))
                    return value;
        return null;
    }

    private static String plain(String name) {
        return name.replace("_", "").strip().toUpperCase(Locale.ROOT);
    }
}
