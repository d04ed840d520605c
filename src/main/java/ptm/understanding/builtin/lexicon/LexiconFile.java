package ptm.understanding.builtin.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.understanding.Verb;

/**
 * Reads lexicon/*.yml: a list of entries, each with {@code say} (phrases separated by commas; {@code (a|b)} either,
 * {@code [a]} perhaps, {@code =a} in this form only, {@code a*} any word that begins so, {@code ~} one to five words) and what they mean;
 * {@code include} names another file that belongs to it. An entry {@code set: name} names a choice, {@code a|b}, that
 * later phrases write as {@code <name>}.
 */
public final class LexiconFile {

    private static final List<String> INTENTS = List.of("capture", "request", "edit", "smalltalk");

    /** Kinds of phrases about the person, whose words stand in one form only. */
    private static final List<String> PERSONAL = List.of("mood", "energy");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern GAP = Pattern.compile("[\\s-]+");

    private static final Pattern SET = Pattern.compile("<([a-z]+)>");

    private final Lexicon lexicon;
    private final Map<String, String> sets = new HashMap<>();

    private LexiconFile(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public static Lexicon load(String... resources) {
        Lexicon lexicon = new Lexicon();
        for (String resource : resources)
            new LexiconFile(lexicon).read(resource);
        return lexicon;
    }

    private void read(String resource) {
        try (InputStream in = LexiconFile.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException("no lexicon " + resource);
            List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            for (Map<String, Object> entry : entries)
                if (entry.get("include") instanceof String other)
                    read(resource.substring(0, resource.lastIndexOf('/') + 1) + other);
                else
                    add(resource, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String resource, Map<String, Object> map) {
        Object say = map.get("say");
        if (say == null)
            throw new IllegalStateException(resource + ": an entry without say: " + map);
        if (map.get("set") instanceof String name) {
            sets.put(name, filled(say.toString().strip(), true));
            return;
        }
        Entry entry = entry(map);
        boolean exact = Boolean.TRUE.equals(map.get("exact")) || PERSONAL.contains(text(map, "kind"))
                || map.containsKey("verb");
        for (String phrase : COMMA.split(filled(say.toString(), false)))
            if (!phrase.isBlank())
                lexicon.addChoices(pieces(phrase.strip(), exact), entry);
    }

    /** The text with every {@code <name>} written out; one inside another choice is part of that choice. */
    private String filled(String say, boolean bare) {
        return SET.matcher(say).replaceAll(found -> {
            String choice = sets.get(found.group(1));
            if (choice == null)
                throw new IllegalStateException("no set named " + found.group(1));
            int before = Math.max(say.lastIndexOf('(', found.start()), say.lastIndexOf('[', found.start()));
            int closed = Math.max(say.lastIndexOf(')', found.start()), say.lastIndexOf(']', found.start()));
            return Matcher.quoteReplacement(bare || before > closed ? choice : "(" + choice + ")");
        });
    }

    private static String exactly(String word) {
        return word.startsWith("=") || word.endsWith("*") || word.equals("~") ? word : "=" + word;
    }

    private static Entry entry(Map<String, Object> map) {
        return new Entry(filter(map, "mean"), filter(map, "not"), order(text(map, "order")), text(map, "cue"),
                text(map, "amount"), text(map, "unit"), text(map, "window"), verb(text(map, "verb")), intents(map),
                text(map, "kind"));
    }

    private static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    private static @Nullable Filter filter(Map<String, Object> map, String key) {
        String text = text(map, key);
        return text.isEmpty() ? null : FilterText.parse(text).where();
    }

    private static @Nullable Verb verb(String name) {
        for (Verb verb : Verb.values())
            if (verb.jsonName().equals(name))
                return verb;
        return null;
    }

    static List<OrderKey> order(String text) {
        List<OrderKey> keys = new ArrayList<>();
        for (String part : text.split("[,\\s]+")) {
            String name = part.startsWith("-") ? part.substring(1) : part;
            OrderField field = OrderField.find(name);
            if (field != null)
                keys.add(new OrderKey(field, part.startsWith("-")));
        }
        return keys;
    }

    private static Map<String, Double> intents(Map<String, Object> map) {
        Map<String, Double> weights = new HashMap<>();
        for (String intent : INTENTS)
            if (map.get(intent) instanceof Number weight)
                weights.put(intent, weight.doubleValue());
        return weights;
    }

    /** What a phrase is made of, piece by piece, each with its choices of words. */
    private static List<List<List<String>>> pieces(String phrase, boolean exact) {
        List<List<List<String>>> pieces = new ArrayList<>();
        int at = 0;
        while (at < phrase.length()) {
            char c = phrase.charAt(at);
            int end = c == '(' ? phrase.indexOf(')', at) : c == '[' ? phrase.indexOf(']', at) : wordEnd(phrase, at);
            List<List<String>> choices = new ArrayList<>();
            if (c == '(' || c == '[')
                for (String choice : phrase.substring(at + 1, end).split("\\|", -1))
                    choices.add(words(choice, exact));
            else
                choices.add(words(phrase.substring(at, end), exact));
            if (c == '[')
                choices.add(List.of());
            if (choices.size() > 1 || !choices.getFirst().isEmpty())
                pieces.add(choices);
            at = c == '(' || c == '[' ? end + 1 : end;
            while (at < phrase.length() && phrase.charAt(at) == ' ')
                at++;
        }
        return pieces;
    }

    private static List<String> words(String choice, boolean exact) {
        List<String> words = new ArrayList<>();
        for (String word : GAP.split(choice))
            if (!word.isEmpty()) {
                String plain = Words.plain(word.toLowerCase(Locale.ROOT));
                words.add(exact ? exactly(plain) : plain);
            }
        return words;
    }

    private static int wordEnd(String phrase, int at) {
        int end = at;
        while (end < phrase.length() && " ([".indexOf(phrase.charAt(end)) < 0)
            end++;
        return end;
    }
}
