package ptm.understanding.builtin.request;

import ptm.filter.Filter;
import ptm.understanding.builtin.lexicon.Word;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Which words that nobody knows name what a request is about, and which were not understood. */
abstract sealed class RequestNames extends RequestMeanings permits RequestReader {

    /** After these an unknown word is mostly a verb or a quality, nothing to leave out. */
    private static final Set<String> PLAIN_NOT = Set.of("не", "ни", "нет", "нельзя");

    final Naming naming;

    RequestNames(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
        this.naming = new Naming(items, words);
    }

    /** «договор»: a request that only names something. */
    void bareName(List<Item.Unknown> names) {
        unread.clear();
        guessed++;
        String text = names.stream().map(name -> name.word().text()).collect(Collectors.joining(" "));
        add(new Filter.Words(text.toLowerCase(Locale.ROOT)), new Item.Said(List.of(), names.getFirst().from(),
                names.getLast().until(), 0.8));
    }

    int unknown(Item.Unknown unknown, int at) {
        if (situation && !text.equals("find"))
            return at;
        if (naming.isEndOfTime(unknown, at)) {
            bound = "";
            relation = "";
            return at;
        }
        boolean named = Naming.isRussian(unknown) ? isNamed(unknown, at) : isMeant(unknown, at);
        if (!named || isOnlyLetters(unknown)) {
            unread.add(unknown.word());
            if (not && Naming.isRussian(unknown) && PLAIN_NOT.contains(plainBefore(unknown)))
                not = false;
            return at;
        }
        boolean negated = not || except;
        if (!text.equals("find") && !negated && !join.equals("or"))
            guessed++;
        else if (join.equals("or") && guessed > 0)
            guessed--;
        int last = at;
        StringBuilder words = new StringBuilder(unknown.word().text());
        while (last + 1 < items.size() && items.get(last + 1) instanceof Item.Unknown next) {
            words.append(' ').append(next.word().text());
            last++;
        }
        negated |= exceptFollows(last);
        Filter filter = new Filter.Words(words.toString().toLowerCase(Locale.ROOT));
        Item span = new Item.Said(List.of(), unknown.from(), items.get(last).until(), 0.85);
        items.set(last, span);
        add(negated ? Filter.not(filter) : filter, span, negated, false);
        return last;
    }

    /** Whether an English word that nobody knows names something: searched for, pointed at, left out. */
    private boolean isMeant(Item.Unknown unknown, int at) {
        if (text.equals("find") || text.equals("about"))
            return true;
        int last = Naming.lastOfRun(items, at);
        boolean leftOut = (except || not && Naming.isNominal(words.get(items.get(notAt).until() - 1)))
                && naming.isStraightBehind(notAt, at) && !followedBy(last, "atMost") && !followedBy(last, "atLeast");
        boolean listed = !join.isEmpty() && !parts.isEmpty() && Conditions.isName(parts.getLast().filter());
        return leftOut || listed || exceptFollows(last) || isProperName(unknown, at)
                || text.equals("for") && naming.isAskedFor(textAt, at)
                || Naming.isTopic(items.get(last)) && naming.isBeforeThings(last);
    }

    private boolean isProperName(Item.Unknown unknown, int at) {
        return unknown.word().isCapitalised() && (naming.isName(unknown, at) || joinFollows(at));
    }

    /** Whether a Russian word that nobody knows names something: it is searched for, pointed at, or left out. */
    private boolean isNamed(Item.Unknown unknown, int at) {
        if (text.equals("find"))
            return true;
        if (text.equals("about") && textAt == at - 1)
            return true;
        if (chatter.get(at) || !Naming.isThing(unknown))
            return false;
        boolean listed = !join.isEmpty() && !parts.isEmpty() && Conditions.isName(parts.getLast().filter());
        boolean leftOut = except || not && !PLAIN_NOT.contains(plainBefore(unknown));
        return text.equals("about") || text.equals("for") && naming.isPointedAt(textAt, at)
                || naming.isName(unknown, at) || unknown.word().isCapitalised() && joinFollows(at)
                || Naming.isNoun(unknown) && (join.equals("or") || listed || leftOut || exceptFollows(at));
    }

    private String plainBefore(Item item) {
        return item.from() == 0 ? "" : words.get(item.from() - 1).plain();
    }

    private boolean exceptFollows(int at) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said && said.isCue("exceptBefore");
    }

    private static boolean isOnlyLetters(Item.Unknown unknown) {
        return unknown.word().plain().length() < 2;
    }

    private boolean joinFollows(int at) {
        return at + 1 < items.size()
                && (items.get(at + 1) instanceof Item.Said said && (said.isCue("or") || said.isCue("and"))
                        || items.get(at + 1) instanceof Item.Mark mark && mark.word().isComma());
    }
}
