package ptm.understanding.builtin.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Whole sentences by kind, read from lexicon/talk_*.yml: {@code (a|b c)} either, {@code [a|b]} perhaps, {@code a*} any
 * word that begins so, {@code …} the words asked about, {@code __} anything or nothing.
 */
final class Patterns {

    /** A sentence of a kind. @param rest the words it is about, or empty */
    record Found(String kind, String rest) {}

    private record Sentence(String kind, Pattern pattern) {}

    private final List<Sentence> sentences = new ArrayList<>();

    static Patterns load(String... resources) {
        Patterns patterns = new Patterns();
        for (String resource : resources)
            patterns.read(resource);
        return patterns;
    }

    private void read(String resource) {
        try (InputStream in = Patterns.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException("no lexicon " + resource);
            Map<String, List<String>> kinds = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            String before = around(kinds.getOrDefault("before", List.of()), "{0,3}");
            String after = around(kinds.getOrDefault("after", List.of()), "{0,2}");
            kinds.keySet().removeAll(Set.of("before", "after"));
            kinds.forEach((kind, all) -> all.forEach(sentence -> sentences
                    .add(new Sentence(kind, Pattern.compile(before + regex(sentence) + after)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every sentence these words may be, in the order of the file. @param words plain, a space after each */
    List<Found> all(String words) {
        List<Found> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Matcher matcher = sentence.pattern.matcher(words);
            if (matcher.matches())
                found.add(new Found(sentence.kind, matcher.groupCount() == 0 ? "" : matcher.group(1).strip()));
        }
        return found;
    }

    /** Words that may stand there, a few times or not at all. */
    private static String around(List<String> words, String times) {
        return "(?:" + words.stream().map(Patterns::regex).collect(Collectors.joining("|")) + ")" + times;
    }

    /** Each word takes the space after it along, so that what is left out leaves no gap. */
    private static String regex(String sentence) {
        StringBuilder regex = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (char c : (sentence + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '*' || c == '…' || c == '_') {
                word.append(c);
                continue;
            }
            regex.append(word(word.toString()));
            word.setLength(0);
            regex.append(switch (c) {
                case '(', '[' -> "(?:";
                case ')' -> ")";
                case ']' -> ")?";
                case '|' -> "|";
                default -> "";
            });
        }
        return regex.toString();
    }

    private static String word(String word) {
        if (word.isEmpty())
            return "";
        if (word.equals("…"))
            return "(.+? )";
        if (word.equals("__"))
            return "(?:.+ )?";
        return word.endsWith("*")
                ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}* "
                : Pattern.quote(word) + " ";
    }
}
