package ptm.understanding.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises our own instructions in what a model says: nobody asked for them but somebody who wants to see them. */
final class PromptWords {
    /** So many words in a row are no chance. */
    private static final int RUN = 6;
    private static final Set<List<String>> RUNS = runs(text("/prompts/interpret/system.md") + "\n\n"
            + text("/prompts/annotate/system.md"));

    private PromptWords() {}

    static boolean areIn(String text) {
        return runs(text).stream().anyMatch(RUNS::contains);
    }

    private static Set<List<String>> runs(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip().split(" "));
        Set<List<String>> runs = new HashSet<>();
        for (int from = 0; from + RUN <= words.size(); from++)
            runs.add(List.copyOf(words.subList(from, from + RUN)));
        return runs;
    }

    private static String text(String resource) {
        try (var in = PromptWords.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException("There is no " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
