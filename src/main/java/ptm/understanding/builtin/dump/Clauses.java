package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Cuts a sentence into clauses: at commas, at "and" and "then" before a new task, and in dictation where one begins. */
final class Clauses {
    /** From so many words without a mark on, it is dictation, where anything may begin without a sign. */
    private static final int RUN_ON = 9;

    private final DumpWords lexicon;
    private final Sentence sentence;
    private final ClauseKinds kinds;
    private final RussianRun russian;
    private final EnglishRun english;
    private final int lastClosed;

    Clauses(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.kinds = new ClauseKinds(lexicon, sentence);
        this.russian = new RussianRun(lexicon, sentence);
        this.english = new EnglishRun(sentence, kinds);
        int last = sentence.size() - 1;
        while (last > 0 && !sentence.plain(last).equals(")"))
            last--;
        this.lastClosed = last;
    }

    List<Clause> cut() {
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i <= sentence.size(); i++) {
            String mark = sentence.plain(i);
            boolean opens = mark.equals("(") && closes(i);
            depth = Math.max(0, depth + (opens ? 1 : mark.equals(")") ? -1 : 0));
            if (i == sentence.size() || depth == 0 && !sentence.isTime(i) && (sentence.isComma(i)
                    || sentence.isPicture(i) && content(from) + 1 < i)) {
                part(clauses, from, i);
                from = i + 1;
            }
        }
        return clauses;
    }

    /** Whether a bracket is closed, and no sad face. */
    private boolean closes(int open) {
        return open < lastClosed && !sentence.plain(open + 1).equals("(");
    }

    private void part(List<Clause> clauses, int from, int end) {
        int until = end;
        while (until > from && end == sentence.size() && isEnd(until - 1))
            until--;
        if (from >= until)
            return;
        int start = from;
        int content = content(from);
        boolean loose = until - from > RUN_ON;
        for (int i = from + 1; i < until; i++) {
            if (i <= start || sentence.isTime(i) && sentence.isTime(i - 1) && sentence.afterTime(i - 1) > i)
                continue;
            if (content < i && begins(start, i, until, loose)) {
                add(clauses, start, i);
                start = i;
                content = content(i);
            }
        }
        add(clauses, start, until);
    }

    private boolean isEnd(int i) {
        return switch (sentence.plain(i)) {
            case ".", "!", "?", "…" -> true;
            default -> false;
        };
    }

    private void add(List<Clause> clauses, int from, int until) {
        if (from < until)
            clauses.add(new Clause(from, until, kinds.of(from, until)));
    }

    /** Where the first word stands that is more than a need or a subject. */
    private int content(int from) {
        int head = sentence.head(from, sentence.size());
        while (head < sentence.size()) {
            int step = Math.max(Math.max(sentence.match(Part.NEED, head), sentence.match(Part.SUBJECT, head)),
                    Math.max(sentence.match(Part.WILL, head), sentence.match(Part.AUXILIARY, head)));
            if (step == 0)
                break;
            head = sentence.head(head + step, sentence.size());
        }
        return head;
    }

    private boolean begins(int start, int i, int until, boolean loose) {
        int join = sentence.isTime(i) || sentence.isTime(i - 1) && sentence.is(Part.NOUN_TOO, i)
                ? 0
                : sentence.match(Part.JOIN, i);
        if (join > 0 && isWithin(i))
            return false;
        if (sentence.isAnd(i) || join > 0)
            return joins(start, i, until, loose, join);
        if (sentence.at(i - 1).isMark() && !sentence.plain(i - 1).equals(")") || sentence.isPossessive(i - 1)
                || sentence.is(Part.BEFORE, i - 1) || sentence.is(Part.PREPOSITION, i - 1) || sentence.isAnd(i - 1)
                || sentence.is(Part.JOIN, i - 1) || sentence.is(Part.FILLER, i - 1) && sentence.head(start, i) >= i)
            return false;
        if (sentence.is(Part.NEED, i - 1) && sentence.isRussian(i - 1) && !sentence.isTime(i - 1))
            return false;
        if (sentence.isRussian(i))
            return russian.begins(start, i, until);
        return english.begins(start, i, until, loose);
    }

    /** "until then", "the first", "since then": no new thing. */
    private boolean isWithin(int i) {
        return !sentence.isTime(i - 1) && sentence.match(Part.JOIN, i) == 1
                && (sentence.is(Part.PREPOSITION, i - 1) || kinds.isDeterminer(i - 1));
    }

    /** "and", "then" and the like, where something follows that may be a task. */
    private boolean joins(int start, int i, int until, boolean loose, int join) {
        int next = sentence.head(i, until);
        if (next >= until)
            return false;
        boolean subject = sentence.is(Part.SUBJECT, next);
        boolean act = kinds.verbLeads(next, until) && !sharesObject(start, i)
                || kinds.needs(Math.max(i, next - 7), Math.min(until, next + (loose ? 7 : 4)))
                || sentence.is(Part.WILL, next) || kinds.isUndone(sentence.isRussian(i) ? i : next, until)
                || sentence.isRussian(next) && kinds.infinitive(next, Math.min(until, next + 6)) >= 0
                        && !endsInVerb(start, i);
        if (sentence.asks(i))
            return kinds.verbLeads(next, until) && !endsInVerb(start, i) && !sentence.isRussian(next);
        if (act || sentence.is(Part.EXISTS, next) && !subject || kinds.isGerund(next, until)
                || loose && next - i > 1 && sentence.is(Part.SOMETIME, i + 1) && content(start) + 1 < i)
            return true;
        boolean dated = sentence.isTime(i + Math.max(1, join)) && sentence.hasDate(i + 1, next)
                && !sentence.has(Part.PREPOSITION, i, i + 1);
        if (join > 0 && !sentence.isAnd(i))
            return loose || until - next >= 1 && i - start >= 3;
        return join > 1 || dated && next - i >= 2 || loose && statement(next, until);
    }

    /** "wash and iron the shirts": the verb before has nothing of its own. */
    private boolean sharesObject(int start, int i) {
        return endsInVerb(start, i);
    }

    private boolean endsInVerb(int start, int i) {
        return i - 1 == sentence.head(start, i) && !sentence.isRussian(i - 1) && lexicon.isVerb(sentence.at(i - 1))
                || sentence.isRussian(i - 1) && lexicon.isInfinitive(sentence.at(i - 1)) && i - 1 == firstWord(start)
                        && !DumpWords.endsWithAny(sentence.plain(i - 1), "ся", "сь");
    }

    /** Past needs and subjects: «надо бы мне помыть». */
    private int firstWord(int start) {
        int at = sentence.head(start, sentence.size());
        int step = 1;
        while (at < sentence.size() && step > 0) {
            step = Math.max(sentence.match(Part.NEED, at), sentence.match(Part.SUBJECT, at));
            at = step == 0 ? at : sentence.head(at + step, sentence.size());
        }
        return at;
    }

    /** A name or "the thing" with a verb soon after. */
    private boolean statement(int at, int until) {
        for (int i = at + 1; i < Math.min(until, at + 7); i++)
            if (sentence.is(Part.FINITE, i) || sentence.is(Part.NEED, i) || sentence.is(Part.PROBLEM, i))
                return true;
        return false;
    }
}
