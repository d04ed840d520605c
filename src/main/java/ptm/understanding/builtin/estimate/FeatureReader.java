package ptm.understanding.builtin.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import ptm.account.Language;

/** Reads the features of a text: word stems, pairs, letter sequences, concepts. Thread-safe. */
final class FeatureReader {
    /** Longer texts say no more about a task, and reading stays quick. */
    private static final int MAX_CHARACTERS = 600;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int LONG_TEXT = 8;
    private static final int FEW = 2;
    private static final int SOME = 5;
    private static final int MANY = 11;
    private static final int HUGE = 1_000;
    private static final int LONG_NUMBER = 9;
    private static final String TELLING_SIGNS = "?!(,:;+";

    private final FeatureConcepts concepts;

    FeatureReader(FeatureConcepts concepts) {
        this.concepts = concepts;
    }

    Features read(String text, Language language) {
        String start = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        FeatureWords stems = new FeatureWords();
        List<FeatureWords.Word> words = stems.read(start);
        Bag bag = new Bag();
        bag.add(FeatureFamily.LANGUAGE, language.code());
        readWords(bag, words);
        readConcepts(bag, stems, words);
        readShape(bag, start, words.size());
        return bag.toFeatures();
    }

    private static void readWords(Bag bag, List<FeatureWords.Word> words) {
        String before = "";
        for (FeatureWords.Word word : words) {
            // how many digits a number has says more than which ones
            String stem = word.isNumber() ? "#" + word.text().length() : word.stem();
            bag.add(FeatureFamily.WORD, stem);
            bag.add(before.isEmpty() ? FeatureFamily.FIRST_WORD : FeatureFamily.PAIR,
                    before.isEmpty() ? stem : before + " " + stem);
            before = stem;
            if (word.isLetters())
                readLetters(bag, "_" + word.text() + "_");
        }
    }

    private static void readLetters(Bag bag, String word) {
        for (int length = SHORTEST; length <= LONGEST; length++)
            for (int at = 0; at + length <= word.length(); at++)
                bag.add(FeatureFamily.LETTERS, word.substring(at, at + length));
    }

    private void readConcepts(Bag bag, FeatureWords stems, List<FeatureWords.Word> words) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at < words.size(); at++) {
            Set<String> here = new TreeSet<>();
            concepts.addGroupsAt(stems, words, at, here);
            if (words.get(at).isNumber())
                here.add(amount(words.get(at).text()));
            found.addAll(here);
            if (at == 0)
                here.forEach(group -> bag.add(FeatureFamily.FIRST_CONCEPT, group));
        }
        List<String> all = List.copyOf(found);
        for (int i = 0; i < all.size(); i++) {
            bag.add(FeatureFamily.CONCEPT, all.get(i));
            for (int j = i + 1; j < all.size(); j++)
                bag.add(FeatureFamily.CONCEPT_PAIR, all.get(i) + " " + all.get(j));
        }
    }

    /** A number said in digits belongs to the group of {@code concepts.txt} that the same one in words belongs to. */
    private static String amount(String digits) {
        int value = digits.length() > LONG_NUMBER ? Integer.MAX_VALUE : Integer.parseInt(digits);
        return value < FEW
                ? "amount-one"
                : value < SOME
                        ? "amount-few"
                        : value < MANY
                                ? "amount-some"
                                : value < HUGE ? "amount-many" : "amount-huge";
    }

    private static void readShape(Bag bag, String text, int words) {
        bag.add(FeatureFamily.SHAPE, "length " + Math.min(LONG_TEXT, words));
        TELLING_SIGNS.chars().filter(sign -> text.indexOf(sign) >= 0)
                .forEach(sign -> bag.add(FeatureFamily.SHAPE, Character.toString(sign)));
    }

    /** Features as they are found. */
    private static final class Bag {
        private final List<Set<Integer>> found = new ArrayList<>();

        Bag() {
            for (FeatureFamily _ : FeatureFamily.values())
                found.add(new TreeSet<>());
        }

        void add(FeatureFamily family, String what) {
            found.get(family.ordinal()).add(Features.hash(what, family.ordinal() + 1));
        }

        Features toFeatures() {
            return new Features(found.stream().map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new));
        }
    }
}
