package ptm.understanding.builtin;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The words by which a dump falls into tasks and chatter, of both languages together: dumps mix them. */
final class DumpWords {
    /** A part that words can play. */
    enum Part {
        BUY, NEEDS, JOINS, FILLERS, PAST, FINITE, DONE, CHATTER, LABELS
    }

    private final Set<String> verbs = new HashSet<>();
    private final Set<String> nouns = new HashSet<>();
    private final Map<Part, Map<String, List<List<String>>>> phrases = new HashMap<>();
    private final List<String> openSigns;
    private final List<String> doneSigns;

    private DumpWords(Map<String, Object> file) {
        for (String language : List.of("en", "ru"))
            read(map(file.get(language)));
        openSigns = strings(file.get("open"));
        doneSigns = strings(file.get("done"));
    }

    static DumpWords load() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(DumpWords.class.getResourceAsStream("/lexicon/dump.yml")),
                StandardCharsets.UTF_8)) {
            return new DumpWords(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Map<String, Object> language) {
        verbs.addAll(words(language.get("verbs")));
        nouns.addAll(words(language.get("nouns")));
        for (Part part : Part.values())
            for (String phrase : strings(language.get(part.name().toLowerCase(java.util.Locale.ROOT)))) {
                List<String> words = Words.of(phrase).stream().map(Word::plain).toList();
                phrases.computeIfAbsent(part, _ -> new HashMap<>())
                        .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
            }
    }

    private static List<String> words(@org.jspecify.annotations.Nullable Object text) {
        return text == null ? List.of() : Arrays.asList(text.toString().strip().split("\\s+"));
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof List<?> items ? items.stream().map(Object::toString).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }

    List<String> openSigns() {
        return openSigns;
    }

    List<String> doneSigns() {
        return doneSigns;
    }

    /** How many words from here play the part: the longest phrase, or 0. */
    int match(Part part, List<Word> words, int at) {
        int longest = 0;
        for (List<String> phrase : phrases.getOrDefault(part, Map.of()).getOrDefault(words.get(at).plain(), List.of()))
            if (phrase.size() > longest && at + phrase.size() <= words.size()
                    && starts(words, at, phrase))
                longest = phrase.size();
        return longest;
    }

    private static boolean starts(List<Word> words, int at, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++)
            if (!words.get(at + i).plain().equals(phrase.get(i)))
                return false;
        return true;
    }

    boolean has(Part part, List<Word> words) {
        for (int i = 0; i < words.size(); i++)
            if (match(part, words, i) > 0)
                return true;
        return false;
    }

    /** Whether a task may begin with it: an English verb, a Russian infinitive or imperative. */
    boolean isVerb(Word word) {
        return verbs.contains(word.plain()) || isInfinitive(word.plain());
    }

    boolean isInfinitive(String plain) {
        return plain.length() >= 4 && Stems.isCyrillic(plain) && !nouns.contains(plain)
                && (plain.endsWith("ть") && !isNounInSt(plain) || plain.endsWith("ти") || plain.endsWith("чь")
                        || plain.endsWith("ться") || plain.endsWith("тись") || plain.endsWith("чься"));
    }

    /** Words in -ость are nouns of quality. */
    private static boolean isNounInSt(String plain) {
        return plain.endsWith("ость") || plain.endsWith("есть") && plain.length() > 7;
    }

    /** A Russian verb of the past: «сделал, сделала, сделали, сделалось». */
    static boolean isRussianPast(String plain) {
        return plain.length() >= 5 && Stems.isCyrillic(plain)
                && plain.matches(".*[аеиоуыяё](л|ла|ло|ли|лся|лась|лось|лись)")
                && !plain
                        .matches(".*(стол|стул|школа|зал|канал|футбол|материал|персонал|чехол|сериал|масло|мыло|кресло|"
                                + "одеяло|число|дела|стола|стула|зала|если|или|недели|пили|модели|двери|тело)");
    }
}
