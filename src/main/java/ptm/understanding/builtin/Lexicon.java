package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Phrases and what they mean, as a tree over words: a branch is a stem, an exact form ({@code =form}), the beginning of
 * a word ({@code begin*}) or a gap of one to five words ({@code ~}). Filled once, then only read.
 */
final class Lexicon {

    /** The longest phrase found at a place. */
    record Match(List<Entry> entries, int length) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final Map<String, Node> beginnings = new HashMap<>(2);
        @Nullable
        Node gap;
        final List<Entry> entries = new ArrayList<>(1);
    }

    private static final int GAP = 5;

    private final Node root = new Node();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> stems = new HashSet<>();

    void add(List<String> phrase, Entry entry) {
        Node node = root;
        for (String word : phrase)
            node = branch(node, word);
        if (!node.entries.contains(entry))
            node.entries.add(entry);
    }

    private Node branch(Node node, String word) {
        if (word.equals("~")) {
            if (node.gap == null)
                node.gap = new Node();
            return node.gap;
        }
        if (word.endsWith("*"))
            return node.beginnings.computeIfAbsent(word.substring(0, word.length() - 1), beginning -> new Node());
        boolean exact = word.startsWith("=");
        String form = exact ? word.substring(1) : word;
        forms.add(form);
        stems.add(Stems.of(form));
        return node.next.computeIfAbsent(exact ? word : Stems.of(form), key -> new Node());
    }

    @Nullable
    Match longest(List<Word> words, int at) {
        return longest(root, words, at, 0);
    }

    private @Nullable Match longest(Node node, List<Word> words, int at, int depth) {
        Match best = node.entries.isEmpty() ? null : new Match(node.entries, depth);
        if (at + depth >= words.size())
            return best;
        Word word = words.get(at + depth);
        if (word.isComma() && depth > 0) {
            Match over = longest(node, words, at, depth + 1);
            return over == null || best != null && over.entries() == best.entries() ? best : over;
        }
        best = longer(best, node.next.get("=" + word.plain()), words, at, depth);
        best = longer(best, node.next.get(word.stem()), words, at, depth);
        for (Map.Entry<String, Node> beginning : node.beginnings.entrySet())
            if (word.plain().startsWith(beginning.getKey()))
                best = longer(best, beginning.getValue(), words, at, depth);
        for (int skipped = 1; node.gap != null && skipped <= GAP && at + depth + skipped < words.size(); skipped++)
            best = longer(best, node.gap, words, at, depth + skipped - 1);
        return best;
    }

    private @Nullable Match longer(@Nullable Match best, @Nullable Node node, List<Word> words, int at, int depth) {
        Match found = node == null ? null : longest(node, words, at, depth + 1);
        if (found == null || best != null && best.length() > found.length())
            return best;
        if (best == null || best.length() < found.length())
            return found;
        List<Entry> both = new ArrayList<>(best.entries());
        both.addAll(found.entries());
        return new Match(both, found.length());
    }

    /** Whether some phrase holds this word in some form. */
    boolean knows(Word word) {
        if (forms.contains(word.plain()) || stems.contains(word.stem()))
            return true;
        return root.beginnings.keySet().stream().anyMatch(word.plain()::startsWith);
    }

    /** Every written form of a word in it: what a typo may have been meant for. */
    Set<String> forms() {
        return forms;
    }
}
