package ptm.understanding.builtin.lexicon;

import java.util.List;
import java.util.Set;

/** Tells "I fed the hens already" and "позвонила маме" from things to do. */
public final class PastTense {

    private static final Set<String> IRREGULAR = Set.of("bought", "paid", "sent", "made", "wrote", "took", "went",
            "spoke", "met", "gave", "found", "sold", "brought", "built", "fed", "hung", "ran", "drove", "fixed",
            "swept", "wrapped", "submitted", "returned", "handed");
    private static final Set<String> TALK = Set.of("sorted", "ordered", "ranked", "limited", "mixed", "needed", "red",
            "promised", "wanted", "asked", "said", "noticed", "decided", "tired", "bored", "stressed", "exhausted",
            "focused", "worried", "need", "overdue", "speed", "feed", "seed", "bed", "planned", "expired", "closed",
            "opened", "used", "tried", "forgot", "owed", "drained", "motivated", "unmotivated", "distracted",
            "interested", "scheduled", "dated", "organized", "related", "agreed", "hundred", "started", "shared",
            "united", "energized", "annoyed", "frustrated", "overwhelmed", "finished", "completed", "added", "created",
            "blocked", "dropped");
    private static final Set<String> SPEECH = Set.of("сказ", "попрос", "прос", "обещ", "пообещ", "хот", "решил", "забы",
            "был", "мог", "думал", "узнал", "спросил", "понял", "устал", "задолб", "надоел", "дел", "записал",
            "добавил", "планировал", "добав", "заня", "занима", "замет", "переоткр", "вспомн", "слом", "начал", "стал",
            "опоздал", "присн", "взял", "заболел", "сел", "пошел", "пришл", "откладывал", "навыдумывал", "сначала",
            "вначале", "дела", "тела", "стола", "зала", "угла", "школа", "скала", "мала", "была", "числа", "масла",
            "стекла", "весла", "футбола", "метала", "металла", "журнала", "канала", "материала", "сериала", "филиала",
            "капитала", "квартала", "начала", "цела", "мыла", "сала");

    private PastTense() {}

    /** How much this word speaks of something done, 0 for not at all. */
    public static double weight(List<Word> words, int at) {
        Word word = words.get(at);
        if (words.size() > 9 || word.isMark() || word.isNumber())
            return 0;
        return Stems.isCyrillic(word.plain()) ? russian(words, word.plain()) : english(words, at, word.plain());
    }

    private static double english(List<Word> words, int at, String word) {
        boolean form = IRREGULAR.contains(word) || word.endsWith("ed") && word.length() > 4;
        if (!form || TALK.contains(word))
            return 0;
        String before = at == 0 ? "" : words.get(at - 1).plain();
        boolean already = has(words, "already") || has(words, "just") || has(words, "finally");
        boolean mine = before.equals("i") || before.equals("ive") || before.equals("already") || before.equals("just")
                || before.equals("finally") || before.equals("have");
        if (mine)
            return already ? 4 : 2;
        return at == 0 ? already ? 3.5 : 1.6 : 0;
    }

    private static double russian(List<Word> words, String word) {
        boolean form =
                word.length() >= 4 && (word.endsWith("л") && "аеиоуыяю".indexOf(word.charAt(word.length() - 2)) >= 0
                        || word.endsWith("ла") && "аеиоуыяю".indexOf(word.charAt(word.length() - 3)) >= 0);
        if (!form || SPEECH.stream().anyMatch(word::startsWith) || words.stream().anyMatch(PastTense::isInfinitive)
                || words.stream().anyMatch(other -> other.plain().equals("что") || other.plain().equals("чем")
                        || other.plain().equals("сколько") || other.plain().equals("?")))
            return 0;
        boolean already = has(words, "уже") || has(words, "наконец") || has(words, "только");
        boolean last = words.getLast().plain().equals(word);
        boolean firstWord = words.getFirst().plain().equals(word);
        return already ? 3.5 : last || firstWord ? words.size() <= 5 ? 2.6 : 1.8 : has(words, "я") ? 1.8 : 0.8;
    }

    public static boolean isInfinitive(Word word) {
        String plain = word.plain();
        return plain.length() >= 4 && (plain.endsWith("ть") || plain.endsWith("ти") || plain.endsWith("чь")
                || plain.endsWith("ться") || plain.endsWith("тись") || plain.endsWith("чься"))
                && !NOUNS.contains(plain);
    }

    private static final Set<String> NOUNS = Set.of("отметь", "ответь", "заметь", "пометь", "наметь", "потрать",
            "встреть", "пять", "шесть", "девять", "десять", "часть", "гость", "новость", "мысль", "дочь", "ночь",
            "очередь", "площадь", "помощь", "вещь", "вещи", "скорость", "опять", "почти", "двадцать", "тридцать",
            "пути", "лень", "смерть", "печать", "кровать", "мать", "четверть", "важность", "срочность", "память",
            "есть", "плоть", "нефть", "сеть", "новости", "срочности", "важности", "речь", "печь", "путь", "цепь",
            "степь", "тетрадь", "лошадь", "дети", "гости", "кости", "части", "сложности", "стоимости", "длительности",
            "давности", "приоритетности", "рискованности", "близости", "трудности", "скорости", "области", "хоть",
            "ведь", "чуть", "пусть");

    private static boolean has(List<Word> words, String plain) {
        return words.stream().anyMatch(word -> word.plain().equals(plain));
    }
}
