package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** Puts the clauses of a sentence together to tasks: what adds to a task goes with it, what is talk goes. */
final class Errands {
    /** So many tasks of one sentence may share the day that opens it. */
    static final int FEW = 4;
    /** After so many things to do in a row, a verb and its time is one more. */
    private static final int ROW = 3;

    private final DumpWords lexicon;
    private final Sentence sentence;
    private final ClauseKinds kinds;
    private final Belonging belonging;
    private final ListShape shape;
    private final Reached reached;
    private final Undone undone;
    private final boolean labelled;
    private final boolean shop;
    private final List<Errand> errands = new ArrayList<>();
    private boolean listed;
    private boolean goods;
    private boolean slashed;
    private @Nullable Clause each;
    private int pending = -1;
    private int more = -1;
    private Kind last = Kind.ACT;
    private boolean taken;

    Errands(DumpWords lexicon, Sentence sentence, boolean labelled, boolean shop) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.kinds = new ClauseKinds(lexicon, sentence);
        this.belonging = new Belonging(lexicon, sentence);
        this.shape = new ListShape(lexicon, sentence);
        this.reached = new Reached(sentence);
        this.undone = new Undone(lexicon, sentence);
        this.labelled = labelled;
        this.shop = shop;
    }

    /** Whether the sentence begins with words about the task before it. */
    boolean isMoreOfBefore() {
        return more > 0;
    }

    int moreUntil() {
        return more;
    }

    /** "30 minutes each", after the tasks; absent where nothing of the kind is said. */
    @Nullable
    Clause each() {
        return each;
    }

    /** Whether a clause says more of the task before the sentence, or something of all its tasks. */
    boolean isElsewhere(Clause clause) {
        return clause.from() < more || clause.equals(each);
    }

    private boolean isEach(Clause clause) {
        boolean said = false;
        for (int i = clause.from(); i < clause.until(); i++) {
            said |= sentence.is(Part.EACH, i)
                    || sentence.plain(i).equals("по") && (sentence.isEffort(i) || sentence.isEffort(i + 1));
            if (!sentence.isTime(i) && !sentence.at(i).isMark() && !sentence.is(Part.EACH, i)
                    && !sentence.is(Part.FILLER, i) && !sentence.is(Part.PREPOSITION, i))
                return false;
        }
        return said && !errands.isEmpty() && sentence.hasTime(clause.from(), clause.until());
    }

    /** The day that stands before the first task, −1 where none does. */
    int leadingDay(Errand first) {
        if (first.kind() != Kind.ACT)
            return -1;
        int head = sentence.head(first.from(), first.until());
        for (int i = first.from(); i < head; i++)
            if (sentence.isDay(i))
                return i;
        return -1;
    }

    /**
     * @param single whether the dump is this sentence alone: then what could be a task is one
     * @param before whether a task stands before it on the line
     */
    List<Errand> of(List<Clause> cut, boolean single, boolean before) {
        List<Clause> clauses = reached.each(cut);
        goods = shop || shape.areGoods(clauses);
        slashed = shape.slashes() >= 2;
        listed = labelled || shape.isList(clauses);
        boolean told = clauses.stream().anyMatch(kinds::isTold);
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = told && (kinds.maybeTold(clauses.get(i)) || kinds.isOfATale(clauses.get(i)))
                    ? clauses.get(i).as(Kind.TALK)
                    : clauses.get(i);
            if (clause.kind() == Kind.TALK && sentence.head(clause.from(), clause.until()) >= clause.until())
                continue;
            if (i == 0 && clauses.size() > 2 && isTitle(clause))
                continue;
            if (isEach(clause)) {
                each = clause;
                continue;
            }
            taken = clause.kind() != Kind.TALK;
            take(clause, clauses, i, single, before);
            last = !taken ? Kind.TALK : clause.kind();
        }
        if (isAddress(clauses))
            errands.removeFirst();
        if (pending >= 0 && !errands.isEmpty())
            grow(errands.getLast().core(), clauses.getLast().until());
        return errands;
    }

    /** "Mum, hi!" */
    private boolean isAddress(List<Clause> clauses) {
        return clauses.size() > 1 && !errands.isEmpty() && clauses.getFirst().kind() == Kind.THING
                && clauses.getFirst().length() <= 2 && errands.getFirst().from() == clauses.getFirst().from()
                && errands.getFirst().until() == clauses.getFirst().until()
                && (clauses.get(1).kind() == Kind.TALK && sentence.is(Part.GREETING, clauses.get(1).from())
                        || sentence.voice() == Voice.THEIRS && sentence.at(clauses.getFirst().from()).isCapitalised());
    }

    private void take(Clause clause, List<Clause> clauses, int i, boolean single, boolean before) {
        if (slashed && clause.kind() != Kind.TALK && clause.kind() != Kind.LEAD || reached.isOne(clause)) {
            begin(clause);
            return;
        }
        switch (clause.kind()) {
            case TALK -> talk(clause);
            case LEAD -> pending = pending < 0 ? clause.from() : pending;
            case ACT -> act(clause);
            case DETAIL -> detail(clause, clauses, before, i);
            case THING -> thing(clause, clauses, i);
            case STATE -> state(clause, single, clauses);
        }
    }

    private void talk(Clause clause) {
        pending = -1;
        if (!errands.isEmpty() && errands.getLast().until() + 1 >= clause.from() && kinds.onlyDisclaims(clause))
            errands.removeLast();
    }

    private void act(Clause clause) {
        if (errands.size() > 1 && belonging.isTripFor(errands, clause)) {
            Errand first = errands.getFirst();
            errands.clear();
            errands.add(new Errand(first.from(), clause.until(), clause.until(), Kind.ACT, false, ""));
        } else if (!errands.isEmpty() && last != Kind.TALK && belonging.isDoneTo(errands.getLast(), clause)) {
            growBy(clause, true);
        } else if (errands.size() == 1 && last == Kind.STATE && belonging.isRemedy(errands.getLast(), clause)) {
            growBy(clause, true);
        } else if (!errands.isEmpty() && belonging.isOpen(errands.getLast()))
            grow(clause.until(), clause.until());
        else if (!errands.isEmpty() && !listed && last != Kind.TALK
                && (errands.getLast().kind() != Kind.ACT || isStated(errands.getLast()))
                && (belonging.isBare(errands.getLast(), clause) || belonging.isAlong(errands.getLast(), clause)))
            grow(errands.getLast().core(), clause.until());
        else
            begin(clause);
    }

    private void detail(Clause clause, List<Clause> clauses, boolean before, int i) {
        if (belonging.asksFor(clause, clauses, i)) {
            pending = clause.from();
            return;
        }
        if (isOneMore(clause)) {
            begin(clause);
            return;
        }
        if (last == Kind.TALK && i > 0) {
            taken = false;
            return;
        }
        if (!errands.isEmpty())
            growBy(clause, belonging.isMoreOfName(clause) || belonging.isOpen(errands.getLast())
                    || belonging.isNameless(errands.getLast()));
        else if (before)
            more = clause.until();
        else if (sentence.head(clause.from(), clause.until()) < clause.until())
            begin(clause);
        else if (pending < 0)
            pending = clause.from();
    }

    /** "standup notes - …": a name for all that follows. */
    private boolean isTitle(Clause clause) {
        return clause.kind() == Kind.THING && clause.length() <= 3 && sentence.plain(clause.until()).equals("-")
                && sentence.is(Part.LIST_NAME, clause.until() - 1)
                && !lexicon.isVerb(sentence.at(sentence.head(clause.from(), clause.until())));
    }

    /** «кончается осаго»: what has to be seen to, and not yet how. */
    private boolean isStated(Errand errand) {
        int head = sentence.head(errand.from(), errand.until());
        return sentence.isRussian(head) && kinds.isProblem(head, errand.until())
                && kinds.infinitive(head, errand.until()) < 0;
    }

    /** «…, постирать, убрать, укладывать в 21:00»: one more of a row of things to do. */
    private boolean isOneMore(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        return errands.size() >= ROW && head < clause.until() && lexicon.isInfinitive(sentence.at(head))
                && errands.stream().allMatch(errand -> errand.kind() == Kind.ACT)
                && sentence.hasDate(clause.from(), clause.until());
    }

    private void thing(Clause clause, List<Clause> clauses, int i) {
        if (errands.isEmpty()) {
            if (last != Kind.TALK || i == 0 || listed || sentence.hasDate(clause.from(), clause.until())
                    || belonging.isDirective(clause))
                begin(clause);
            else
                taken = false;
            return;
        }
        Errand errand = errands.getLast();
        if (last == Kind.TALK && !listed) {
            taken = false;
            return;
        }
        boolean buys = belonging.buys(errand);
        if (buys || goods) {
            grow(clause.until(), clause.until());
        } else if (belonging.isOpen(errand) || !listed && belonging.isNameless(errand)
                || sentence.asks(clause.from())) {
            grow(clause.until(), clause.until());
        } else if (listed || belonging.joined(clause) || belonging.bothTimed(errand, clause)
                || belonging.isDirective(clause) && errand.kind() == Kind.ACT
                        && sentence.isRussian(clause.from())) {
            begin(belonging.isDirective(clause) || belonging.joined(clause) && sentence.isRussian(clause.from())
                    ? new Clause(clause.from(), clause.until(), Kind.ACT)
                    : clause);
        } else {
            growBy(clause, belonging.goesOn(errand, clause, clauses, i));
        }
    }

    private void state(Clause clause, boolean single, List<Clause> clauses) {
        boolean joined = sentence.isAnd(clause.from()) || sentence.is(Part.JOIN, clause.from())
                || sentence.is(Part.FILLER, clause.from());
        boolean problem = kinds.isProblem(sentence.head(clause.from(), clause.until()), clause.until());
        boolean dated = sentence.hasDate(clause.from(), clause.until());
        boolean task = errands.isEmpty()
                ? problem || dated || labelled || isPlain(clause, single, clauses)
                : (joined || labelled) && (problem || dated)
                        || problem && errands.getLast().kind() != Kind.THING && last != Kind.TALK;
        if (task)
            begin(clause);
        else if (!errands.isEmpty() && last != Kind.TALK)
            grow(errands.getLast().core(), clause.until());
        else
            taken = false;
    }

    /** A statement that is all there is, or that something to do follows. */
    private boolean isPlain(Clause clause, boolean single, List<Clause> clauses) {
        return single && last != Kind.TALK && clauses.size() == 1 || clauses.stream()
                .anyMatch(other -> other.from() > clause.from() && (other.kind() == Kind.ACT
                        || other.kind() == Kind.DETAIL && lexicon.isInfinitive(sentence.at(
                                Math.min(sentence.head(other.from(), other.until()), sentence.size() - 1)))));
    }

    private void begin(Clause clause) {
        Undone.Deed deed = clause.kind() == Kind.ACT ? undone.of(clause) : null;
        if (deed != null) {
            pending = -1;
            errands.add(new Errand(deed.from(), deed.until(), deed.until(), Kind.ACT,
                    !sentence.hasDay(deed.from(), deed.until()), deed.verb()));
            return;
        }
        int from = pending >= 0 ? pending : clause.from();
        pending = -1;
        if (sentence.head(from, clause.until()) >= clause.until() && !sentence.hasTime(from, clause.until()))
            return;
        int start = from;
        while (start < clause.until() - 1 && sentence.at(start).isMark() && !isOpening(start))
            start++;
        errands.add(new Errand(start, clause.until(), clause.until(), clause.kind(),
                clause.kind() == Kind.ACT && !sentence.hasDay(clause.from(), clause.until()), reached.verb(clause)));
    }

    private boolean isOpening(int i) {
        return switch (sentence.plain(i)) {
            case "(", "«", "\"", "“", "[", "#", "@", "„" -> true;
            default -> false;
        };
    }

    /** @param named whether the clause is of the name of the task still */
    private void growBy(Clause clause, boolean named) {
        Errand errand = errands.getLast();
        grow(named && errand.core() == errand.until() ? clause.until() : errand.core(), clause.until());
    }

    private void grow(int core, int until) {
        Errand errand = errands.removeLast();
        errands.add(new Errand(errand.from(), core, until, errand.kind(), errand.inherits()
                && !sentence.hasDay(errand.until(), until), errand.verb()));
        pending = -1;
    }
}
