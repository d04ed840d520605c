package ptm.understanding.builtin.dump;

import java.util.List;

import ptm.understanding.builtin.dump.Clause.Kind;

/** Tells whether a sentence lists things: to do, or to buy in one go. */
final class ListShape {
    private static final int FEW = 3;
    private static final double SHORT = 5;

    private final DumpWords lexicon;
    private final Sentence sentence;

    ListShape(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    boolean isList(List<Clause> clauses) {
        List<Clause> said = clauses.stream().filter(clause -> clause.kind() != Kind.TALK).toList();
        long acts = said.stream().filter(clause -> clause.kind() == Kind.ACT).count();
        long things = said.stream().filter(clause -> clause.kind() == Kind.THING).count();
        double mean = said.stream().mapToInt(this::words).average().orElse(0);
        if (said.size() < FEW || mean > SHORT || things == 0)
            return false;
        boolean headed = acts == 1 && said.getFirst().kind() == Kind.ACT;
        boolean states = said.stream().anyMatch(clause -> clause.kind() == Kind.STATE);
        return !headed && !states && (things >= 2 || acts >= 2 && said.size() > FEW);
    }

    /** Words of a clause but those of time and what stands in brackets. */
    private int words(Clause clause) {
        int words = 0;
        int depth = 0;
        for (int i = clause.from(); i < clause.until(); i++) {
            depth += sentence.plain(i).equals("(") ? 1 : sentence.plain(i).equals(")") ? -1 : 0;
            words += depth > 0 || sentence.isTime(i) || sentence.at(i).isMark() ? 0 : 1;
        }
        return words;
    }

    long slashes() {
        return sentence.words().stream().filter(word -> word.plain().equals("/") || word.plain().equals("|")).count();
    }

    /** Things one buys, with at most a word for buying. */
    boolean areGoods(List<Clause> clauses) {
        List<Clause> things = clauses.stream().filter(clause -> clause.kind() == Kind.THING).toList();
        long known = things.stream().filter(clause -> sentence.words().subList(clause.from(), clause.until()).stream()
                .anyMatch(lexicon::isGoods)).count();
        boolean only = clauses.stream().noneMatch(clause -> clause.kind() == Kind.ACT);
        return only && things.size() >= 2 && known * 2 >= things.size();
    }
}
