package ptm.understanding.builtin.lexicon;

import java.util.List;
import java.util.Map;

/** Numbers that name a place in a list: "2", "the second", "вторую", "last". */
public final class Ordinals {

    public static final int LAST = -1;

    private static final Map<String, Integer> BEGINNINGS = Map.ofEntries(Map.entry("перв", 1), Map.entry("втор", 2),
            Map.entry("трет", 3), Map.entry("четверт", 4), Map.entry("пят", 5), Map.entry("шест", 6),
            Map.entry("седьм", 7), Map.entry("восьм", 8), Map.entry("последн", LAST));
    private static final Map<String, Integer> NAMES = Map.ofEntries(Map.entry("first", 1), Map.entry("second", 2),
            Map.entry("third", 3), Map.entry("fourth", 4), Map.entry("fifth", 5), Map.entry("sixth", 6),
            Map.entry("seventh", 7), Map.entry("eighth", 8), Map.entry("last", LAST), Map.entry("два", 2),
            Map.entry("двойку", 2), Map.entry("тройку", 3), Map.entry("единицу", 1));

    private Ordinals() {}

    /** The place named by this word, {@link #LAST}, or 0. */
    public static int of(List<Word> words, int at) {
        Word word = words.get(at);
        if (word.isNumber())
            return word.plain().matches("\\d{1,2}") ? Integer.parseInt(word.plain()) : 0;
        Integer named = NAMES.get(word.plain());
        if (named != null)
            return named;
        for (Map.Entry<String, Integer> beginning : BEGINNINGS.entrySet())
            if (word.plain().startsWith(beginning.getKey()) && !word.plain().startsWith("вторник")
                    && !word.plain().startsWith("пятн") && word.plain().length() <= beginning.getKey().length() + 3)
                return beginning.getValue();
        return 0;
    }
}
