package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Keeps prompts/ and the code that sends them in step. */
class PromptTest {
    private static final Pattern REFERENCE = Pattern.compile("\"/(prompts/[\\w./-]+)\"");

    @Test
    void everyPromptIsUsedAndEveryUsedOneIsThere() throws IOException {
        assertThat(files()).isEqualTo(references());
    }

    /** {{current_date}} and its like would be the server's day, not the person's. */
    @Test
    void noPromptAsksForTheServersClock() throws IOException {
        for (var file : files()) {
            assertThat(Files.readString(Path.of(file))).as(file).doesNotContainPattern("\\{\\{\\s*current_");
        }
    }

    private static Set<String> files() throws IOException {
        try (var files = Files.walk(Path.of("prompts"))) {
            return files.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."))
                    .map(file -> file.toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> references() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
                REFERENCE.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}
