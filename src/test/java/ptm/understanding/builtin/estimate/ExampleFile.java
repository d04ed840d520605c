package ptm.understanding.builtin.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import ptm.account.Language;
import ptm.task.Label;
import ptm.task.Scale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled tasks under {@code examples/}; what they mean stands in their README. */
public final class ExampleFile {
    private static final List<String> RESOURCES = List.of("/examples/tasks-en-life.jsonl",
            "/examples/tasks-en-work.jsonl", "/examples/tasks-en-mixed.jsonl", "/examples/tasks-ru.jsonl",
            "/examples/tasks-ru-mixed.jsonl", "/examples/tasks-en-more.jsonl", "/examples/tasks-ru-more.jsonl");

    private ExampleFile() {}

    static List<ExampleTask> readAll(EstimatorThemes themes) {
        JsonMapper json = JsonMapper.shared();
        List<ExampleTask> examples = new ArrayList<>();
        for (String resource : RESOURCES)
            new String(bytes(resource), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .forEach(line -> examples.add(read(json.readTree(line), themes)));
        return examples;
    }

    /** The texts in one language alone. */
    public static List<String> texts(Language language) {
        return readAll(EstimatorThemes.load()).stream().filter(example -> example.language() == language)
                .map(ExampleTask::text).toList();
    }

    /** A hash of everything the weights depend on that is data: other data, other weights. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            RESOURCES.forEach(resource -> digest.update(bytes(resource)));
            digest.update(bytes(FeatureConcepts.RESOURCE));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExampleTask read(JsonNode node, EstimatorThemes themes) {
        Map<Scale, Integer> scales = new EnumMap<>(Scale.class);
        for (Scale scale : Scale.values())
            scales.put(scale, node.required(scale.jsonName()).asInt());
        Map<Label, List<String>> labels = new EnumMap<>(Label.class);
        for (Label label : Label.values())
            labels.put(label, node.required(label.jsonName()).valueStream().map(JsonNode::asString)
                    .map(name -> label == Label.THEMES ? themes.requireKey(name) : name).toList());
        return new ExampleTask(Language.of(node.required("lang").asString()), node.required("text").asString(),
                node.required("minutes").asInt(), scales, labels);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = ExampleFile.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException(resource + " is missing");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
