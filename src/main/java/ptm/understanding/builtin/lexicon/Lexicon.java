package ptm.understanding.builtin.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Phrases and what they mean, as a tree over words: a branch is a stem, an exact form ({@code =form}), the beginning of
 * a word ({@code begin*}) or a gap of one to five words ({@code ~}). Two fillers may stand between the words of any
 * phrase. Filled once, then only read.
 */
public final class Lexicon {

    /**
     * A phrase found at a place.
     *
     * @param gap    where its gap begins, counted from the place; 0 if it has none
     * @param gapEnd where it ends
     */
    public record Match(List<Entry> entries, int length, int gap, int gapEnd) {

        /** Whether a word, counted from the place, belongs to the phrase itself. */
        public boolean covers(int word) {
            return word >= 0 && word < length && (word < gap || word >= gapEnd);
        }
    }

    /** A place between two words; several may follow on one word, where phrases with choices go on together. */
    private static final class Node {
        final Map<String, List<Node>> next = new HashMap<>(4);
        final Map<String, List<Node>> beginnings = new HashMap<>(2);
        @Nullable
        Node gap;
        final List<Entry> entries = new ArrayList<>(1);
        /** Whether choices meet here: then only the phrase with these choices may go on from here. */
        final boolean meeting;

        Node(boolean meeting) {
            this.meeting = meeting;
        }
    }

    private static final int GAP = 5;
    private static final int FILLERS = 2;
    /** No beginning of a word in the lexicon is longer. */
    private static final int LONGEST = 20;
    private static final int[] NO_GAP = { 0, 0 };

    private final Node root = new Node(false);
    private final Set<String> fillers = new HashSet<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> stems = new HashSet<>();

    public void add(List<String> phrase, Entry entry) {
        addChoices(List.of(List.of(phrase)), entry);
    }

    /** Adds a phrase of pieces, each with the wordings it may have; an empty wording says that it may be left out. */
    void addChoices(List<List<List<String>>> pieces, Entry entry) {
        List<Node> ends = List.of(root);
        for (List<List<String>> piece : pieces)
            ends = piece.size() == 1
                    ? ends.stream().map(end -> last(end, piece.getFirst())).toList()
                    : meeting(ends, piece);
        if (entry.isCue("filler") && pieces.size() == 1)
            pieces.getFirst().stream().map(words -> words.getFirst().replace("=", "")).forEach(fillers::add);
        for (Node end : ends)
            if (end != root && !end.entries.contains(entry))
                end.entries.add(entry);
    }

    private List<Node> meeting(List<Node> ends, List<List<String>> wordings) {
        Node meeting = new Node(true);
        List<Node> after = new ArrayList<>(List.of(meeting));
        for (List<String> wording : wordings)
            if (wording.isEmpty())
                after.addAll(ends);
            else
                for (Node end : ends)
                    link(last(end, wording.subList(0, wording.size() - 1)), wording.getLast(), meeting);
        return after;
    }

    private Node last(Node node, List<String> words) {
        Node last = node;
        for (String word : words)
            last = branch(last, word);
        return last;
    }

    /** The place behind a word that every phrase may go on from. */
    private Node branch(Node node, String word) {
        if (word.equals("~")) {
            if (node.gap == null)
                node.gap = new Node(false);
            return node.gap;
        }
        List<Node> behind = behind(node, word);
        for (Node one : behind)
            if (!one.meeting)
                return one;
        Node fresh = new Node(false);
        behind.add(fresh);
        return fresh;
    }

    private void link(Node node, String word, Node meeting) {
        List<Node> behind = behind(node, word);
        if (!behind.contains(meeting))
            behind.add(meeting);
    }

    private List<Node> behind(Node node, String word) {
        if (word.endsWith("*"))
            return node.beginnings.computeIfAbsent(word.substring(0, word.length() - 1), key -> new ArrayList<>(1));
        boolean exact = word.startsWith("=");
        String form = exact ? word.substring(1) : word;
        forms.add(form);
        if (!exact)
            stems.add(Stems.of(form));
        return node.next.computeIfAbsent(exact ? word : Stems.of(form), key -> new ArrayList<>(1));
    }

    @Nullable
    public Match longest(List<Word> words, int at) {
        List<Match> all = all(words, at);
        return all.isEmpty() ? null : all.getLast();
    }

    /** Every phrase that begins at this word, the shortest first, those of one length together. */
    public List<Match> all(List<Word> words, int at) {
        List<Match> found = new ArrayList<>(4);
        collect(root, words, at, 0, NO_GAP, found);
        if (found.size() > 1)
            found.sort(Comparator.comparingInt(Match::length));
        return found;
    }

    private void collect(Node node, List<Word> words, int at, int depth, int[] gap, List<Match> found) {
        if (!node.entries.isEmpty())
            put(node.entries, depth, gap, found);
        next(node, words, at, depth, gap, found, 0);
    }

    /** @param fillers how many words that carry nothing were passed over since the last word of the phrase */
    private void next(Node node, List<Word> words, int at, int depth, int[] gap, List<Match> found, int fillers) {
        if (at + depth >= words.size() || node.next.isEmpty() && node.beginnings.isEmpty() && node.gap == null)
            return;
        if (depth > 0 && fillers < FILLERS && this.fillers.contains(words.get(at + depth).plain()))
            next(node, words, at, depth + 1, gap, found, fillers + 1);
        boolean comma = words.get(at + depth).isComma() && depth > 0;
        if (comma && at + depth + 1 < words.size())
            follow(node, words, at, depth + 1, gap, found);
        if (comma)
            return;
        follow(node, words, at, depth, gap, found);
        for (int skipped = 1; node.gap != null && skipped <= GAP && at + depth + skipped < words.size(); skipped++)
            follow(node.gap, words, at, depth + skipped, gap == NO_GAP ? new int[] { depth, depth + skipped } : gap,
                    found);
    }

    private void follow(Node node, List<Word> words, int at, int depth, int[] gap, List<Match> found) {
        Word word = words.get(at + depth);
        step(node.next.get("=" + word.plain()), words, at, depth, gap, found);
        step(node.next.get(word.stem()), words, at, depth, gap, found);
        if (word.isContraction())
            contracted(node, words, at, depth, gap, found);
        if (!node.beginnings.isEmpty())
            for (int end = 2; end <= Math.min(word.plain().length(), LONGEST); end++)
                step(node.beginnings.get(word.plain().substring(0, end)), words, at, depth, gap, found);
    }

    /** "my battery's flat" is said of "my battery is flat", and of "my battery flat". */
    private void contracted(Node node, List<Word> words, int at, int depth, int[] gap, List<Match> found) {
        String plain = words.get(at + depth).plain();
        String noun = plain.substring(0, plain.length() - 1);
        for (String key : List.of("=" + noun, Stems.of(noun))) {
            List<Node> named = node.next.getOrDefault(key, List.of());
            step(named, words, at, depth, gap, found);
            for (Node one : named)
                for (String verb : List.of("=is", "is", "=has", "has"))
                    step(one.next.get(verb), words, at, depth, gap, found);
        }
    }

    private void step(@Nullable List<Node> next, List<Word> words, int at, int depth, int[] gap, List<Match> found) {
        if (next != null)
            for (Node node : next)
                collect(node, words, at, depth + 1, gap, found);
    }

    private static void put(List<Entry> entries, int length, int[] gap, List<Match> found) {
        for (int i = 0; i < found.size(); i++)
            if (found.get(i).length() == length) {
                List<Entry> both = new ArrayList<>(found.get(i).entries());
                entries.stream().filter(entry -> !both.contains(entry)).forEach(both::add);
                found.set(i, new Match(both, length, gap[0], gap[1]));
                return;
            }
        found.add(new Match(entries, length, gap[0], gap[1]));
    }

    /** Whether some phrase holds this word in some form. */
    public boolean knows(Word word) {
        if (forms.contains(word.plain()) || stems.contains(word.stem()))
            return true;
        for (int end = 2; end <= Math.min(word.plain().length(), LONGEST); end++)
            if (root.beginnings.containsKey(word.plain().substring(0, end)))
                return true;
        return false;
    }

    /** Every written form of a word in it: what a typo may have been meant for. */
    Set<String> forms() {
        return forms;
    }
}
