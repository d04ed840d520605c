package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Tells what somebody else is to do: "Maria will bring the cups", «муж заберёт детей», and what a writer promises. */
final class OthersDeeds {
    private static final int SUBJECT = 4;

    private final DumpWords lexicon;
    private final Sentence sentence;

    OthersDeeds(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    /** Whether a clause says what another does or will do. */
    boolean does(int from, int head, int until) {
        if (from == 0 && isTheyWill(head, until) || isCharged(head, until))
            return true;
        int verb = afterSubject(head, until);
        if (verb < 0 || verb >= until || sentence.has(Part.MINE, from, until))
            return false;
        return sentence.isRussian(verb) ? doesInRussian(verb, until) : doesInEnglish(head, verb, until);
    }

    /** "he'll send a plumber", at the beginning: of whom was told before. */
    private boolean isTheyWill(int head, int until) {
        String word = sentence.at(head).text().replace('’', '\'');
        return head + 1 < until && switch (sentence.plain(head)) {
            case "he", "she", "they" ->
                    sentence.plain(head + 1).equals("will") || sentence.plain(head + 1).equals("are")
                            && isDoing(head + 2) || sentence.plain(head + 1).equals("is") && isDoing(head + 2);
            case "hell", "shell", "theyll" -> word.contains("'");
            case "hes", "shes", "theyre" -> word.contains("'") && isDoing(head + 1);
            default -> false;
        };
    }

    /** "Lou to draft the minutes": a meeting gave it to Lou. */
    private boolean isCharged(int head, int until) {
        int at = head;
        if (sentence.is(Part.NEED, head) || sentence.is(Part.AUXILIARY, head) || sentence.is(Part.LEAD_IN, head))
            return false;
        while (at < until && at < head + SUBJECT && sentence.at(at).isCapitalised() && !lexicon.isVerb(sentence.at(at))
                && !sentence.isTime(at))
            at++;
        return at > head && at + 1 < until && sentence.plain(at).equals("to") && lexicon.isVerb(sentence.at(at + 1))
                && !sentence.is(Part.SUBJECT, head);
    }

    /** Past a name or a word for a person, −1 where none stands here. */
    private int afterSubject(int head, int until) {
        int at = head;
        while (at < until && isDeterminer(at))
            at++;
        if (at >= until || sentence.is(Part.NEED, at) || sentence.is(Part.QUESTION, at))
            return -1;
        int nobody = sentence.match(Part.NOBODY, at);
        if (nobody > 0)
            return at + nobody + (sentence.plain(at + nobody).equals("из") || sentence.plain(at + nobody).equals("of")
                    ? sentence.plain(at + nobody + 1).equals("the") ? 3 : 2
                    : 0);
        if (!isSomebody(at, head))
            return -1;
        at++;
        while (at < until && at < head + SUBJECT && (sentence.at(at).isCapitalised() || isOfName(at)))
            at++;
        return at;
    }

    /** "Anna and Tom", "my brother-in-law", «сам», «тоже». */
    private boolean isOfName(int i) {
        return switch (sentence.plain(i)) {
            case "and", "и", "сам", "сама", "сами", "himself", "herself", "themselves", "тоже", "also", "just", "still",
                    "будет", "обещает" -> true;
            default -> false;
        };
    }

    private boolean isSomebody(int i, int head) {
        return sentence.is(Part.PERSON, i) || sentence.at(i).isCapitalised() && !sentence.isTime(i)
                && !sentence.is(Part.SUBJECT, i) && !lexicon.isVerb(sentence.at(i)) && (i == head || i == head + 1);
    }

    private boolean isDeterminer(int i) {
        return switch (sentence.plain(i)) {
            case "my", "our", "the", "his", "her", "мой", "моя", "наш", "наша" -> true;
            default -> false;
        };
    }

    private boolean doesInEnglish(int head, int verb, int until) {
        String word = sentence.plain(verb);
        boolean contracted = verb > head && sentence.isPossessive(verb - 1) || sentence.plain(verb - 1).endsWith("ll");
        return switch (word) {
            case "will", "wont", "shall" -> verb + 1 < until && !sentence.is(Part.NEED, verb + 1);
            case "is", "are" -> verb + 1 < until && (isDoing(verb + 1) || sentence.plain(verb + 1).equals("on")
                    && verb + 2 < until && !isDeterminer(verb + 2) && !sentence.isTime(verb + 2));
            case "promised", "offered", "volunteered", "agreed", "takes", "has" -> !word.equals("has")
                    ? verb + 1 < until
                    : verb + 1 < until && sentence.plain(verb + 1).equals("promised");
            default -> contracted && isDoing(verb) || isDeed(word);
        };
    }

    private boolean isDoing(int i) {
        String word = sentence.plain(i);
        return word.endsWith("ing") && word.length() > 5 && !sentence.is(Part.ARRIVES, i)
                || word.equals("going") && sentence.plain(i + 1).equals("to") || word.equals("doing");
    }

    /** "brings", "does", "fetches": a verb one could be told to do, in the third person. */
    private boolean isDeed(String word) {
        if (!word.endsWith("s") || word.endsWith("ss") || word.length() < 4)
            return false;
        String stem = word.substring(0, word.length() - 1);
        return !sentenceIs(Part.ARRIVES, word) && !sentenceIs(Part.NEED, word) && !sentenceIs(Part.PROBLEM, word)
                && !sentenceIs(Part.SHUTS, word) && (isVerb(stem) || stem.endsWith("e") && isVerb(stem.substring(0,
                        stem.length() - 1))
                        || stem.endsWith("ie") && isVerb(stem.substring(0, stem.length() - 2) + "y"));
    }

    private boolean isVerb(String word) {
        return sentenceIs(Part.VERB, word);
    }

    private boolean sentenceIs(Part part, String word) {
        return lexicon.is(part, new Word(word, word, word, 0, word.length()));
    }

    private boolean doesInRussian(int verb, int until) {
        int at = verb;
        while (at < Math.min(until, verb + 3) && (sentence.isTime(at) || sentence.is(Part.OBJECT, at)
                || sentence.is(Part.SUBJECT, at)))
            at++;
        if (at >= until || sentence.is(Part.NEED, at) && !sentence.is(Part.VOWS, at) || sentence.is(Part.PROBLEM, at))
            return false;
        return sentence.is(Part.VOWS, at)
                || lexicon.isFinite(sentence.at(at)) && !sentence.is(Part.ARRIVES, at) && !sentence.is(Part.FINITE, at)
                        && at + 1 < until;
    }

    /** "I'll see to the food", «я пришлю смету»: the writer means himself. */
    boolean promises(int head, int until) {
        int start = sentence.plain(head - 1).equals("я") || sentence.plain(head - 1).equals("мы") ? head - 1 : head;
        int will = sentence.match(Part.WILL, start);
        boolean english = will > 0 && !sentence.isRussian(start) && start + will < until;
        int subject = sentence.is(Part.SUBJECT, start) && !isYou(start) ? sentence.match(Part.SUBJECT, start) : 0;
        int need = subject > 0 ? sentence.match(Part.NEED, start + subject) : 0;
        boolean must = need > 0 && sentence.plain(start + subject + need - 1).equals("to");
        boolean russian = subject > 0 && sentence.isRussian(start) && start + 1 < until && (need > 0
                ? start + need + 1 < until && lexicon.isInfinitive(sentence.at(start + need + 1))
                : isVow(start + 1));
        boolean present = sentence.isRussian(start) && sentence.plain(start).length() > 4
                && !lexicon.isVerb(sentence.at(start))
                && DumpWords.endsWithAny(sentence.plain(start), "аю", "яю", "ею", "люсь",
                        "аюсь", "усь");
        boolean busy = subject > 0 && sentence.isRussian(start) && start + 1 < until && (DumpWords.endsWithAny(
                sentence.plain(until - 1), "усь", "юсь") || isVow(until - 1));
        return english || must || russian || present || busy || sentence.isRussian(start) && isVow(start);
    }

    private boolean isYou(int i) {
        return switch (sentence.plain(i)) {
            case "you", "youd", "вам", "тебе", "вы", "ты" -> true;
            default -> false;
        };
    }

    private boolean isVow(int i) {
        return i < sentence.size() && (sentence.is(Part.WILL, i) || lexicon.isPromise(sentence.at(i)));
    }

    /** A promise with something it is about: more than "will do" and "ок, сделаю". */
    boolean promisesMore(int head, int until) {
        int own = 0;
        for (int i = head; i < until; i++)
            if (!sentence.isTime(i) && !sentence.at(i).isMark() && !sentence.is(Part.SUBJECT, i)
                    && !sentence.is(Part.WILL, i) && !sentence.is(Part.OBJECT, i) && !sentence.is(Part.FILLER, i)
                    && !sentence.plain(i).equals("will"))
                own++;
        boolean russian = false;
        for (int i = head; i < Math.min(until, head + 3); i++)
            russian |= sentence.isRussian(i) && isVow(i);
        return russian
                ? own >= 1
                : sentence.is(Part.WILL, head) && own >= 2
                        || sentence.is(Part.NEED, head + sentence.match(Part.SUBJECT, head)) && own >= 2;
    }
}
