package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;

/** The grammatical form that a word seems to have, by its ending and by the lists of verbs. */
final class WordForms {
    private static final String[] PASSIVE =
            { "ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены", "ят", "ята", "ято", "яты", "ыт", "ыта", "ыто",
                "ыты", "ут", "ута", "уто", "уты", "ит", "ита", "ито", "иты" };
    private static final String[] ADJECTIVE = { "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ую",
        "юю", "ым", "им", "ых", "их", "ой" };

    private final DumpWords words;

    WordForms(DumpWords words) {
        this.words = words;
    }

    String of(Word word) {
        if (word.isMark())
            return Character.isBmpCodePoint(word.plain().codePointAt(0)) ? word.plain() : "☺";
        if (word.isNumber())
            return "#";
        String form = Stems.isCyrillic(word.plain()) ? russian(word) : english(word);
        return word.isCapitalised() && word.from() > 0 ? form + "^" : form;
    }

    private String english(Word word) {
        String plain = word.plain();
        if (words.is(DumpWords.Part.PAST, word) || plain.length() > 4 && plain.endsWith("ed"))
            return "ed";
        if (words.is(DumpWords.Part.VERB, word))
            return "verb";
        if (words.is(DumpWords.Part.NOUN_TOO, word))
            return "verb?";
        if (words.is(DumpWords.Part.PERSON, word))
            return "who";
        if (plain.length() > 4 && plain.endsWith("ing"))
            return "ing";
        return plain.length() > 3 && plain.endsWith("s") ? "ns" : "n";
    }

    private String russian(Word word) {
        String plain = word.plain();
        if (words.isInfinitive(word))
            return "инф";
        if (words.isPast(word))
            return plain.endsWith("и") || plain.endsWith("ись") ? "шли" : plain.endsWith("о") ? "шло" : "шел";
        if (plain.length() > 4 && DumpWords.endsWithAny(plain, "йте", "ите", "ьте", "йтесь", "итесь"))
            return "ите";
        if (plain.length() > 3 && DumpWords.endsWithAny(plain, "шь", "шься"))
            return "ешь";
        if (words.isPromise(word) || words.is(DumpWords.Part.WILL, word))
            return "сделаю";
        if (plain.length() > 5 && DumpWords.endsWithAny(plain, PASSIVE))
            return "сделан";
        if (words.isFinite(word))
            return "ет";
        if (plain.length() > 4 && DumpWords.endsWithAny(plain, ADJECTIVE))
            return "ый";
        return words.is(DumpWords.Part.PERSON, word) ? "кто" : "н" + ending(plain);
    }

    private static String ending(String plain) {
        char last = plain.charAt(plain.length() - 1);
        return switch (last) {
            case 'а', 'я' -> "а";
            case 'у', 'ю' -> "у";
            case 'ы', 'и' -> "ы";
            case 'е' -> "е";
            case 'о' -> "о";
            case 'м' -> "м";
            case 'й' -> "й";
            case 'в' -> "в";
            default -> "";
        };
    }
}
