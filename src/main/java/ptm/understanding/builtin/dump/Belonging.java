package ptm.understanding.builtin.dump;

import java.util.List;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** Tells whether a clause belongs to the errand before it, or is one of its own. */
final class Belonging {
    /** How many clauses on a name is looked for that an "and" ends. */
    private static final int NAMES = 12;

    private final DumpWords lexicon;
    private final Sentence sentence;

    Belonging(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    /** Whether the group ends in words that want more: "whether they". */
    boolean isOpen(Errand errand) {
        int last = errand.until() - 1;
        boolean asks = last > errand.from() + 1 && sentence.plain(last - 1).equals("whether");
        if (last > errand.from() && errand.core() == errand.until() && (asks || sentence.is(Part.SUBORDINATE, last)
                && !(sentence.is(Part.PREPOSITION, last - 1) && sentence.plain(last).equals("that"))))
            return true;
        return false;
    }

    /** «пришли мне»: a verb and a pronoun want a thing. */
    boolean isNameless(Errand errand) {
        int head = sentence.head(errand.from(), errand.until());
        if (errand.kind() != Kind.ACT || !sentence.isRussian(head))
            return false;
        for (int i = head + 1; i < errand.until(); i++)
            if (!sentence.at(i).isMark() && !sentence.is(Part.SUBJECT, i) && !sentence.is(Part.FILLER, i))
                return false;
        return true;
    }

    /** A verb and nothing else: what is done to the thing before. */
    boolean isBare(Errand errand, Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (!sentence.isRussian(head) || !lexicon.isVerb(sentence.at(head)))
            return false;
        int own = sentence.head(head + 1, clause.until());
        return own >= clause.until() || errand.kind() == Kind.STATE && sentence.is(Part.PREPOSITION, own)
                && own + 2 >= clause.until();
    }

    /** What one takes to where one goes. */
    boolean isAlong(Errand errand, Clause clause) {
        return sentence.hasDate(errand.from(), errand.until())
                && !sentence.has(Part.BEFOREHAND, clause.from(), clause.until())
                && sentence.is(Part.TAKE_ALONG, sentence.head(clause.from(), clause.until()));
    }

    boolean isMoreOfName(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (sentence.is(Part.QUESTION, head))
            return true;
        for (int i = head; i < Math.min(clause.until(), head + 3); i++)
            if (sentence.plain(i).equals("ли") || sentence.plain(i).equals("whether"))
                return true;
        return false;
    }

    /** Begun by "then" or "and tonight". */
    boolean joined(Clause clause) {
        int step = sentence.match(Part.JOIN, clause.from());
        return step > 0 || sentence.isAnd(clause.from()) && sentence.isTime(clause.from() + 1);
    }

    boolean buys(Errand errand) {
        int head = sentence.head(errand.from(), errand.until());
        for (int i = errand.from(); i <= head && i < errand.until(); i++)
            if (sentence.is(Part.BUY, i))
                return true;
        return head + 1 < errand.until() && sentence.is(Part.BUY, head + 1) && sentence.isRussian(head);
    }

    /** Both say a time of their own. */
    boolean bothTimed(Errand errand, Clause clause) {
        boolean day = sentence.hasDay(errand.from(), errand.until());
        if (day && sentence.isDay(clause.from()) && errand.kind() == Kind.ACT
                && sentence.head(clause.from(), clause.until()) < clause.until())
            return true;
        boolean more = day && !sentence.hasDay(clause.from(), clause.until())
                && !sentence.hasRepeat(clause.from(), clause.until())
                && sentence.hasDate(clause.from(), clause.until()) && errand.kind() == Kind.THING;
        return !more && sentence.hasTime(errand.from(), errand.until())
                && sentence.hasTime(clause.from(), clause.until())
                && sentence.head(clause.from(), clause.until()) < clause.until()
                && (sentence.isEffort(clause.from())
                        || !sentence.is(Part.PREPOSITION, sentence.head(clause.from(), clause.until())));
    }

    /** «ковёр в химчистку»: a thing and where it is to go, with the verb left out. */
    boolean isDirective(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (sentence.isDay(clause.from()) && sentence.isRussian(head) && isWayFor(clause))
            return true;
        if (sentence.has(Part.PRONOUN, head + 1, clause.until()))
            return false;
        for (int i = head + 1; i < Math.min(clause.until() - 1, head + 4); i++)
            if (switch (sentence.plain(i)) {
                case "в", "на", "к", "до", "из" -> !sentence.isTime(i);
                case "за" -> sentence.is(Part.PREPOSITION, head);
                default -> false;
            })
                return !sentence.is(Part.PREPOSITION, head) || sentence.plain(head).equals("с");
        return false;
    }

    /** «к Пете на шашлыки», «в садик за Машей»: where one goes and for what. */
    private boolean isWayFor(Clause clause) {
        boolean way = false;
        for (int i = clause.from(); i < clause.until(); i++)
            if (!sentence.isTime(i))
                switch (sentence.plain(i)) {
                    case "к", "ко", "в", "во", "на", "за" -> {
                        if (way)
                            return true;
                        way = true;
                    }
                    default -> {
                    }
                }
        return false;
    }

    /** Whether a name goes on over the comma: "Anna, Tom and the dog". */
    boolean goesOn(Errand errand, Clause clause, List<Clause> clauses, int i) {
        for (int w = errand.from(); w < errand.until(); w++)
            if (w > errand.from() && sentence.is(Part.SUBORDINATE, w) && w + 3 >= errand.until())
                return true;
        for (int k = i; k < Math.min(clauses.size(), i + NAMES) && clauses.get(k).kind() == Kind.THING; k++)
            for (int w = clauses.get(k).from() + 1; w < clauses.get(k).until(); w++)
                if (sentence.isAnd(w) || sentence.plain(w).equals("or") || sentence.plain(w).equals("или"))
                    return true;
        return false;
    }

    /** «…, щётки, омывайка — заехать в магазин»: one way for all the things named before. */
    boolean isTripFor(List<Errand> things, Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        return !things.isEmpty() && things.stream().allMatch(errand -> errand.kind() == Kind.THING)
                && sentence.plain(clause.from() - 1).equals("-") && sentence.is(Part.TRIP, head);
    }

    /** "the screen is cracked, book a repair": what is to be done about it. */
    boolean isRemedy(Errand errand, Clause clause) {
        return errand.kind() == Kind.STATE && !sentence.isAnd(clause.from()) && !sentence.is(Part.JOIN, clause.from())
                && sentence.has(Part.REMEDY, clause.from(), clause.until());
    }

    /** "council tax — set up": a verb behind a dash, for what stands before it. */
    boolean isDoneTo(Errand errand, Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (errand.kind() == Kind.ACT || !sentence.plain(clause.from() - 1).equals("-") || head >= clause.until()
                || !lexicon.isVerb(sentence.at(head)))
            return false;
        int own = head + 1;
        while (own < clause.until() && (sentence.is(Part.PARTICLE, own) || sentence.is(Part.OBJECT, own)))
            own++;
        own = sentence.head(own, clause.until());
        return own >= clause.until() || sentence.is(Part.PREPOSITION, own);
    }

    /** «кто кормит рыбок — спросить Нину»: the question is what is asked after it. */
    boolean asksFor(Clause clause, List<Clause> clauses, int i) {
        return i + 1 < clauses.size() && clauses.get(i + 1).kind() == Kind.ACT
                && sentence.is(Part.QUESTION, sentence.head(clause.from(), clause.until()))
                && sentence.plain(clause.until()).equals("-");
    }
}
