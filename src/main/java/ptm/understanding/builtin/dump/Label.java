package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimeScene;

import java.util.List;
import java.util.stream.IntStream;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** What stands before a colon: a word for what follows, a day for it, or the task that the rest describes. */
final class Label {
    private static final int WORDS = 6;
    private static final int GREETING = 12;

    private final DumpWords lexicon;
    private final String text;
    private final TimeScene scene;

    Label(DumpWords lexicon, String text, TimeScene scene) {
        this.lexicon = lexicon;
        this.text = text;
        this.scene = scene;
    }

    /**
     * @param end     where the things begin, 0 where there is no label
     * @param isTime  words of time and nothing else
     * @param isShop  what follows is bought
     * @param isTalk  what follows is nothing to do
     * @param isList  what follows may be a list
     * @param isWhole the sentence is one task, told before the colon and described after it
     */
    record Found(int end, boolean isTime, boolean isShop, boolean isWhole, boolean isTalk, boolean isList) {}

    private static final Found NONE = new Found(0, false, false, false, false, false);

    Found find() {
        int colon = colon(0);
        if (colon < 0)
            return NONE;
        int inner = colon(colon + 1);
        if (inner > 0 && isGeneric(colon + 1, inner))
            colon = inner;
        Sentence before = new Sentence(lexicon, text.substring(0, colon), scene);
        List<Word> words = before.words().stream().filter(word -> !word.isMark()).toList();
        if (words.isEmpty())
            return NONE;
        if (lexicon.match(Part.TALK_LABEL, words, 0) > 0)
            return new Found(0, false, false, false, true, false);
        boolean time = isTime(before);
        boolean generic = isGeneric(0, colon) || words.size() <= GREETING && lexicon.has(Part.CHATTER, words) || time
                || before.has(Part.THAT_DAY, 0, before.size());
        ClauseKinds kinds = new ClauseKinds(lexicon, before);
        int head = before.head(0, before.size());
        boolean aside = before.words().stream().anyMatch(word -> word.plain().equals("("));
        int named = (int) IntStream.range(0, before.size())
                .filter(i -> (aside || !before.isTime(i)) && !before.at(i).isMark()).count();
        boolean shop = lexicon.has(Part.SHOP, words) && words.size() <= 3;
        if (!generic && !shop && head < before.size() && before.size() - head > 1
                && (kinds.verbLeads(head, before.size()) || kinds.infinitive(head, before.size()) >= 0))
            return new Found(0, false, false, true, false, false);
        boolean several = text.substring(colon).matches("(?s).*[,;/].*")
                || text.substring(colon).matches("(?s).*\\s(and|и)\\s.*");
        if (lexicon.match(Part.TOPIC, words, 0) > 0 || isVerbAlone(colon))
            return new Found(0, false, false, true, false, false);
        if (generic || shop || several && named <= WORDS)
            return new Found(colon + 1, time, shop, false, false,
                    time || shop || lexicon.match(Part.GREETING, words, 0) == 0
                            || lexicon.has(Part.NEED, words) || before.words().stream().anyMatch(Word::isComma));
        return onlyTimes(colon) ? new Found(0, false, false, true, false, false) : NONE;
    }

    private int colon(int from) {
        int colon = text.indexOf(": ", from);
        if (colon > 1 && text.startsWith("re", colon - 2) && (colon == 2 || text.charAt(colon - 3) == ' '))
            return -1;
        return colon > 0 && Character.isDigit(text.charAt(colon - 1)) && colon + 2 < text.length()
                && Character.isDigit(text.charAt(colon + 2)) ? -1 : colon;
    }

    /** «школа пациента: записаться»: what is to be done with what is named. */
    private boolean isVerbAlone(int colon) {
        Sentence after = new Sentence(lexicon, text.substring(colon + 1), scene);
        int head = after.head(0, after.size());
        return head < after.size() && after.isVerb(head) && after.head(head + 1, after.size()) >= after.size();
    }

    /** «Тренировки: пн, ср в 7:30»: all that follows says when. */
    private boolean onlyTimes(int colon) {
        Sentence after = new Sentence(lexicon, text.substring(colon + 1), scene);
        return after.head(0, after.size()) >= after.size();
    }

    private boolean isGeneric(int from, int until) {
        List<Word> words = Words.of(text.substring(from, until)).stream().filter(word -> !word.isMark()).toList();
        if (words.isEmpty() || words.size() > 4)
            return false;
        for (int i = 0; i < words.size(); i++)
            if (lexicon.match(Part.LABEL, words, i) > 0 && i + lexicon.match(Part.LABEL, words, i) == words.size())
                return true;
        return false;
    }

    private boolean isTime(Sentence before) {
        boolean time = false;
        for (int i = 0; i < before.size(); i++) {
            time |= before.isTime(i);
            if (!before.isTime(i) && !before.at(i).isMark() && !before.is(Part.EACH, i) && !before.is(Part.FILLER, i)
                    && !before.is(Part.LABEL, i))
                return false;
        }
        return time;
    }
}
