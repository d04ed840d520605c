package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** Whole clauses of a dump of which no task is made: the person is told, but not of greetings and mere filler. */
final class LeftOut {
    private static final int MOST = 20;
    /** What is told has so many words of its own at least. */
    private static final int TOLD = 2;

    private final DumpWords lexicon;
    private final List<String> words = new ArrayList<>();

    LeftOut(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    List<String> words() {
        return List.copyOf(words);
    }

    /** What was left out is taken after all. */
    void clear() {
        words.clear();
    }

    void add(String clause) {
        String text = clause.strip().replaceAll("\\s+", " ");
        if (!text.isEmpty() && words.size() < MOST)
            words.add(text);
    }

    /** Those clauses of a sentence that none of its tasks holds; neighbours are one. */
    void of(Sentence sentence, List<Clause> clauses, List<Errand> tasks) {
        Tones tones = new Tones(sentence);
        int from = -1;
        int until = -1;
        for (Clause clause : clauses) {
            boolean held =
                    tasks.stream().anyMatch(task -> task.from() < clause.until() && clause.from() < task.until());
            if (!held && isWhole(sentence, tones, clause)) {
                from = from < 0 ? sentence.head(clause.from(), clause.until()) : from;
                until = clause.until();
            } else if (held && from >= 0) {
                add(text(sentence, from, until));
                from = -1;
            }
        }
        if (from >= 0)
            add(text(sentence, from, until));
    }

    private static String text(Sentence sentence, int from, int until) {
        return sentence.text().substring(sentence.at(from).from(), sentence.at(until - 1).until());
    }

    private boolean isWhole(Sentence sentence, Tones tones, Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (head >= clause.until() || sentence.match(Part.CHATTER, clause.from()) > 1
                || sentence.match(Part.CHATTER, head) > 1 || sentence.is(Part.GREETING, head)
                || tones.isMood(head, clause.until())
                || clause.length() <= 3 && sentence.is(Part.SAYS, clause.until() - 1))
            return false;
        int own = 0;
        for (int i = head; i < clause.until(); i++)
            own += sentence.at(i).isMark() || sentence.isTime(i) || sentence.is(Part.FILLER, i)
                    || sentence.is(Part.CHATTER, i) || isLittle(sentence, i) ? 0 : 1;
        if (own <= 2 && isName(sentence, head, clause.until()))
            return false;
        boolean named = clause.kind() == Kind.THING || clause.kind() == Kind.ACT || clause.kind() == Kind.STATE;
        return own >= (named ? 1 : TOLD);
    }

    private boolean isLittle(Sentence sentence, int i) {
        return !sentence.isRussian(i) && sentence.plain(i).length() < 3 || lexicon.is(Part.PREPOSITION, sentence.at(i))
                || lexicon.is(Part.DEGREE, sentence.at(i)) || lexicon.is(Part.SUBJECT, sentence.at(i))
                || lexicon.is(Part.ASKS, sentence.at(i)) || lexicon.is(Part.MOOD_OF, sentence.at(i))
                || sentence.is(Part.NEED, i)
                || sentence.match(Part.NEED, i - 1) > 1;
    }

    /** «Ирина Олеговна»: who is spoken to. */
    private static boolean isName(Sentence sentence, int head, int until) {
        for (int i = head; i < until; i++)
            if (!sentence.at(i).isMark() && !sentence.at(i).isCapitalised())
                return false;
        return true;
    }
}
