package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** Tells what a clause is: something to do, a thing, more about another, or talk about what is done or nobody's. */
final class ClauseKinds {
    private static final int SUBJECT_WORDS = 6;
    private static final int SAYING = 3;

    private final DumpWords lexicon;
    private final Sentence sentence;
    private final OthersDeeds others;
    private final Tones tones;
    private final Past past;
    private final Undone undone;
    private final Anaphora anaphora;

    ClauseKinds(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.others = new OthersDeeds(lexicon, sentence);
        this.tones = new Tones(sentence);
        this.past = new Past(lexicon, sentence);
        this.undone = new Undone(lexicon, sentence);
        this.anaphora = new Anaphora(lexicon, sentence, this);
    }

    /** Whether a clause says of what stands before it that it is no business here, and nothing else. */
    boolean onlyDisclaims(Clause clause) {
        return clause.length() <= 5 && tones.disclaims(clause.from(), clause.until());
    }

    Kind of(int from, int until) {
        int head = sentence.head(from, until);
        if (head >= until)
            return sentence.hasTime(from, until)
                    ? until < sentence.size() && from == 0 ? Kind.LEAD : Kind.DETAIL
                    : Kind.TALK;
        if (sentence.voice() != Voice.THEIRS && isUndone(from, until) || isSpent(from, head, until))
            return Kind.ACT;
        if (isWhole(Part.CHATTER, from, until) || isWhole(Part.CHATTER, head, until) || talks(from, head))
            return Kind.TALK;
        if (sentence.is(Part.CONDITION, head) && until < sentence.size() && sentence.isComma(until))
            return Kind.LEAD;
        if (tones.isTalk(from, head, until) || !isAct(from, head, until) && sentence.match(Part.CHATTER, head) > 1
                && !sentence.isHyphenated(head))
            return Kind.TALK;
        if (tones.onlyCounts(head, until))
            return Kind.DETAIL;
        if (saysOnly(head, until))
            return Kind.TALK;
        if (onlyNeeds(head, until))
            return until < sentence.size() ? Kind.LEAD : Kind.TALK;
        boolean act = isAct(from, head, until);
        if (isForbidden(head, until) || asksBack(head, until) || isNoneOfOnes(from, until) || isOver(head, until, act))
            return Kind.TALK;
        if (sentence.has(Part.ALONG, head, until) || goesOn(head, until))
            return Kind.DETAIL;
        if (anaphora.speaksOfBefore(head, until, act))
            return Kind.DETAIL;
        if (!act && (isTalk(from, head, until)))
            return Kind.TALK;
        if (act)
            return Kind.ACT;
        boolean goes = sentence.is(Part.PREPOSITION, head) && sentence.hasTime(from, until);
        if (sentence.plain(head - 1).equals("я") && !goes && !sentence.has(Part.UNDONE, head, until))
            return Kind.TALK;
        if (isSubject(head - 1) && !sentence.isTime(head - 1) && isFirstPerson(head, until))
            return Kind.TALK;
        boolean problem = isProblem(head, until);
        if (past.is(head, until) && !problem)
            return Kind.TALK;
        return problem || isStatement(head, until) ? Kind.STATE : Kind.THING;
    }

    /** "haven't paid the bill yet": told, and to do all the same. */
    boolean isUndone(int from, int until) {
        return undone.of(from, until) != null;
    }

    /** "40 min on my cv", «час на резюме»: time to spend on something. */
    private boolean isSpent(int from, int head, int until) {
        if (head == from || head + 1 >= until || !sentence.isEffort(head - 1) || sentence.is(Part.SPENT, head + 1)
                || anaphora.isOfIt(head, until))
            return false;
        return switch (sentence.plain(head)) {
            case "on", "for", "на", "над" -> !sentence.isTime(head + 1) && !sentence.is(Part.PRONOUN, head + 1)
                    && !sentence.is(Part.OBJECT, head + 1);
            default -> false;
        };
    }

    /** "I love", "we go": a verb of the first person. */
    private boolean isFirstPerson(int head, int until) {
        return lexicon.isVerb(sentence.at(head)) || past.is(head, until) || sentence.is(Part.FINITE, head);
    }

    private boolean isWhole(Part part, int from, int until) {
        return sentence.match(part, from) > 0 && !sentence.isHyphenated(from)
                && sentence.head(from + sentence.match(part, from), until) >= until;
    }

    /** What one says of oneself: "I keep thinking", "I finished", and nothing one has to do. */
    private boolean talks(int from, int head) {
        for (int i = from; i <= head; i++)
            if (i < head && sentence.match(Part.FILLER, i) > sentence.match(Part.TALK, i))
                i += sentence.match(Part.FILLER, i) - 1;
            else if (sentence.is(Part.TALK, i) && !sentence.isHyphenated(i)
                    && sentence.match(Part.NEED, i) <= sentence.match(Part.TALK, i))
                return true;
        return false;
    }

    /** "whether they come", «поедут ли они»: more of the sentence before. */
    private boolean goesOn(int head, int until) {
        if (sentence.plain(head).equals("whether") || head > 0 && sentence.is(Part.QUESTION, head))
            return true;
        for (int i = head; i < Math.min(until, head + 3); i++)
            if (sentence.plain(i).equals("ли"))
                return true;
        return false;
    }

    /** "my sister says", before what she says. */
    private boolean saysOnly(int head, int until) {
        return until - head <= SAYING && until < sentence.size() && sentence.is(Part.SAYS, until - 1)
                && !sentence.is(Part.NEED, head) && !sentence.plain(head - 1).equals("i")
                && !sentence.plain(head).equals("i") && !lexicon.isVerb(sentence.at(head));
    }

    /** "Please note", «не забыть»: words that lead to something to do, and nothing else. */
    private boolean onlyNeeds(int head, int until) {
        int at = head;
        while (at < until) {
            int step = Math.max(sentence.match(Part.NEED, at), sentence.match(Part.SUBJECT, at));
            step = step == 0 && at > head ? sentence.match(Part.LEAD_ON, at) : step;
            if (step == 0)
                return false;
            at = sentence.head(at + step, until);
        }
        return true;
    }

    /** Whether another is to do it, or says so of himself. */
    boolean isNoneOfOnes(int from, int until) {
        int head = sentence.head(from, until);
        return others.does(from, head, until) || sentence.voice() == Voice.THEIRS && others.promises(head, until)
                || sentence.voice() == Voice.REPLY && !others.promisesMore(head, until)
                        && !sentence.has(Part.MINE, from, until);
    }

    /** Done already, or not to be done. */
    private boolean isOver(int head, int until, boolean act) {
        if (act && sentence.isRussian(head) && sentence.is(Part.NEED, head) && sentence.plain(head + 1).equals("уже"))
            return false;
        int last = Math.min(until, act ? head + 2 : until);
        for (int i = head; act && i < until; i++)
            if (sentence.isRussian(i) && sentence.match(Part.DONE, i) > 1 && i + sentence.match(Part.DONE, i) <= until)
                return true;
        return sentence.has(Part.DONE, head, last) || sentence.is(Part.DONE, Math.max(0, head - 1));
    }

    private boolean isTalk(int from, int head, int until) {
        for (int i = from; i <= head && i < until; i++)
            if (sentence.is(Part.TALK, i) && sentence.match(Part.NEED, i) <= sentence.match(Part.TALK, i)
                    || sentence.is(Part.CHATTER, i) && !sentence.isHyphenated(i)
                            && i + sentence.match(Part.CHATTER, i) <= until)
                return true;
        return sentence.has(Part.TALK, head, until);
    }

    /** "do not call Dave", «не звонить Диме»: nothing to do. */
    private boolean isForbidden(int head, int until) {
        int not = switch (sentence.plain(head)) {
            case "dont", "never", "не" -> head + 1;
            case "do" -> sentence.plain(head + 1).equals("not") ? head + 2 : -1;
            default -> -1;
        };
        return not > 0 && not < until && !sentence.is(Part.NEED, head) && !sentence.is(Part.NEED, not)
                && !sentence.plain(not).startsWith("заб")
                && (sentence.isRussian(not)
                        ? lexicon.isInfinitive(sentence.at(not))
                                && !sentence.has(Part.NEED, head, until)
                        : lexicon.isVerb(sentence.at(not)));
    }

    /** "are we still on?", "have you seen this": asked for an answer, and nothing else. */
    private boolean asksBack(int head, int until) {
        if (sentence.isRussian(head))
            return sentence.voice() == Voice.THEIRS && sentence.isQuestion() && !sentence.has(Part.NEED, head, until)
                    && sentence.has(Part.SUBJECT, head, until);
        return head + 2 < until && sentence.is(Part.ASKS, head) && (past.isDeterminer(head + 1)
                || sentence.is(Part.SUBJECT, head + 1) || sentence.is(Part.PERSON, head + 1)
                || sentence.is(Part.PRONOUN, head + 1)) && (sentence.isQuestion() || sentence.voice() != Voice.OWN);
    }

    /** A thing that is out of order: by a word for it, or by what it will not do or keeps doing. */
    boolean isProblem(int head, int until) {
        if (sentence.has(Part.PROBLEM, head, until) || sentence.has(Part.UNDONE, head, until))
            return true;
        for (int i = head + 1; i + 1 < until && i < head + SUBJECT_WORDS; i++)
            if (sentence.is(Part.REFUSES, i)
                    && (sentence.plain(i).equals("wont") || sentence.plain(i).equals("doesnt")
                            || lexicon.isVerb(sentence.at(i + 1)) || sentence.plain(i + 1).endsWith("ing")
                            || sentence.plain(i + 1).endsWith("en"))
                    && !sentence.is(Part.HARMLESS, i + 1)
                    && !sentence.is(Part.SUBJECT, i - 1))
                return true;
        return isRefused(head, until);
    }

    /** «фара не горит», «принтер не печатает»: a thing and what it does not do. */
    private boolean isRefused(int head, int until) {
        for (int i = head + 1; i + 1 < Math.min(until, head + SUBJECT_WORDS); i++)
            if (sentence.plain(i).equals("не") && sentence.isRussian(i - 1) && lexicon.isFinite(sentence.at(i + 1))
                    && !sentence.is(Part.HARMLESS, i + 1) && !sentence.is(Part.ARRIVES, i + 1)
                    && !sentence.is(Part.PERSON, i - 1) && !sentence.is(Part.SUBJECT, i - 1)
                    && !sentence.is(Part.PRONOUN, i - 1) && !sentence.is(Part.NEED, i + 1)
                    && !sentence.at(i - 1).isCapitalised())
                return true;
        return false;
    }

    /** The verb that says what to do, −1 where none does. */
    int verb(int head, int until) {
        for (int i = head; i < until; i++) {
            if (sentence.isTime(i))
                continue;
            if (sentence.isRussian(i) ? lexicon.isVerb(sentence.at(i)) : isEnglishVerb(i, head, until))
                return i;
        }
        return -1;
    }

    private boolean isEnglishVerb(int i, int head, int until) {
        if (i == head)
            return verbLeads(i, until);
        return lexicon.isVerb(sentence.at(i)) && afterNeed(i, head);
    }

    private boolean afterNeed(int i, int head) {
        for (int at = head; at < i; at++)
            if (at + sentence.match(Part.NEED, at) == i && (sentence.is(Part.VERB, i) || !wantsThing(i - 1))
                    || at + sentence.match(Part.WILL, at) == i)
                return true;
        return false;
    }

    /** "need cash": what follows is a thing, where it may be a deed as well. */
    private boolean wantsThing(int need) {
        return switch (sentence.plain(need)) {
            case "need", "needs", "want", "wants", "owe", "owed", "require", "requires", "needing" -> true;
            default -> false;
        };
    }

    /** Whether the clause says what to do: by an imperative, an infinitive, a need, a promise. */
    boolean isAct(int from, int head, int until) {
        return needs(from, until) || promises(head, until) || verbLeads(head, until) || infinitive(head, until) >= 0
                || isGerund(head, until);
    }

    /** Whether somebody needs, wants or must have something. */
    boolean needs(int from, int until) {
        for (int i = from; i < until; i++) {
            int length = sentence.match(Part.NEED, i);
            if (length > 0 && i + length <= until && !(sentence.isTime(i))
                    && sentence.head(i + length, until) < until && !sentence.is(Part.DONE, Math.max(0, i - 1)))
                return !isNegated(i);
            if (length > 0 && i > from && i + length == until && !sentence.isTime(i) && sentence.isRussian(i))
                return !isNegated(i);
        }
        return false;
    }

    private boolean isNegated(int need) {
        return need > 0 && switch (sentence.plain(need - 1)) {
            case "no", "dont", "doesnt", "didnt", "not", "wont", "не", "никому" -> true;
            default -> false;
        };
    }

    private boolean promises(int head, int until) {
        int will = sentence.match(Part.WILL, head);
        if (will > 0 && head + will < until)
            return true;
        for (int i = head; i < Math.min(until, head + 4) && sentence.isRussian(i); i++)
            if (!sentence.isTime(i) && (i > head && sentence.is(Part.WILL, i) || lexicon.isPromise(sentence.at(i))))
                return true;
        return false;
    }

    /** Whether a verb stands at the head that tells to do something. */
    boolean verbLeads(int head, int until) {
        if (head >= until || sentence.isHyphenated(head) || isSubject(head - 1))
            return false;
        Word word = sentence.at(head);
        if (sentence.isRussian(head))
            return lexicon.isVerb(word);
        boolean alone = head + 1 >= until;
        if (!alone && sentence.is(Part.NEED, head + 1) && sentence.match(Part.NEED, head + 1) == 1
                && sentence.plain(head + 1).endsWith("s"))
            return false;
        if (sentence.is(Part.VERB, head))
            return !alone || sentence.words().size() == 1;
        if (!sentence.is(Part.NOUN_TOO, head) || alone)
            return false;
        Word next = sentence.at(head + 1);
        boolean counted =
                next.isNumber() && (head + 2 >= until || !Character.isLetter(sentence.plain(head + 2).codePointAt(0))
                        || sentence.isTime(head + 2));
        boolean became = head + 2 >= until && next.plain().endsWith("ed");
        return !counted && !became && !next.isMark() && !isReference(head + 1) && !isStatedSoon(head, until)
                && !sentence.is(Part.FINITE, head + 1)
                && !next.plain().endsWith("ing")
                && !(sentence.is(Part.PREPOSITION, head + 1) && !sentence.is(Part.OPENER, head + 1)
                        && !takesPreposition(head))
                && !sentence.isTime(head + 1);
    }

    /** "invoice no. 5", "head like a sieve". */
    private boolean isReference(int i) {
        return switch (sentence.plain(i)) {
            case "no", "number", "nr", "of", "like" -> true;
            default -> false;
        };
    }

    /** "exchanging some money": a deed by its name. */
    boolean isGerund(int head, int until) {
        String word = head < until ? sentence.plain(head) : "";
        return word.length() > 5 && !sentence.isHyphenated(head) && word.endsWith("ing") && head + 1 < until
                && sentence.is(Part.OPENER, head + 1)
                && !sentence.is(Part.PREPOSITION, head + 1) && !sentence.has(Part.FINITE, head, until);
    }

    /** "post office closes at six": a noun after all. */
    private boolean isStatedSoon(int head, int until) {
        for (int i = head + 1; i < Math.min(until, head + 4); i++) {
            if (sentence.is(Part.OPENER, i) || sentence.isTime(i))
                return false;
            if (sentence.is(Part.FINITE, i) && i > head + 1)
                return true;
        }
        return false;
    }

    /** "I" and "we": with no need after, what follows is told, not to be done. */
    private boolean isSubject(int i) {
        return sentence.plain(i).equals("i") || sentence.plain(i).equals("we");
    }

    /** "look for", "talk to", "work on", "check in": verbs that a preposition follows. */
    boolean takesPreposition(int verb) {
        return switch (sentence.plain(verb)) {
            case "look", "talk", "work", "check", "wait", "log", "sign", "shop", "search", "reply", "chat", "head",
                    "write",
                    "drop", "hand", "pick", "drive", "travel", "deal", "catch", "report", "follow" -> true;
            default -> false;
        };
    }

    int infinitive(int head, int until) {
        for (int i = head; i < until; i++)
            if (sentence.isRussian(i) && lexicon.isInfinitive(sentence.at(i)) && !sentence.isTime(i)
                    && !(i > head && sentence.is(Part.BEFORE, i - 1))
                    && !sentence.has(Part.FINITE, head, i) && !follows(i, head))
                return i;
        return -1;
    }

    /** "герой умеет летать": what somebody does, not what is to be done. */
    private boolean follows(int infinitive, int head) {
        return infinitive > head && lexicon.isFinite(sentence.at(infinitive - 1))
                && !sentence.is(Part.NEED, infinitive - 1);
    }

    boolean isDeterminer(int i) {
        return past.isDeterminer(i);
    }

    /** "spilled coffee on the rug": told of the past, where the rest of the sentence is. */
    boolean maybeTold(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        return clause.kind() == Kind.THING && past.maybe(head, clause.until());
    }

    /** "the bus broke down", told among other things that happened to nothing of one's own. */
    boolean isOfATale(Clause clause) {
        int head = sentence.head(clause.from(), clause.until());
        if (clause.kind() != Kind.STATE || sentence.isRussian(head) || !past.is(head, clause.until()))
            return false;
        for (int i = clause.from(); i < clause.until(); i++)
            switch (sentence.plain(i)) {
                case "my", "our", "we", "i", "still", "has", "have", "again" -> {
                    return false;
                }
                default -> {
                }
            }
        return true;
    }

    boolean isTold(Clause clause) {
        return clause.kind() == Kind.TALK && (sentence.has(Part.DONE, clause.from(), clause.until())
                || past.is(sentence.head(clause.from(), clause.until()), clause.until()));
    }

    /** A sentence with a subject and what it does. */
    private boolean isStatement(int head, int until) {
        for (int i = head; i < until; i++) {
            if (sentence.isTime(i))
                continue;
            boolean finite = sentence.is(Part.FINITE, i) && (i > head || sentence.isRussian(i))
                    || sentence.isRussian(i) && lexicon.isFinite(sentence.at(i));
            if (finite)
                return true;
        }
        return sentence.is(Part.SUBJECT, head) && !sentence.isRussian(head);
    }
}
