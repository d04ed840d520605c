package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.NumberField;

/** Finds where a scale is named with its number: "importance 3", «стресс не выше 1», «риск от 1 до 2». */
final class Levels {

    private static final String CUE = "level ";
    private static final Map<String, String> SIGNS = Map.of("≤", "levelMost", "≥", "levelLeast", "<", "levelUnder",
            ">", "levelOver");

    private final Lexicon lexicon;
    private final List<Word> words;

    Levels(Lexicon lexicon, List<Word> words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** By the word each begins at. */
    Map<Integer, Item> read() {
        Map<Integer, Item> found = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Hit scale = hit(i, CUE);
            Item item = scale == null ? null : level(scale, i);
            if (item != null) {
                found.put(i, item);
                i = item.until() - 1;
            }
        }
        return found;
    }

    private @Nullable Item level(Hit scale, int from) {
        NumberField field = NumberField.valueOf(scale.cue().substring(CUE.length()).toUpperCase(Locale.ROOT));
        int at = past(scale.until());
        Hit bound = bound(at);
        at = bound == null ? at : past(bound.until());
        Hit number = number(at);
        if (number == null)
            return null;
        at = number.until();
        int level = Integer.parseInt(number.cue());
        int least = level;
        int most = level;
        Hit after = hit(at, "level");
        Hit end = rangeEnd(at);
        if (end != null) {
            most = Integer.parseInt(end.cue());
            at = end.until();
        } else if (bound != null || after != null) {
            String said = bound != null ? bound.cue() : after != null ? after.cue() : "";
            at = bound == null && after != null ? after.until() : at;
            boolean upper = said.equals("levelMost") || said.equals("levelUnder");
            least = upper ? 0 : level + (said.equals("levelOver") ? 1 : 0);
            most = upper ? level - (said.equals("levelUnder") ? 1 : 0) : 3;
        } else if (at < words.size() && words.get(at).plain().equals("+")) {
            most = 3;
            at++;
        }
        return isOther(at) || least > most || least == 0 && most == 3 ? null : said(field, least, most, from, at);
    }

    private static Item said(NumberField field, int least, int most, int from, int until) {
        Filter range = least == 0
                ? new Filter.Range(field, null, most)
                : most == 3 ? new Filter.Range(field, least, null) : new Filter.Range(field, least, most);
        Entry entry = new Entry(range, null, List.of(), "", "", "", "", null, Map.of(), "");
        return new Item.Said(List.of(entry), from, until, 0.95);
    }

    /** Past words such as "of", "load" and marks such as "=" between a scale and its number. */
    private int past(int from) {
        int at = from;
        for (int steps = 0; steps < 3 && at < words.size(); steps++) {
            Hit link = hit(at, "levelLink");
            if (link == null && !List.of("=", "-").contains(words.get(at).plain()))
                return at;
            at = link == null ? at + 1 : link.until();
        }
        return at;
    }

    private @Nullable Hit bound(int at) {
        if (at >= words.size())
            return null;
        String sign = SIGNS.get(words.get(at).plain());
        if (sign == null) {
            Hit said = hit(at, "level");
            return said == null || said.cue().startsWith(CUE) || said.cue().equals("levelLink") ? null : said;
        }
        boolean equal = at + 1 < words.size() && words.get(at + 1).plain().equals("=");
        return new Hit(equal ? sign.equals("levelUnder") ? "levelMost" : "levelLeast" : sign, at + (equal ? 2 : 1));
    }

    /** «до 2» behind «от 1», "-2" behind "1". */
    private @Nullable Hit rangeEnd(int at) {
        if (at >= words.size())
            return null;
        Hit to = hit(at, "levelMost");
        return to == null && !words.get(at).plain().equals("-") ? null : number(to == null ? at + 1 : to.until());
    }

    private @Nullable Hit number(int at) {
        if (at >= words.size())
            return null;
        String plain = words.get(at).plain();
        if (plain.length() == 1 && plain.charAt(0) >= '0' && plain.charAt(0) <= '3')
            return new Hit(plain, at + 1);
        for (Lexicon.Match match : lexicon.all(words, at))
            for (Entry entry : match.entries())
                if (entry.amount().length() == 1 && entry.amount().charAt(0) <= '3'
                        || entry.isCue("levelZero") && match.length() == 1)
                    return new Hit(entry.isCue("levelZero") ? "0" : entry.amount(), at + match.length());
        return null;
    }

    /** Whether the number counts something else: hours, money. */
    private boolean isOther(int at) {
        return at < words.size() && lexicon.all(words, at).stream().flatMap(match -> match.entries().stream())
                .anyMatch(entry -> !entry.unit().isEmpty() || entry.amount().length() > 1);
    }

    /** The longest phrase here whose cue begins so. */
    private @Nullable Hit hit(int at, String cue) {
        Hit best = null;
        if (at < words.size())
            for (Lexicon.Match match : lexicon.all(words, at))
                for (Entry entry : match.entries())
                    if (entry.cue().startsWith(cue) && !(cue.equals("level") && !isBound(entry))
                            && (best == null || at + match.length() > best.until()))
                        best = new Hit(entry.cue(), at + match.length());
        return best;
    }

    private static boolean isBound(Entry entry) {
        return entry.isCue("levelMost") || entry.isCue("levelLeast") || entry.isCue("levelOver")
                || entry.isCue("levelUnder");
    }

    private record Hit(String cue, int until) {}
}
