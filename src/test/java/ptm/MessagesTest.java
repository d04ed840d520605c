package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps what we say to people in step in both languages, and out of the code. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path CODE = Path.of("src/main/java/ptm");
    /** Modules that speak to people; what words mean (understanding) may hold letters of both alphabets. */
    private static final List<String> SPEAKERS = List.of("chat", "telegram", "panel", "reminder", "suggestion",
            "enrichment", "account");
    private static final Pattern CYRILLIC = Pattern.compile("\"[^\"]*\\p{IsCyrillic}[^\"]*\"");
    private static final Pattern SENTENCE = Pattern.compile("\"\\p{Lu}[^\"\\\\]*\\p{L} \\p{L}[^\"]*\"");
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "throw |Exception\\(|(?i:log)\\.(trace|debug|info|warn|error)|^\\s*@|^\\s*(//|\\*|/\\*)");

    static Stream<String> files() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", "")).sorted().toList().stream();
        }
    }

    @Test
    void everyFileIsInBothLanguages() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("_(en|ru)\\.properties$", ""))
                    .sorted().toList()).isEqualTo(files().flatMap(name -> Stream.of(name, name)).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothLanguagesHaveTheSameKeysAndArguments(String name) throws IOException {
        assertThat(arguments(name, "ru").entrySet()).as("keys with their arguments, ru against en")
                .containsExactlyInAnyOrderElementsOf(arguments(name, "en").entrySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyMessageIsAPatternAndCountsAsItsLanguageDoes(String name) throws IOException {
        for (var message : read(name, "en").entrySet()) {
            assertThat(new MessageFormat(message.getValue(), Locale.ENGLISH)).as(message.getKey()).isNotNull();
            assertThat(plurals(message.getValue())).as(message.getKey()).allSatisfy(forms -> assertThat(forms)
                    .contains("one", "other"));
        }
        for (var message : read(name, "ru").entrySet()) {
            assertThat(new MessageFormat(message.getValue(), Locale.of("ru"))).as(message.getKey()).isNotNull();
            assertThat(plurals(message.getValue())).as(message.getKey()).allSatisfy(forms -> assertThat(forms)
                    .contains("one", "few", "many", "other"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noKeyIsGivenTwice(String name) throws IOException {
        for (var language : List.of("en", "ru")) {
            var keys = Files.readAllLines(MESSAGES.resolve(name + "_" + language + ".properties")).stream()
                    .filter(line -> line.matches("[\\w.-]+\\s*=.*")).map(line -> line.split("\\s*=", 2)[0]).toList();
            assertThat(keys).as(name + "_" + language).doesNotHaveDuplicates();
        }
    }

    @Test
    void repliesHoldNoWordsOfTheirOwn() throws IOException {
        for (var module : SPEAKERS) {
            assertThat(lines(module, CYRILLIC)).as("put them into messages/").isEmpty();
        }
        assertThat(lines("chat", SENTENCE)).as("put them into messages/").isEmpty();
    }

    private static List<String> lines(String module, Pattern pattern) throws IOException {
        try (var files = Files.walk(CODE.resolve(module))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted()
                    .flatMap(file -> linesOf(file, pattern)).toList();
        }
    }

    private static Stream<String> linesOf(Path file, Pattern pattern) {
        try {
            var lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size()).filter(i -> pattern.matcher(lines.get(i)).find())
                    .filter(i -> !NOT_FOR_PEOPLE.matcher(lines.get(i)).find()
                            && !(i > 0 && NOT_FOR_PEOPLE.matcher(lines.get(i - 1)).find()))
                    .mapToObj(i -> file + ":" + (i + 1) + ": " + lines.get(i).strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(String name, String language) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(name + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        var messages = new TreeMap<String, String>();
        properties.forEach((key, value) -> messages.put((String) key, (String) value));
        return messages;
    }

    private static Map<String, Set<String>> arguments(String name, String language) throws IOException {
        var arguments = new TreeMap<String, Set<String>>();
        read(name, language).forEach((key, text) -> arguments.put(key, argumentsOf(text)));
        return arguments;
    }

    private static Set<String> argumentsOf(String text) {
        var pattern = new MessagePattern(text);
        var names = new TreeSet<String>();
        parts(pattern).filter(part -> part.getType() == Part.Type.ARG_NAME
                || part.getType() == Part.Type.ARG_NUMBER).forEach(part -> names.add(pattern.getSubstring(part)));
        return names;
    }

    /** The forms of each plural in a message: one, few, =0 and so on. */
    private static List<Set<String>> plurals(String text) {
        var pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .filter(i -> pattern.getPartType(i) == Part.Type.ARG_START
                        && pattern.getPart(i).getArgType() == ArgType.PLURAL)
                .mapToObj(i -> forms(pattern, i)).toList();
    }

    private static Set<String> forms(MessagePattern pattern, int start) {
        var forms = new TreeSet<String>();
        for (int i = start + 1; i < pattern.getLimitPartIndex(start); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            } else if (part.getType() == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return forms;
    }

    private static Stream<Part> parts(MessagePattern pattern) {
        return IntStream.range(0, pattern.countParts()).mapToObj(pattern::getPart);
    }
}
