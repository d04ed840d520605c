package ptm.understanding.builtin.dump;

import java.util.function.IntPredicate;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Where in Russian dictation, which has no marks, a new clause begins: every infinitive has one of its own. */
final class RussianRun {
    private static final int FAR = 8;

    private final DumpWords lexicon;
    private final Sentence sentence;
    private final int[] anchors;
    private final int[] statements;
    private final int[] needs;

    RussianRun(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.anchors = last(this::isAnchor);
        this.statements = last(i -> sentence.isRussian(i) && !sentence.isTime(i) && lexicon.isFinite(sentence.at(i)));
        this.needs = last(i -> sentence.is(Part.NEED, i));
    }

    /** Of each word, where the last one before it stands that is such. */
    private int[] last(IntPredicate such) {
        int[] found = new int[sentence.size() + 1];
        found[0] = -1;
        for (int i = 0; i < sentence.size(); i++)
            found[i + 1] = such.test(i) ? i : found[i];
        return found;
    }

    boolean begins(int start, int i, int until) {
        if (sentence.isTime(i))
            return sentence.isDay(i) && sentence.isDay(start) && anchor(sentence.afterTime(i), Math.min(until,
                    sentence.afterTime(i) + FAR)) >= 0 && lastAnchor(start, i) >= 0;
        if (sentence.is(Part.NEED, i) && !sentence.is(Part.SUBJECT, i - 1) && isNeed(i))
            return i - start >= 3 && (lastAnchor(start, i) >= 0 || needs[i] >= start);
        int before = lastAnchor(start, i);
        if (before < 0)
            return sentence.isTime(i - 1) && tells(start, i) && anchor(i, Math.min(until, i + FAR)) >= 0;
        int next = anchor(i, Math.min(until, i + FAR));
        return next >= 0 && i == cutBetween(start, before, next);
    }

    /** «страховка кончается первого»: a statement with its time, after which something new begins. */
    private boolean tells(int start, int i) {
        return statements[i] > start;
    }

    private boolean isNeed(int i) {
        return sentence.plain(i).equals("надо") || sentence.plain(i).equals("нужно");
    }

    /** Where between two verbs the clause of the second begins. */
    private int cutBetween(int start, int before, int next) {
        boolean objectFirst = objectFirst(start, before);
        int cut = next;
        if (next > before + 1 && (objectFirst || bareAtEnd(next) && groups(before + 1, next) > 1))
            cut = lastBare(before + 1, next);
        return cut;
    }

    /** «полку прибить»: what it is done to stands before the verb. */
    private boolean objectFirst(int start, int verb) {
        int head = sentence.head(start, verb);
        while (head < verb && (sentence.is(Part.NEED, head) || sentence.is(Part.SUBJECT, head)
                || sentence.is(Part.AUXILIARY, head)))
            head += Math.max(1, Math.max(sentence.match(Part.NEED, head), sentence.match(Part.SUBJECT, head)));
        return head < verb;
    }

    private boolean bareAtEnd(int verb) {
        return verb + 1 >= sentence.size() || sentence.isComma(verb + 1) || sentence.is(Part.JOIN, verb + 1)
                || sentence.isTime(verb + 1) || sentence.is(Part.PREPOSITION, verb + 1);
    }

    private int groups(int from, int until) {
        int groups = 0;
        for (int i = from; i < until; i++)
            if (!sentence.isTime(i) && !(i > from && (sentence.is(Part.PREPOSITION, i - 1) || isAdjective(i - 1))))
                groups++;
        return groups;
    }

    /** The last noun with its adjectives that no preposition governs. */
    private int lastBare(int from, int until) {
        int cut = until;
        int i = from;
        while (i < until) {
            if (sentence.isTime(i) || sentence.at(i).isMark()) {
                i++;
                continue;
            }
            int at = i;
            boolean governed = sentence.is(Part.PREPOSITION, i);
            i += governed ? 1 : 0;
            while (i < until && isAdjective(i))
                i++;
            i++;
            if (!governed && !isGenitive(at, from))
                cut = at;
        }
        return cut;
    }

    private boolean isGenitive(int i, int from) {
        return i > from && (DumpWords.endsWithAny(sentence.plain(i), "ов", "ев") || sentence.at(i).isCapitalised()
                && DumpWords.endsWithAny(sentence.plain(i), "и", "ы", "а", "я"));
    }

    private boolean isAdjective(int i) {
        return sentence.isRussian(i) && sentence.plain(i).length() > 4 && DumpWords.endsWithAny(sentence.plain(i), "ый",
                "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ых", "их", "ым", "им", "ую",
                "юю");
    }

    private int lastAnchor(int from, int until) {
        return anchors[until] >= from ? anchors[until] : -1;
    }

    private int anchor(int from, int until) {
        for (int i = from; i < until; i++) {
            if (sentence.isComma(i) || sentence.is(Part.JOIN, i) || sentence.isAnd(i))
                return -1;
            if (isAnchor(i))
                return i;
        }
        return -1;
    }

    /** A verb that a task stands on: not one that another governs. */
    private boolean isAnchor(int i) {
        if (!sentence.isRussian(i) || sentence.isTime(i) || !lexicon.isVerb(sentence.at(i))
                || sentence.is(Part.BEFORE, i - 1) || isPurpose(i))
            return false;
        if (sentence.is(Part.AUXILIARY, i) && i + 1 < sentence.size())
            return sentence.is(Part.VERB, i) || governs(i);
        return true;
    }

    /** «позвонить тёте поздравить»: why one calls. */
    private boolean isPurpose(int i) {
        if (!sentence.is(Part.TELL, i))
            return false;
        for (int at = i - 1; at >= Math.max(0, i - 5); at--) {
            if (sentence.isComma(at) || sentence.is(Part.JOIN, at) || sentence.isAnd(at) || sentence.isTime(at))
                return false;
            if (sentence.is(Part.CONTACT, at))
                return true;
        }
        return false;
    }

    /** «сходить в банк», with no other verb soon after, stands by itself. */
    private boolean governs(int i) {
        for (int at = i + 1; at < Math.min(sentence.size(), i + 7); at++) {
            if (sentence.isComma(at) || sentence.is(Part.JOIN, at) || sentence.isAnd(at))
                return true;
            if (sentence.isRussian(at) && lexicon.isInfinitive(sentence.at(at)))
                return false;
        }
        return true;
    }
}
