package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps prompts/ and the code that sends them in step: every question is put to a model that only listens. */
class PromptTest {

    /** Every method that asks a model something. */
    static List<Method> questions() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("ptm")
                .stream().filter(JavaClass::isInterface).flatMap(type -> Arrays.stream(type.reflect().getMethods()))
                .filter(method -> method.isAnnotationPresent(UserMessage.class)
                        || method.isAnnotationPresent(SystemMessage.class))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyVariableOfAPromptIsFilledAndEveryValueIsSaid(Method question) throws ReflectiveOperationException {
        var listener = new Listener();
        var service = AiServices.create(question.getDeclaringClass(), listener);
        question.setAccessible(true);
        var values = Arrays.stream(question.getParameters()).map(PromptTest::marked).toArray();
        question.invoke(service, values);
        var said = String.join("\n", listener.heard);
        assertThat(said).doesNotContain("{{", "}}");
        assertThat(values).allSatisfy(value -> assertThat(said).contains(value.toString()));
    }

    private static String marked(Parameter parameter) {
        return "<<" + parameter.getAnnotation(V.class).value() + ">>";
    }

    @Test
    void everyPromptIsUsedAndEveryUsedOneIsThere() throws IOException {
        var used = questions().stream().flatMap(PromptTest::resources).collect(Collectors.toCollection(TreeSet::new));
        assertThat(files()).isNotEmpty().isEqualTo(used);
    }

    private static Stream<String> resources(Method question) {
        return Stream.of(question.getAnnotation(SystemMessage.class).fromResource(),
                question.getAnnotation(UserMessage.class).fromResource()).map(name -> name.replaceFirst("^/", ""));
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
            return files.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".md"))
                    .map(file -> file.toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A model that writes down what it is asked and has nothing to say. */
    private static final class Listener implements ChatModel {
        private final List<String> heard = new ArrayList<>();

        @Override
        public Set<Capability> supportedCapabilities() {
            return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            request.messages().forEach(message -> heard.add(text(message)));
            return ChatResponse.builder().aiMessage(dev.langchain4j.data.message.AiMessage.from("{}")).build();
        }

        private static String text(ChatMessage message) {
            return switch (message) {
                case dev.langchain4j.data.message.SystemMessage system -> system.text();
                case dev.langchain4j.data.message.UserMessage user -> user.contents().stream()
                        .map(content -> ((TextContent) content).text()).collect(Collectors.joining());
                default -> throw new AssertionError("unexpected " + message.type());
            };
        }
    }
}
