package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** "Call the bank, the school and the sweep": the verb is said once, but each of them is to be reached. */
final class Reached {
    /** Two may be one call; so many are not. */
    private static final int MANY = 3;
    private static final int WORDS = 6;

    private final Sentence sentence;
    private final Map<Clause, String> verbs = new HashMap<>();

    Reached(Sentence sentence) {
        this.sentence = sentence;
    }

    boolean isOne(Clause clause) {
        return verbs.containsKey(clause);
    }

    /** The verb said before, empty where it is the clause's own. */
    String verb(Clause clause) {
        return verbs.getOrDefault(clause, "");
    }

    /** The clauses, with each that is to be reached by itself in a clause of its own. */
    List<Clause> each(List<Clause> clauses) {
        List<Clause> out = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            out.add(clauses.get(i));
            String verb = verb(clauses, i);
            List<Clause> more = verb.isEmpty() ? List.of() : more(clauses, i + 1);
            if (more.size() + 1 < MANY)
                continue;
            more.forEach(one -> verbs.put(one, verb));
            out.addAll(more);
            i += (int) clauses.subList(i + 1, clauses.size()).stream().takeWhile(this::isShort).count();
        }
        return out;
    }

    private String verb(List<Clause> clauses, int i) {
        Clause clause = clauses.get(i);
        int head = sentence.head(clause.from(), clause.until());
        int length = head < clause.until() ? sentence.match(Part.CONTACT, head) : 0;
        if (length == 0 || clause.kind() != Kind.ACT || head + length >= clause.until() || clause.length() > WORDS
                || sentence.has(Part.ABOUT, head, clause.until()))
            return "";
        return sentence.text().substring(sentence.at(head).from(), sentence.at(head + length - 1).until());
    }

    private boolean isShort(Clause clause) {
        return clause.kind() == Kind.THING && clause.length() <= WORDS
                && !sentence.has(Part.ABOUT, clause.from(), clause.until())
                && !sentence.hasTime(clause.from(), clause.until());
    }

    /** Those that follow, where "and" parts the last two. */
    private List<Clause> more(List<Clause> clauses, int from) {
        List<Clause> more = new ArrayList<>();
        for (int i = from; i < clauses.size() && isShort(clauses.get(i)); i++) {
            Clause clause = clauses.get(i);
            int and = clause.from() + 1;
            while (and < clause.until() - 1 && !sentence.isAnd(and))
                and++;
            boolean parted = and < clause.until() - 1;
            more.add(new Clause(clause.from() + (sentence.isAnd(clause.from()) ? 1 : 0), parted ? and : clause.until(),
                    Kind.THING));
            if (parted)
                more.add(new Clause(and + 1, clause.until(), Kind.THING));
        }
        return more;
    }
}
