package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Tells what has been done already from what is to be done. */
final class Past {
    private final DumpWords lexicon;
    private final Sentence sentence;

    Past(DumpWords lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    boolean is(int head, int until) {
        for (int i = head; i < until; i++) {
            if (sentence.isTime(i))
                continue;
            if (sentence.isRussian(i)
                    ? lexicon.isPast(sentence.at(i)) || sentence.is(Part.PAST, i)
                    : sentence.is(Part.PAST, i) && !(i > head && isDeterminer(i - 1)) || isRegular(i, head, until))
                return true;
        }
        return false;
    }

    boolean isDeterminer(int i) {
        return switch (sentence.plain(i)) {
            case "the", "a", "an", "my", "your", "his", "her", "our", "their", "for", "of", "to" -> true;
            default -> false;
        };
    }

    /** A form in "-ed" at the head of a thing, which may be a quality too: "grated cheese". */
    boolean maybe(int head, int until) {
        return head + 1 < until && isForm(sentence.plain(head));
    }

    private static boolean isForm(String plain) {
        return plain.length() > 4 && plain.endsWith("ed") && !plain.endsWith("eed");
    }

    private boolean isRegular(int i, int head, int until) {
        if (!isForm(sentence.plain(i)))
            return false;
        if (i == head)
            return i + 1 < until && (isDeterminer(i + 1) || sentence.is(Part.PREPOSITION, i + 1));
        return sentence.is(Part.SUBJECT, i - 1) || sentence.is(Part.PERSON, i - 1)
                || sentence.at(i - 1).isCapitalised() && i - 1 == head
                || i - head == 2 && isDeterminer(head) && i + 1 < until && sentence.is(Part.PREPOSITION, i + 1)
                || isVerb(sentence.plain(i)) && isToldOf(i, head);
    }

    /** "the landlord finally answered", "budget approved": a thing and what became of it. */
    private boolean isToldOf(int i, int head) {
        int before = i - 1;
        while (before > head && sentence.is(Part.LATELY, before))
            before--;
        return before >= head && !isDeterminer(before) && !sentence.is(Part.PREPOSITION, before)
                && !sentence.at(before).isMark() && !sentence.at(before).isNumber() && !sentence.is(Part.OPENER, before)
                && !sentence.is(Part.BEFORE, before)
                && (i + 1 >= sentence.size() || sentence.at(i + 1).isMark() || sentence.isTime(i + 1) || before < i - 1
                        || sentence.is(Part.PREPOSITION, i + 1) || sentence.is(Part.OPENER, i + 1));
    }

    private boolean isVerb(String form) {
        String stem = form.substring(0, form.length() - 2);
        boolean doubled = stem.length() > 3 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
        return known(stem) || known(stem + "e") || doubled && known(stem.substring(0, stem.length() - 1))
                || stem.endsWith("i") && known(stem.substring(0, stem.length() - 1) + "y");
    }

    private boolean known(String verb) {
        Word word = new Word(verb, verb, verb, 0, verb.length());
        return lexicon.is(Part.VERB, word) || lexicon.is(Part.NOUN_TOO, word);
    }
}
