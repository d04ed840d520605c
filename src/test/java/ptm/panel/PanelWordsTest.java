package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ptm.task.Field;
import ptm.task.Scale;
import ptm.understanding.EndpointTrial;

/** The page and its words fit together; that both languages have them is checked for all messages at once. */
class PanelWordsTest {
    private static final Path PAGE = Path.of("src/main/resources/static");
    private static final Pattern KEY = Pattern.compile("\\bt\\('([\\w.]*\\w)'");

    private final Map<String, String> known = Objects.requireNonNull(new WordsController().words("ru").getBody());

    @Test
    void everyKeyThatThePageNamesHasWords() throws IOException {
        assertThat(known).containsKeys(named().toArray(String[]::new));
    }

    @Test
    void everyFieldAndEveryStepOfAScaleHasAName() {
        for (Scale scale : Scale.values())
            assertThat(known.getOrDefault("scale." + scale.jsonName() + ".words", "").split("\\|")).as(scale.jsonName())
                    .hasSize(Scale.MAX + 1);
        for (Field field : Field.values())
            assertThat(known.keySet()).containsAnyOf("field." + field.jsonName(), "scale." + field.jsonName());
    }

    @Test
    void everyRefusalOfAnEndpointHasWords() {
        for (EndpointTrial.Outcome outcome : EndpointTrial.Outcome.values())
            if (outcome != EndpointTrial.Outcome.WORKS)
                assertThat(known).containsKey("me.ai.refused." + outcome);
    }

    @Test
    void noFileOfThePageHasAStyleOrAScriptInline() throws IOException {
        try (var files = Files.walk(PAGE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html") || file.toString().endsWith(".js"))
                    .filter(file -> !file.startsWith(PAGE.resolve("vendor")))
                    .filter(file -> Pattern.compile("style=|onclick=").matcher(read(file)).find()).toList()).isEmpty();
        }
    }

    private static Set<String> named() throws IOException {
        try (var files = Files.walk(PAGE)) {
            return files.filter(file -> file.toString().endsWith(".js") && !file.startsWith(PAGE.resolve("vendor")))
                    .flatMap(file -> KEY.matcher(read(file)).results()).map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
