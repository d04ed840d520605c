package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** Puts the clauses of a sentence together to tasks: what adds to a task goes with it, what is talk goes. */
final class Groups {
    /** So many tasks of one sentence may share the day that opens it. */
    static final int FEW = 4;
    private static final int LIST = 3;
    private static final double SHORT = 5;

    private final DumpWords lexicon;
    private final Sentence sentence;
    private final ClauseKinds kinds;
    private final boolean labelled;
    private final boolean shop;
    private final List<Group> groups = new ArrayList<>();
    private boolean listed;
    private boolean goods;
    private boolean slashed;
    private @Nullable Clause each;
    private int pending = -1;
    private int more = -1;
    private Kind last = Kind.ACT;
    private boolean taken;

    Groups(DumpWords lexicon, Sentence sentence, boolean labelled, boolean shop) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.kinds = new ClauseKinds(lexicon, sentence);
        this.labelled = labelled;
        this.shop = shop;
    }

    /**
     * Words of one task.
     *
     * @param core     where the words end that name it
     * @param inherits whether a day said before holds for it
     */
    record Group(int from, int core, int until, Kind kind, boolean inherits) {}

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

    private boolean isEach(Clause clause) {
        boolean said = false;
        for (int i = clause.from(); i < clause.until(); i++) {
            said |= sentence.is(Part.EACH, i);
            if (!sentence.isTime(i) && !sentence.at(i).isMark() && !sentence.is(Part.EACH, i)
                    && !sentence.is(Part.FILLER, i) && !sentence.is(Part.PREPOSITION, i))
                return false;
        }
        return said && !groups.isEmpty() && sentence.hasTime(clause.from(), clause.until());
    }

    /** The day that stands before the first task, −1 where none does. */
    int leadingDay(Group first) {
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
    List<Group> of(List<Clause> clauses, boolean single, boolean before) {
        goods = shop || areGoods(clauses);
        slashed = slashes() >= 2;
        listed = labelled || isList(clauses);
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (clause.kind() == Kind.TALK && sentence.head(clause.from(), clause.until()) >= clause.until())
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
            groups.removeFirst();
        if (pending >= 0 && !groups.isEmpty())
            grow(groups.getLast().core(), clauses.getLast().until());
        return groups;
    }

    /** "Mum, hi!" */
    private boolean isAddress(List<Clause> clauses) {
        return clauses.size() > 1 && !groups.isEmpty() && clauses.getFirst().kind() == Kind.THING
                && clauses.getFirst().length() <= 2 && groups.getFirst().from() == clauses.getFirst().from()
                && groups.getFirst().until() == clauses.getFirst().until() && clauses.get(1).kind() == Kind.TALK
                && sentence.is(Part.GREETING, clauses.get(1).from());
    }

    private void take(Clause clause, List<Clause> clauses, int i, boolean single, boolean before) {
        if (slashed && clause.kind() != Kind.TALK && clause.kind() != Kind.LEAD) {
            begin(clause);
            return;
        }
        switch (clause.kind()) {
            case TALK -> pending = -1;
            case LEAD -> pending = pending < 0 ? clause.from() : pending;
            case ACT -> act(clause);
            case DETAIL -> detail(clause, before, i);
            case THING -> thing(clause, clauses, i);
            case STATE -> state(clause, single, clauses);
        }
    }

    private void act(Clause clause) {
        if (!groups.isEmpty() && isOpen(groups.getLast()))
            grow(clause.until(), clause.until());
        else if (!groups.isEmpty() && !listed && groups.getLast().kind() != Kind.ACT && last != Kind.TALK
                && (isBare(clause) || isAlong(clause)))
            grow(groups.getLast().core(), clause.until());
        else
            begin(clause);
    }

    /** What one takes to where one goes. */
    private boolean isAlong(Clause clause) {
        return sentence.hasDate(groups.getLast().from(), groups.getLast().until())
                && sentence.is(Part.TAKE_ALONG, sentence.head(clause.from(), clause.until()));
    }

    /** Whether the group ends in words that want more: "whether they". */
    private boolean isOpen(Group group) {
        int last = group.until() - 1;
        boolean asks = last > group.from() + 1 && sentence.plain(last - 1).equals("whether");
        if (last > group.from() && group.core() == group.until() && (asks || sentence.is(Part.SUBORDINATE, last)))
            return true;
        return false;
    }

    /** «пришли мне»: a verb and a pronoun want a thing. */
    private boolean isNameless(Group group) {
        int head = sentence.head(group.from(), group.until());
        if (group.kind() != Kind.ACT || !sentence.isRussian(head))
            return false;
        for (int i = head + 1; i < group.until(); i++)
            if (!sentence.at(i).isMark() && !sentence.is(Part.SUBJECT, i) && !sentence.is(Part.FILLER, i))
                return false;
        return true;
    }

    /** A verb and nothing else: what is done to the thing before. */
    private boolean isBare(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (!sentence.isRussian(head) || !lexicon.isVerb(sentence.at(head)))
            return false;
        int own = sentence.head(head + 1, clause.until());
        return own >= clause.until() || groups.getLast().kind() == Kind.STATE && sentence.is(Part.PREPOSITION, own)
                && own + 2 >= clause.until();
    }

    private void detail(Clause clause, boolean before, int i) {
        if (last == Kind.TALK && i > 0) {
            taken = false;
            return;
        }
        if (!groups.isEmpty())
            grow((isMoreOfName(clause) || isOpen(groups.getLast()) || isNameless(groups.getLast()))
                    && groups.getLast().core() == groups.getLast().until()
                            ? clause.until()
                            : groups.getLast().core(),
                    clause.until());
        else if (before)
            more = clause.until();
        else if (sentence.head(clause.from(), clause.until()) < clause.until())
            begin(clause);
        else if (pending < 0)
            pending = clause.from();
    }

    private boolean isMoreOfName(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (sentence.is(Part.QUESTION, head))
            return true;
        for (int i = head; i < Math.min(clause.until(), head + 3); i++)
            if (sentence.plain(i).equals("ли") || sentence.plain(i).equals("whether"))
                return true;
        return false;
    }

    private void thing(Clause clause, List<Clause> clauses, int i) {
        if (groups.isEmpty()) {
            if (last != Kind.TALK || i == 0 || listed || sentence.hasDate(clause.from(), clause.until())
                    || isDirective(clause))
                begin(clause);
            else
                taken = false;
            return;
        }
        Group group = groups.getLast();
        if (last == Kind.TALK && !listed) {
            taken = false;
            return;
        }
        boolean buys = buys(group);
        if (buys || goods) {
            grow(clause.until(), clause.until());
        } else if (isOpen(group) || isNameless(group) || sentence.asks(clause.from())) {
            grow(clause.until(), clause.until());
        } else if (listed || joined(clause) || bothTimed(group, clause)
                || isDirective(clause) && group.kind() == Kind.ACT
                        && sentence.isRussian(clause.from())) {
            begin(isDirective(clause) || joined(clause) && sentence.isRussian(clause.from())
                    ? new Clause(clause.from(), clause.until(), Kind.ACT)
                    : clause);
        } else {
            boolean named = goesOn(group, clause, clauses, i);
            grow(named && group.core() == group.until() ? clause.until() : group.core(), clause.until());
        }
    }

    /** Begun by "then" or "and tonight". */
    private boolean joined(Clause clause) {
        int step = sentence.match(Part.JOIN, clause.from());
        return step > 0 || sentence.isAnd(clause.from()) && sentence.isTime(clause.from() + 1);
    }

    private void state(Clause clause, boolean single, List<Clause> clauses) {
        boolean joined = sentence.isAnd(clause.from()) || sentence.is(Part.JOIN, clause.from())
                || sentence.is(Part.FILLER, clause.from());
        boolean problem = sentence.has(Part.PROBLEM, clause.from(), clause.until());
        boolean dated = sentence.hasDate(clause.from(), clause.until());
        boolean task = groups.isEmpty()
                ? problem || dated || labelled || isPlain(clause, single, clauses)
                : (joined || labelled) && (problem || dated)
                        || problem && groups.getLast().kind() != Kind.THING && last != Kind.TALK;
        if (task)
            begin(clause);
        else if (!groups.isEmpty() && last != Kind.TALK)
            grow(groups.getLast().core(), clause.until());
        else
            taken = false;
    }

    /** A statement that is all there is, or that something to do follows. */
    private boolean isPlain(Clause clause, boolean single, List<Clause> clauses) {
        return single && last != Kind.TALK && clauses.size() == 1 || clauses.stream()
                .anyMatch(other -> other.kind() == Kind.ACT && other.from() > clause.from());
    }

    private void begin(Clause clause) {
        int from = pending >= 0 ? pending : clause.from();
        pending = -1;
        if (sentence.head(from, clause.until()) >= clause.until() && !sentence.hasTime(from, clause.until()))
            return;
        int start = from;
        while (start < clause.until() - 1 && sentence.at(start).isMark() && !isOpening(start))
            start++;
        groups.add(new Group(start, clause.until(), clause.until(), clause.kind(),
                clause.kind() == Kind.ACT && !sentence.hasDay(clause.from(), clause.until())));
    }

    private boolean isOpening(int i) {
        return switch (sentence.plain(i)) {
            case "(", "«", "\"", "“", "[", "#", "@", "„" -> true;
            default -> false;
        };
    }

    private void grow(int core, int until) {
        Group group = groups.removeLast();
        groups.add(new Group(group.from(), core, until, group.kind(), group.inherits()
                && !sentence.hasDay(group.from(), until)));
        pending = -1;
    }

    private boolean buys(Group group) {
        int head = sentence.head(group.from(), group.until());
        for (int i = group.from(); i <= head && i < group.until(); i++)
            if (sentence.is(Part.BUY, i))
                return true;
        return head + 1 < group.until() && sentence.is(Part.BUY, head + 1) && sentence.isRussian(head);
    }

    /** Both say a time of their own. */
    private boolean bothTimed(Group group, Clause clause) {
        boolean day = sentence.hasDay(group.from(), group.until());
        boolean more = day && !sentence.hasDay(clause.from(), clause.until())
                && !sentence.hasRepeat(clause.from(), clause.until())
                && sentence.hasDate(clause.from(), clause.until()) && group.kind() == Kind.THING;
        return !more && sentence.hasTime(group.from(), group.until()) && sentence.hasTime(clause.from(), clause.until())
                && sentence.head(clause.from(), clause.until()) < clause.until()
                && (sentence.isEffort(clause.from())
                        || !sentence.is(Part.PREPOSITION, sentence.head(clause.from(), clause.until())));
    }

    /** «ковёр в химчистку»: a thing and where it is to go, with the verb left out. */
    private boolean isDirective(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        for (int i = head + 1; i < Math.min(clause.until() - 1, head + 4); i++)
            if (switch (sentence.plain(i)) {
                case "в", "на", "к", "до", "из" -> !sentence.isTime(i);
                case "за" -> sentence.is(Part.PREPOSITION, head);
                default -> false;
            })
                return !sentence.is(Part.PREPOSITION, head) || sentence.plain(head).equals("с");
        return false;
    }

    /** Whether a name goes on over the comma: "Anna, Tom and the dog". */
    private boolean goesOn(Group group, Clause clause, List<Clause> clauses, int i) {
        for (int w = group.from(); w < group.until(); w++)
            if (w > group.from() && sentence.is(Part.SUBORDINATE, w) && w + 3 >= group.until())
                return true;
        for (int k = i; k < clauses.size() && clauses.get(k).kind() == Kind.THING; k++)
            for (int w = clauses.get(k).from() + 1; w < clauses.get(k).until(); w++)
                if (sentence.isAnd(w) || sentence.plain(w).equals("or") || sentence.plain(w).equals("или"))
                    return true;
        return false;
    }

    private boolean isList(List<Clause> clauses) {
        List<Clause> said = clauses.stream().filter(clause -> clause.kind() != Kind.TALK).toList();
        long acts = said.stream().filter(clause -> clause.kind() == Kind.ACT).count();
        long things = said.stream().filter(clause -> clause.kind() == Kind.THING).count();
        double mean = said.stream().mapToInt(Clause::length).average().orElse(0);
        if (said.size() < LIST || mean > SHORT || things == 0)
            return false;
        boolean headed = acts == 1 && said.getFirst().kind() == Kind.ACT;
        boolean states = said.stream().anyMatch(clause -> clause.kind() == Kind.STATE);
        return !headed && !states && (things >= 2 || acts >= 2 && said.size() > LIST);
    }

    private long slashes() {
        return sentence.words().stream().filter(word -> word.plain().equals("/") || word.plain().equals("|")).count();
    }

    /** Things one buys, with at most a word for buying. */
    private boolean areGoods(List<Clause> clauses) {
        List<Clause> things = clauses.stream().filter(clause -> clause.kind() == Kind.THING).toList();
        long known = things.stream().filter(clause -> sentence.words().subList(clause.from(), clause.until()).stream()
                .anyMatch(lexicon::isGoods)).count();
        boolean only = clauses.stream().noneMatch(clause -> clause.kind() == Kind.ACT);
        return only && things.size() >= 2 && known * 2 >= things.size();
    }
}
