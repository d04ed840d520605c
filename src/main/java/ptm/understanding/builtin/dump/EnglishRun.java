package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Where in English dictation, which has no marks, a new clause begins: at a verb, a need, a subject with its verb. */
final class EnglishRun {
    private static final int SUBJECT_WORDS = 4;

    private final Sentence sentence;
    private final ClauseKinds kinds;

    EnglishRun(Sentence sentence, ClauseKinds kinds) {
        this.sentence = sentence;
        this.kinds = kinds;
    }

    boolean begins(int start, int i, int until, boolean loose) {
        if (sentence.isTime(i))
            return loose && sentence.isDay(i) && i > start && leads(start) && sentence.afterTime(i) < until;
        if (sentence.head(start, i) >= i)
            return false;
        return loose && (counted(i, until) || bare(start, i, until)) || subject(i, until, loose)
                || loose && pronoun(i, until)
                || verb(start, i, until, loose);
    }

    /** Whether the clause before began with its day, as then the next one may too. */
    private boolean leads(int start) {
        for (int i = start; i < sentence.head(start, sentence.size()); i++)
            if (sentence.isDay(i))
                return true;
        return false;
    }

    private boolean verb(int start, int i, int until, boolean loose) {
        if (i + 1 >= until || sentence.isTime(i) || !kinds.verbLeads(i, until) || sentence.is(Part.AUXILIARY, i - 1)
                || sentence.at(i).isCapitalised() || sentence.at(i - 1).isNumber() && !sentence.isTime(i - 1))
            return false;
        int head = sentence.head(start, i);
        if (sentence.plain(i).equals("back") && !sentence.plain(i + 1).equals("up"))
            return false;
        if (sentence.is(Part.AUXILIARY, head) && i - head <= 3 && !loose)
            return false;
        boolean opened = sentence.is(Part.OPENER, i + 1) || sentence.at(i + 1).isCapitalised()
                || sentence.is(Part.PERSON, i + 1)
                || kinds.takesPreposition(i) && sentence.is(Part.PREPOSITION, i + 1)
                || loose && i + 2 < until && sentence.is(Part.PREPOSITION, i + 2)
                        && !sentence.is(Part.PREPOSITION, i + 1) && kinds.verbLeads(head, i) && i - head >= 3;
        boolean sure = sentence.is(Part.VERB, i) && !sentence.is(Part.NOUN_TOO, i);
        if (sure)
            return loose || kinds.verbLeads(head, i) && i - head >= 2;
        return opened && (loose || kinds.verbLeads(head, i) && i - head >= 2);
    }

    /** "I have to", "we need", "somebody has to", "there's", "the bike has", "Maya needs". */
    private boolean subject(int i, int until, boolean loose) {
        if (sentence.is(Part.EXISTS, i) && !sentence.is(Part.SUBJECT, i))
            return loose || i + 1 < until && sentence.plain(i).equals("theres");
        if (sentence.is(Part.SUBJECT, i) && i + 1 < until) {
            int next = i + 1;
            while (next < until && sentence.is(Part.FILLER, next) && !sentence.is(Part.NEED, next))
                next++;
            boolean need = sentence.is(Part.NEED, next) || sentence.is(Part.NEED, i) || sentence.is(Part.WILL, i);
            return need && !object(i, until);
        }
        if (sentence.is(Part.NEED, i) && sentence.match(Part.NEED, i) > 1 && !sentence.is(Part.SUBJECT, i - 1)
                && sentence.plain(i).matches("remind|dont|make|can|could|remember"))
            return true;
        return loose && named(i, until);
    }

    /** "the recording I have to send": the need says more of what stands before. */
    private boolean object(int i, int until) {
        return i + 3 >= until;
    }

    private boolean named(int i, int until) {
        boolean opens = sentence.at(i).isCapitalised() || sentence.is(Part.PERSON, i)
                || switch (sentence.plain(i)) {
                    case "the", "my", "our", "his", "her", "their", "your" -> true;
                    default -> false;
                };
        if (!opens || sentence.is(Part.NEED, i - 1) || kinds.verb(i - 1, i) >= 0)
            return false;
        for (int at = i + 1; at < Math.min(until, i + SUBJECT_WORDS); at++) {
            if (sentence.isTime(at) || sentence.is(Part.PREPOSITION, at))
                return false;
            if (sentence.is(Part.NEED, at) || sentence.is(Part.FINITE, at) || sentence.is(Part.PROBLEM, at))
                return true;
        }
        return false;
    }

    /** "hoover mop and dust": verbs in a row. */
    private boolean bare(int start, int i, int until) {
        return i + 1 < until && sentence.isAnd(i + 1) && sentence.isVerb(i) && sentence.isVerb(i - 1)
                && sentence.head(start, i) == i - 1;
    }

    /** "two interviews to schedule". */
    private boolean counted(int i, int until) {
        return i + 3 < until && sentence.is(Part.COUNT, i) && sentence.plain(i + 2).equals("to")
                && sentence.isVerb(i + 3);
    }

    /** "it needs", "that's", "she wants": a clause about the thing before. */
    private boolean pronoun(int i, int until) {
        return i + 1 < until && switch (sentence.plain(i)) {
            case "its", "thats", "theyre", "shes", "hes", "it", "she", "they", "he" ->
                    sentence.plain(i).endsWith("s") || sentence.is(Part.NEED, i + 1) || sentence.is(Part.FINITE, i + 1);
            case "takes" -> true;
            default -> false;
        };
    }
}
