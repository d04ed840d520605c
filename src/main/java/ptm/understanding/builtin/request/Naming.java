package ptm.understanding.builtin.request;

import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.WordClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says whether a word nobody knows names what is looked for, or is only something that was not understood. */
final class Naming {

    /** A text longer than this is no name. */
    private static final int MOST = 3;

    private static final Pattern QUALITY =
            Pattern.compile(".{3,}(?:able|ible|ful|less|ish|ous|ive|ed|ly|est|some|like|sized|proof|ic|ical)");

    /** Behind these something is done, nothing named. */
    private static final Set<String> VERBAL = Set.of("never", "that", "which", "to", "i");

    private final List<Item> items;
    private final List<Word> words;
    private final boolean titleCase;

    Naming(List<Item> items, List<Word> words) {
        this.items = items;
        this.words = words;
        long big = words.stream().filter(Word::isCapitalised).count();
        this.titleCase = big > 3 && big * 2 > words.stream().filter(word -> !word.isMark()).count();
    }

    /** Whether it is Russian: only there the ending tells what kind of word it is. */
    static boolean isRussian(Item.Unknown unknown) {
        return Stems.isCyrillic(unknown.word().plain());
    }

    static boolean isThing(Item.Unknown unknown) {
        return !WordClass.isVerb(unknown.word());
    }

    static boolean isNoun(Item.Unknown unknown) {
        return isThing(unknown) && !WordClass.isAdjective(unknown.word().plain());
    }

    /** «Олегу» in the middle of a sentence. */
    boolean isName(Item.Unknown unknown, int at) {
        boolean inside = at > 0 && !(items.get(at - 1) instanceof Item.Mark mark && mark.word().isStop());
        return !titleCase && inside && unknown.word().isCapitalised() && isThing(unknown);
    }

    /** «список, где только звонки»: the word stands for the list, and asks for nothing. */
    boolean isRelative(Item.Said said, int at) {
        return said.until() == said.from() + 1 && words.get(said.from()).plain().equals("где") && at > 0
                && items.get(at - 1) instanceof Item.Said list
                && (list.isCue("things") || words.get(list.until() - 1).plain().startsWith("спис"));
    }

    /** «до собрания минут сорок»: what the time at hand ends with. */
    boolean isEndOfTime(Item.Unknown unknown, int at) {
        String before = unknown.from() == 0 ? "" : words.get(unknown.from() - 1).plain();
        return (before.equals("до") || before.equals("перед"))
                && items.subList(Math.max(0, at - 4), Math.min(items.size(), at + 5)).stream()
                        .anyMatch(item -> item instanceof Item.Amount amount && amount.isTime());
    }

    /** Whether nothing that means something stands between a cue and a word. */
    boolean isStraightBehind(int cueAt, int at) {
        for (int i = cueAt + 1; i < at; i++)
            if (!RequestState.isSkip(items.get(i)) && !(items.get(i) instanceof Item.Said one && one.isCue("one")))
                return false;
        return true;
    }

    /** "no essays" leaves something out, "don't dawdle" does not. */
    static boolean isNominal(Word negation) {
        return !negation.plain().endsWith("nt") && !VERBAL.contains(negation.plain());
    }

    /** "plumbing stuff" names what it is about, "doable stuff" says how it is. */
    static boolean isTopic(Item item) {
        return item instanceof Item.Unknown unknown && !QUALITY.matcher(unknown.word().plain()).matches();
    }

    /** "plumbing stuff", but not "throw something". */
    boolean isBeforeThings(int at) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said && said.isCue("things")
                && said.first(entry -> entry.weight("request") > 0) == null;
    }

    /** "wound up about the exam" tells why. */
    boolean isBehindMood(int at) {
        return at > 0 && items.get(at - 1) instanceof Item.Said said
                && said.first(entry -> entry.kind().equals("mood")) != null;
    }

    /** "things for the choir": a preposition straight between what asks and the word. */
    boolean isAskedFor(int cueAt, int at) {
        int before = cueAt - 1;
        while (before >= 0 && RequestState.isSkip(items.get(before)) && !asks(items.get(before)))
            before--;
        return isStraightBehind(cueAt, at) && (before < 0 || asks(items.get(before)));
    }

    /** The last of the unknown words that follow one another. */
    static int lastOfRun(List<Item> items, int at) {
        int last = at;
        while (last + 1 < items.size() && items.get(last + 1) instanceof Item.Unknown)
            last++;
        return last;
    }

    /** «дела по складу», «что там для склада»: a preposition straight behind what asks, straight before the word. */
    boolean isPointedAt(int cueAt, int at) {
        for (int i = cueAt + 1; i < at; i++)
            if (!RequestState.isSkip(items.get(i)))
                return false;
        int before = cueAt - 1;
        while (before >= 0 && RequestState.isSkip(items.get(before)) && !asks(items.get(before)))
            before--;
        return before < 0 || switch (items.get(before)) {
            case Item.Said said -> asks(said) || said.isCue("and") || said.isCue("or")
                    || said.first(entry -> entry.mean() != null && !entry.kind().equals("mood")
                            && !(entry.mean() instanceof Filter.Names names
                                    && names.field() == NameField.CONTEXT)) != null;
            case Item.Mark mark -> true;
            case Item.Unknown unknown -> false;
            case Item.Amount amount -> true;
            case Item.Stretch stretch -> true;
            case Item.Span span -> true;
        };
    }

    private static boolean asks(Item item) {
        return item instanceof Item.Said said && (said.isCue("things") || said.isCue("count")
                || said.first(entry -> entry.weight("request") >= 1) != null);
    }

    /** The words of a request that holds nothing but a name: «покажи договор с банком»; empty if it is none. */
    List<Item.Unknown> alone() {
        List<Item.Unknown> names = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Unknown unknown)
                names.add(unknown);
            else if (item instanceof Item.Mark mark
                    ? !mark.word().isStop()
                    : !RequestState.isSkip(item) && !asks(item)
                            && !(item instanceof Item.Said said && said.isCue("for")))
                return List.of();
        }
        boolean named = names.size() <= MOST && names.stream().allMatch(Naming::isThing)
                && names.stream().anyMatch(Naming::isNoun)
                && (names.stream().allMatch(Naming::isRussian) || items.stream().anyMatch(Naming::asks)
                        && names.stream().allMatch(name -> isTopic(name) && !name.word().plain().endsWith("ing")));
        return named ? names : List.of();
    }
}
