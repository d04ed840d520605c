package ptm.understanding.builtin;

import java.util.List;

import ptm.understanding.builtin.DumpWords.Part;

/** Tells what a clause is: something to do, or talk about what is done, was, or is somebody else's. */
final class Chatter {
    private final DumpWords lexicon;

    Chatter(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param listed   whether it stands in a list, where what says nothing else is a task
     * @param hasDate  whether a day or time to come is said in it
     */
    boolean isTask(List<Word> clause, boolean listed, boolean hasDate) {
        List<Word> words = clause.stream().filter(word -> !word.isMark()).toList();
        if (afterFillers(words) == words.size() || lexicon.match(Part.DONE, words, 0) > 0)
            return false;
        boolean needs = lexicon.has(Part.NEEDS, words);
        boolean verb = startsWithVerb(words) || hasInfinitive(words);
        if (lexicon.has(Part.DONE, words) && !needs)
            return false;
        if (lexicon.match(Part.CHATTER, words, 0) > 0 && !needs && !(verb && listed))
            return false;
        if (needs || verb)
            return true;
        if (isPast(words) || lexicon.has(Part.CHATTER, words))
            return false;
        return listed || hasDate || !lexicon.has(Part.FINITE, words) && words.size() <= 6;
    }

    private int afterFillers(List<Word> words) {
        int at = 0;
        while (at < words.size() && lexicon.match(Part.FILLERS, words, at) > 0)
            at += lexicon.match(Part.FILLERS, words, at);
        return at;
    }

    private boolean startsWithVerb(List<Word> words) {
        int at = afterFillers(words);
        return at < words.size() && lexicon.isVerb(words.get(at));
    }

    private boolean hasInfinitive(List<Word> words) {
        return words.stream().anyMatch(word -> lexicon.isInfinitive(word.plain()));
    }

    private boolean isPast(List<Word> words) {
        return lexicon.has(Part.PAST, words) || words.stream().anyMatch(word -> DumpWords.isRussianPast(word.plain()));
    }
}
