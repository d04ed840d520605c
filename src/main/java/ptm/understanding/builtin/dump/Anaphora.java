package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Tells whether a clause says more of what was named before it: by a pronoun, or by a verb with nothing of its own. */
final class Anaphora {

    private final DumpWords lexicon;
    private final Sentence sentence;
    private final ClauseKinds kinds;

    Anaphora(DumpWords lexicon, Sentence sentence, ClauseKinds kinds) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.kinds = kinds;
    }

    /** Whether it is more about what was named: by a pronoun, or by a verb with nothing of its own. */
    boolean speaksOfBefore(int head, int until, boolean act) {
        if (isOfIt(head, until) || sentence.is(Part.PRONOUN, head) && !pointsAt(head, until)
                || sentence.is(Part.DETAIL, head)
                        && (!act || until - head <= 4 || sentence.match(Part.DETAIL, head) > 1))
            return true;
        if (!act)
            return false;
        int verb = kinds.verb(head, until);
        if (verb < 0)
            return false;
        int own = 0;
        boolean object = false;
        for (int i = verb + 1; i < until; i++) {
            if (sentence.at(i).isMark() || sentence.isTime(i) || sentence.is(Part.FILLER, i))
                continue;
            object |= i <= verb + 3 && isObject(i, until);
            own += !isObject(i, until) && adds(i) ? 1 : 0;
        }
        boolean bare = own == 0 && !sentence.isRussian(verb) && sentence.hasTime(verb, until)
                || own == 0 && sentence.isRussian(verb) && verb == head && (sentence.hasTime(head, until)
                        || sentence.is(Part.DETAIL, head));
        if (isSaidToWhomReached(verb, until))
            return true;
        if (object && isHandedOn(verb, until) || sentence.is(Part.ALONE, verb))
            return false;
        boolean before = false;
        for (int i = head; i < verb; i++)
            before |= !sentence.is(Part.NEED, i) && !sentence.is(Part.SUBJECT, i) && !sentence.isTime(i);
        return !before && (object && own <= 1 || bare);
    }

    /** "that noise in the loft": a thing of its own. */
    private boolean pointsAt(int head, int until) {
        boolean points = switch (sentence.plain(head)) {
            case "that", "those", "these" -> true;
            default -> false;
        };
        int noun = head + 1;
        return points && head + 3 < until && sentence.match(Part.PRONOUN, head) == 1 && !sentence.is(Part.FINITE, noun)
                && !sentence.is(Part.NEED, noun) && !sentence.is(Part.WILL, noun) && !sentence.is(Part.PRONOUN, noun)
                && !sentence.is(Part.SUBJECT, noun) && !sentence.is(Part.PAST, noun) && !sentence.isTime(noun)
                && sentence.is(Part.PREPOSITION, noun + 1);
    }

    /** «на неё день работы», "for this 20 minutes". */
    boolean isOfIt(int head, int until) {
        return head + 2 < until && sentence.is(Part.PREPOSITION, head) && switch (sentence.plain(head + 1)) {
            case "него", "нее", "них", "это", "этого", "it", "this", "that", "them" ->
                    !kinds.isAct(head, head + 2, until);
            default -> false;
        };
    }

    /** "ring Ann and tell her …", "call the bank, ask about the fee": one talk. */
    private boolean isSaidToWhomReached(int verb, int until) {
        if (!sentence.is(Part.TELL, verb) || verb + 1 >= until)
            return false;
        boolean opens = verb == 0 && (sentence.plain(verb).equals("ask") || sentence.plain(verb).equals("спросить"));
        if (!sentence.reaches(verb))
            return opens && sentence.is(Part.ABOUT, verb + 1);
        int next = verb + sentence.match(Part.TELL, verb);
        return isThem(next) || sentence.is(Part.ABOUT, next) || sentence.isTime(next) && next + 1 >= until;
    }

    private boolean isThem(int i) {
        return switch (sentence.plain(i)) {
            case "her", "him", "them", "ей", "ему", "им" -> true;
            case "у" -> sentence.plain(i + 1).equals("него") || sentence.plain(i + 1).equals("нее")
                    || sentence.plain(i + 1).equals("них");
            default -> false;
        };
    }

    /** "send it to the insurer": somebody new gets it, which is a thing of its own to do. */
    private boolean isHandedOn(int verb, int until) {
        for (int i = verb + 2; i + 1 < Math.min(until, verb + 4); i++)
            if (sentence.plain(i).equals("to"))
                return !isThem(i + 1) && !sentence.plain(i + 1).equals("me") && !sentence.plain(i + 1).equals("us")
                        && sentence.is(Part.HANDS, verb);
        return false;
    }

    /** Whether the word names something of its own: no pronoun, article or second verb ("return or renew them"). */
    private boolean adds(int i) {
        boolean second = lexicon.isVerb(sentence.at(i)) && (isOr(i - 1) || isOr(i + 1));
        return !second && !isOr(i) && !sentence.is(Part.PREPOSITION, i)
                && !(sentence.is(Part.OPENER, i) && !sentence.isRussian(i));
    }

    /** A pronoun, or «новую» with no noun after it. */
    private boolean isObject(int i, int until) {
        boolean last = i + 1 >= until || sentence.at(i + 1).isMark() || sentence.isTime(i + 1);
        return sentence.is(Part.OBJECT, i) && (last || !sentence.isRussian(i) || sentence.plain(i).length() < 5);
    }

    private boolean isOr(int i) {
        return i < sentence.size() && (sentence.isAnd(i) || sentence.plain(i).equals("or")
                || sentence.plain(i).equals("или"));
    }
}
