package ptm.understanding.builtin.time;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The words about time of both languages, as the lexicon files give them. Immutable once read. */
final class TimeLexicon {

    private static final Set<String> FUZZY = Set.of("weekday", "month", "relative_day", "unit");
    private static final int LONGEST_STEM = 14;

    /** A spelling of several tokens; the first is the key of the map it is in. */
    private record Phrase(List<String> rest, TimeWord word) {}

    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, List<TimeWord>> stems = new HashMap<>();
    private final Map<String, String> shortened = new HashMap<>();
    private final Set<String> notTypos = new HashSet<>();

    /** English and Russian together: their scripts keep them apart. */
    static TimeLexicon load() {
        var lexicon = new TimeLexicon();
        lexicon.read("/lexicon/time_en.yml");
        lexicon.read("/lexicon/time_ru.yml");
        return lexicon;
    }

    private void read(String resource) {
        try (var stream = TimeLexicon.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no lexicon " + resource);
            }
            var root = (MappingNode) new Yaml().compose(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (NodeTuple section : root.getValue()) {
                for (NodeTuple entry : ((MappingNode) section.getValueNode()).getValue()) {
                    add(scalar(section.getKeyNode()), scalar(entry.getKeyNode()), scalar(entry.getValueNode()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scalar(org.yaml.snakeyaml.nodes.Node node) {
        return ((ScalarNode) node).getValue();
    }

    private void add(String kind, String key, String spellings) {
        for (String spelling : spellings.split(",", -1)) {
            String plain = TimeTokenizer.plain(spelling.strip().replace("\"", ""));
            if (kind.equals("not_typo")) {
                notTypos.add(plain);
            } else if (plain.endsWith("*")) {
                stems.computeIfAbsent(plain.substring(0, plain.length() - 1), stem -> new ArrayList<>())
                        .add(TimeWord.of(kind, key, false, 1));
            } else {
                add(kind, key, plain.replace("?", ""), plain.endsWith("?"));
            }
        }
    }

    private void add(String kind, String key, String spelling, boolean weak) {
        List<String> words = words(spelling);
        phrases.computeIfAbsent(words.getFirst(), first -> new ArrayList<>()).add(new Phrase(
                words.subList(1, words.size()), TimeWord.of(kind, key, weak, words.size())));
        if (words.size() == 1 && !weak && FUZZY.contains(kind) && spelling.length() >= 5) {
            shortened.putIfAbsent(spelling, spelling);
            for (int i = 1; i < spelling.length(); i++) {
                shortened.putIfAbsent(without(spelling, i), spelling);
            }
        }
    }

    private static List<String> words(String spelling) {
        if (spelling.chars().allMatch(Character::isLetterOrDigit)) {
            return List.of(spelling);
        }
        return TimeTokenizer.cut(spelling.codePoints().toArray(), run -> false).stream().map(TimeToken::text).toList();
    }

    boolean knows(String word) {
        return phrases.containsKey(word);
    }

    /** Everything that begins at token {@code i}. */
    List<TimeWord> at(List<TimeToken> tokens, int i) {
        TimeToken token = tokens.get(i);
        List<TimeWord> found = new ArrayList<>(4);
        collect(phrases.getOrDefault(token.text(), List.of()), tokens, i, found);
        if (token.isWord()) {
            for (int end = Math.min(token.text().length(), LONGEST_STEM); end >= 1; end--) {
                found.addAll(stems.getOrDefault(token.text().substring(0, end), List.of()));
            }
            if (found.isEmpty() && token.text().length() >= 5 && token.text().length() <= 16) {
                collect(phrases.getOrDefault(corrected(token.text()), List.of()), tokens, i, found);
                found.removeIf(word -> word.length() > 1 || !FUZZY.contains(word.kind()));
            }
        }
        return found;
    }

    private static void collect(List<Phrase> candidates, List<TimeToken> tokens, int i, List<TimeWord> found) {
        for (Phrase phrase : candidates) {
            if (matches(phrase.rest(), tokens, i + 1)) {
                found.add(phrase.word());
            }
        }
    }

    private static boolean matches(List<String> rest, List<TimeToken> tokens, int from) {
        if (from + rest.size() > tokens.size()) {
            return false;
        }
        for (int k = 0; k < rest.size(); k++) {
            if (!tokens.get(from + k).text().equals(rest.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** The known word one slip away (a letter lost, doubled, swapped or wrong), or the text itself. */
    private String corrected(String text) {
        if (notTypos.contains(text)) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            String candidate = i == 0 ? shortened.get(text) : shortened.get(without(text, i));
            if (candidate != null && oneSlip(text, candidate)) {
                return candidate;
            }
        }
        return text;
    }

    private static String without(String text, int i) {
        return text.substring(0, i) + text.substring(i + 1);
    }

    /** Whether the words are one slip apart: for five letters only a swap, for longer ones any. */
    private static boolean oneSlip(String a, String b) {
        int start = 0;
        while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        boolean swap = endA - start == 2 && endB - start == 2 && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        boolean one = endA - start <= 1 && endB - start <= 1;
        return start > 0 && (swap || (one && Math.min(a.length(), b.length()) >= 6 && endB < b.length()));
    }
}
