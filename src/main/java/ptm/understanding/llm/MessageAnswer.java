package ptm.understanding.llm;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a model may answer about a message: flat, and nothing in it is believed before it was checked. */
record MessageAnswer(@Nullable Kind intent, @Nullable List<Draft> drafts, @Nullable Asked request,
        @Nullable List<Edit> edits) {
    enum Kind {
        CAPTURE, REQUEST, EDIT, SMALLTALK
    }

    enum Choice {
        ANY, YES, NO
    }

    record Draft(@Nullable String title, @Nullable String words, @Nullable List<String> steps) {}

    record ScaleRange(@Nullable String name, @Nullable Integer atLeast, @Nullable Integer atMost) {}

    record Asked(@Nullable Integer minutesAtLeast, @Nullable Integer minutesAtMost,
            @Nullable List<ScaleRange> scales, @Nullable List<String> themes, @Nullable List<String> notThemes,
            @Nullable List<String> activities, @Nullable List<String> notActivities, @Nullable List<String> contexts,
            @Nullable List<String> notContexts, @Nullable List<String> statuses, @Nullable String dueWords,
            @Nullable String createdWords, @Nullable String doneWords, @Nullable Choice hasDue,
            @Nullable String text, @Nullable String notText, @Nullable List<String> order, @Nullable Integer limit,
            @Nullable Boolean counts) {}

    record Edit(@Nullable String verb, @Nullable List<Long> tasks, @Nullable Boolean unsure,
            @Nullable String whenWords, @Nullable String title, @Nullable List<String> steps) {}
}
