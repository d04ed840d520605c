package ptm.understanding.builtin.lexicon;

import java.util.regex.Pattern;

/** Guesses what kind of word an unknown Russian word is, by its ending. */
public final class WordClass {

    private static final Pattern PAST = Pattern.compile(
            "..+[аеиоуыяю]л(?:а|о|и)?|..+л(?:ся|ась|ось|ись)|.*ш(?:ел|ла|ло|ли)|(?:у|при|за|от|вы|про|под|с|на|пере|раз)(?:вез|нес|лез|полз|мер)");
    private static final Pattern PRESENT = Pattern.compile(
            ".+(?:[аяеуюы]ет|[чжшщ]ат|[^ю]ют|[чжшщкгд]ут|ят|ется|ится|утся|ются|атся|ятся|ешь|ишь|[аяе]ем|[аяу]ю|[юу]сь)|..+[бвдлмнпрст]ит");
    private static final Pattern NOUN = Pattern.compile(
            "кредит|аудит|визит|лимит|депозит|реквизит|транзит|профицит|дефицит|визит|магнит|гранит|бандит|"
                    + ".*(?:зал|стал|нал|тал|дил|журнал|сериал|материал|финал|ритуал|потенциал|филиал|квартал|канал|план[ыа]?)|"
                    + "стол[аи]?|школа|скала|пила|игла|дела|тела|угла|мыло|масло|число|дело|тело|кресло|одеяло|зеркало|начало|мало");
    private static final Pattern ADJECTIVE = Pattern.compile(
            "..+(?:ый|ая|яя|ое|ые|ого|его|ому|ему|ую|юю|ых|ыми|ими)|..+[кгхшщжчн]ий|..+[кгхшщжч]ие|..+[^иь]ней");
    private static final Pattern ASKED = Pattern.compile("...+(?:айте|ейте|уйте|ойте|ите|ывай|ивай|овай)");

    private WordClass() {}

    /** Whether somebody does something or has done it: «уснул», «гудят». */
    public static boolean isFinite(String plain) {
        return Stems.isCyrillic(plain) && (PAST.matcher(plain).matches() || PRESENT.matcher(plain).matches())
                && !NOUN.matcher(plain).matches();
    }

    /** Whether it is no name of a thing: a verb in any form. */
    public static boolean isVerb(Word word) {
        return isFinite(word.plain()) || Stems.isCyrillic(word.plain()) && (PastTense.isInfinitive(word)
                || ASKED.matcher(word.plain()).matches());
    }

    public static boolean isAdjective(String plain) {
        return Stems.isCyrillic(plain) && plain.length() > 4 && ADJECTIVE.matcher(plain).matches();
    }
}
