package ptm.understanding.builtin.estimate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Words of both languages grouped by the kind of thing they name, so that a word that no example holds still says
 * something. The groups stand in {@code lexicon/concepts.txt}. Immutable.
 */
final class FeatureConcepts {
    static final String RESOURCE = "/lexicon/concepts.txt";

    /** The longest phrase of the file, in words. */
    private static final int LONGEST = 4;

    private final List<String> names;
    /** Hashes of stems, several joined by spaces, ascending; a word in two groups stands twice. */
    private final int[] phrases;
    /** By phrase: the place of its group's name. */
    private final char[] groups;

    private FeatureConcepts(List<String> names, int[] phrases, char[] groups) {
        this.names = names;
        this.phrases = phrases;
        this.groups = groups;
    }

    /** From the words; takes a good part of a second when nothing is warm, so the application reads its work instead. */
    static FeatureConcepts ofWords() {
        Map<String, Set<Integer>> byName = new TreeMap<>();
        FeatureWords stems = new FeatureWords();
        String name = "";
        for (String line : text().lines().filter(it -> !it.startsWith("#") && !it.isBlank()).toList()) {
            int colon = line.indexOf(':');
            name = colon > 0 ? line.substring(0, colon) : name;
            Set<Integer> group = byName.computeIfAbsent(name, _ -> new TreeSet<>());
            for (String entry : line.substring(colon + 1).strip().split("\\s+"))
                if (!entry.isEmpty())
                    addEntry(group, stems, entry);
        }
        return of(byName);
    }

    private static void addEntry(Set<Integer> group, FeatureWords stems, String entry) {
        List<FeatureWords.Word> words = stems.read(entry);
        group.add(hash(String.join(" ", words.stream().map(FeatureWords.Word::stem).toList())));
        if (words.size() == 1)
            for (String form : stems.otherForms(words.getFirst()))
                group.add(hash(form));
    }

    /** The groups that the word at {@code at} belongs to, alone or as the end of a phrase. */
    void addGroupsAt(FeatureWords stems, List<FeatureWords.Word> words, int at, Set<String> to) {
        String phrase = words.get(at).stem();
        int before = to.size();
        addGroups(phrase, to);
        for (String form : stems.otherForms(words.get(at)))
            if (to.size() == before)
                addGroups(form, to);
        for (int from = at - 1; from >= 0 && at - from < LONGEST; from--) {
            phrase = words.get(from).stem() + " " + phrase;
            addGroups(phrase, to);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(names.size());
        for (String name : names)
            out.writeUTF(name);
        out.writeShort(phrases.length);
        for (int i = 0; i < phrases.length; i++) {
            out.writeInt(phrases[i]);
            out.writeByte(groups[i]);
        }
    }

    static FeatureConcepts read(DataInputStream in) throws IOException {
        String[] names = new String[in.readUnsignedShort()];
        for (int i = 0; i < names.length; i++)
            names[i] = in.readUTF();
        int[] phrases = new int[in.readUnsignedShort()];
        char[] groups = new char[phrases.length];
        for (int i = 0; i < phrases.length; i++) {
            phrases[i] = in.readInt();
            groups[i] = (char) in.readUnsignedByte();
        }
        return new FeatureConcepts(List.of(names), phrases, groups);
    }

    private static FeatureConcepts of(Map<String, Set<Integer>> byName) {
        List<String> names = List.copyOf(byName.keySet());
        record Entry(int phrase, int group) {}
        List<Entry> entries = byName.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(phrase -> new Entry(phrase, names.indexOf(it.getKey()))))
                .sorted(java.util.Comparator.comparingInt(Entry::phrase)).toList();
        int[] phrases = entries.stream().mapToInt(Entry::phrase).toArray();
        char[] groups = new char[phrases.length];
        for (int i = 0; i < groups.length; i++)
            groups[i] = (char) entries.get(i).group();
        return new FeatureConcepts(names, phrases, groups);
    }

    private void addGroups(String phrase, Set<String> to) {
        int hash = hash(phrase);
        int found = Arrays.binarySearch(phrases, hash);
        if (found < 0)
            return;
        while (found > 0 && phrases[found - 1] == hash)
            found--;
        for (int i = found; i < phrases.length && phrases[i] == hash; i++)
            to.add(names.get(groups[i]));
    }

    private static int hash(String phrase) {
        return Features.hash(phrase, 0);
    }

    private static String text() {
        try (InputStream in = FeatureConcepts.class.getResourceAsStream(RESOURCE)) {
            if (in == null)
                throw new IllegalStateException(RESOURCE + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
