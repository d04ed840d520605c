package ptm.understanding.builtin.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import ptm.account.Language;

/** The themes PTM knows by itself, {@code lexicon/themes.yml}, and which of them a name means. Immutable. */
public final class EstimatorThemes {
    private static final String RESOURCE = "/lexicon/themes.yml";

    /** By key, then by language code. */
    private final Map<String, Map<String, String>> names;
    private final Map<String, String> keysByName;

    private EstimatorThemes(Map<String, Map<String, Object>> file) {
        names = new LinkedHashMap<>();
        keysByName = new HashMap<>();
        file.forEach((key, entry) -> names.put(key, Map.of("en", text(entry, "en"), "ru", text(entry, "ru"))));
        // the names themselves first: a synonym never takes another theme's name
        file.forEach((key, entry) -> Stream.of(key, text(entry, "en"), text(entry, "ru"))
                .forEach(name -> keysByName.putIfAbsent(stems(name), key)));
        file.forEach((key, entry) -> ((List<?>) Objects.requireNonNull(entry.get("also")))
                .forEach(name -> keysByName.putIfAbsent(stems(name.toString()), key)));
    }

    public static EstimatorThemes load() {
        try (InputStream in = EstimatorThemes.class.getResourceAsStream(RESOURCE)) {
            return new EstimatorThemes(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a known theme in that language. */
    public String name(String key, Language language) {
        return Objects.requireNonNull(Objects.requireNonNull(names.get(key)).get(language.code()));
    }

    /**
     * The known theme that a person's name for one means, or null: by the whole name in any form, else by the one known
     * theme among its words ("my finances").
     */
    @Nullable
    public String findKey(String name) {
        String stems = stems(name);
        String whole = keysByName.get(stems);
        if (whole != null)
            return whole;
        Set<String> parts = Stream.of(stems.split(" ")).map(keysByName::get).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return parts.size() == 1 ? parts.iterator().next() : null;
    }

    String requireKey(String name) {
        String key = findKey(name);
        if (key == null)
            throw new IllegalArgumentException("no theme is called " + name.toLowerCase(Locale.ROOT));
        return key;
    }

    /** Whether two names are forms of one. */
    public static boolean isSame(String one, String other) {
        return stems(one).equals(stems(other));
    }

    /** The stems of a name, in order. */
    static String stems(String name) {
        return new FeatureWords().read(name).stream().map(FeatureWords.Word::stem).collect(Collectors.joining(" "));
    }

    private static String text(Map<String, Object> entry, String field) {
        return Objects.requireNonNull(entry.get(field), field).toString();
    }
}
