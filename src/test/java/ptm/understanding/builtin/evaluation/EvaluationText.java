package ptm.understanding.builtin.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import ptm.account.Language;
import ptm.understanding.Intent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One text and what it should give; {@code evaluation/README.md} says what the keys mean. */
record EvaluationText(Language language, JsonNode json) {

    String words() {
        return json.required("text").asString();
    }

    /** @param set {@code ""} for the texts that faults were mended by, {@code "unseen/"} for the others */
    static List<EvaluationText> load(String set, String kind, Language language) throws IOException {
        String resource = "/evaluation/" + set + kind + "_" + language.code() + ".jsonl";
        try (InputStream in = Objects.requireNonNull(EvaluationText.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(line -> new EvaluationText(language, JsonMapper.shared().readTree(line))).toList();
        }
    }

    /** As CONTRACT names it: a question about tasks is a request, one about PTM itself small talk. */
    static String name(Intent intent) {
        return switch (intent) {
            case Intent.Ask _ -> "request";
            case Intent.About _ -> "smalltalk";
            default -> intent.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
