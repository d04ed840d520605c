package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.LexiconFile;
import ptm.understanding.builtin.lexicon.Word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.NumberField;

/** Finds where a scale is named with its number: "importance 3", «стресс не выше 1», «риск от 1 до 2». */
final class Levels {

    private static final Lexicon LINKS = LexiconFile.load("/lexicon/levels.yml");

    private static final String CUE = "level ";
    private static final Map<String, String> SIGNS = Map.of("≤", "levelMost", "≥", "levelLeast", "<", "levelUnder",
            ">", "levelOver");
    private static final Set<String> SIDES = Set.of("levelMost", "levelLeast", "levelUnder", "levelOver");
    private static final Map<String, String> LENGTHS = Map.of("atMost", "levelMost", "orLess", "levelMost", "atLeast",
            "levelLeast", "orMore", "levelLeast");

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
        Hit open = hit(at, "levelFrom");
        Hit bound = open == null ? bound(at) : null;
        at = open != null ? open.until() : bound != null ? past(bound.until()) : at;
        Hit number = number(at);
        if (number == null)
            return null;
        at = number.until();
        int level = Integer.parseInt(number.cue());
        int least = level;
        int most = level;
        Hit after = side(at);
        Hit end = rangeEnd(at, open != null);
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
        if (isOther(at) || isCounted(scale, bound, number, at) || least > most || least == 0 && most == 3)
            return null;
        return said(field, least, most, from, at);
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
            Hit side = side(at);
            if (side != null && (link == null || side.until() >= link.until()))
                return at;
            if (link == null && !List.of("=", "-", ":").contains(words.get(at).plain()))
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
            return side(at);
        }
        boolean equal = at + 1 < words.size() && words.get(at + 1).plain().equals("=");
        return new Hit(equal ? sign.equals("levelUnder") ? "levelMost" : "levelLeast" : sign, at + (equal ? 2 : 1));
    }

    /** «до 2» behind «от 1», "-2" or "or 2" behind "1", "and 2" behind "between 1". */
    private @Nullable Hit rangeEnd(int at, boolean open) {
        if (at >= words.size())
            return null;
        Hit to = firstOf(hit(at, "levelMost"), hit(at, "to"), hit(at, "or"), open ? hit(at, "and") : null);
        return to == null && !words.get(at).plain().equals("-") ? null : number(to == null ? at + 1 : to.until());
    }

    private static @Nullable Hit firstOf(@Nullable Hit... hits) {
        for (Hit hit : hits)
            if (hit != null)
                return hit;
        return null;
    }

    /** "the highest impact 2 tasks": the number counts tasks. */
    private boolean isCounted(Hit scale, @Nullable Hit bound, Hit number, int at) {
        return bound == null && number.until() == scale.until() + 1 && hit(at, "things") != null;
    }

    private @Nullable Hit number(int at) {
        if (at >= words.size())
            return null;
        String plain = words.get(at).plain();
        if (plain.length() == 1 && plain.charAt(0) >= '0' && plain.charAt(0) <= '3')
            return new Hit(plain, at + 1);
        for (Lexicon.Match match : matches(at))
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

    /** The longest phrase here with a cue, or with one that begins so. */
    private @Nullable Hit hit(int at, String cue) {
        return longest(at, said -> cue.endsWith(" ") ? said.startsWith(cue) : said.equals(cue));
    }

    private List<Lexicon.Match> matches(int at) {
        List<Lexicon.Match> matches = new ArrayList<>(LINKS.all(words, at));
        matches.addAll(lexicon.all(words, at));
        return matches;
    }

    private @Nullable Hit longest(int at, Predicate<String> wanted) {
        Hit best = null;
        if (at < words.size())
            for (Lexicon.Match match : matches(at))
                for (Entry entry : match.entries())
                    if (wanted.test(entry.cue()) && (best == null || at + match.length() > best.until()))
                        best = new Hit(entry.cue(), at + match.length());
        return best;
    }

    /** The bound said here; what bounds lengths of time does too where nothing longer is said of scales. */
    private @Nullable Hit side(int at) {
        Hit level = longest(at, SIDES::contains);
        Hit length = longest(at, LENGTHS::containsKey);
        return length != null && (level == null || length.until() > level.until())
                ? new Hit(Objects.requireNonNull(LENGTHS.get(length.cue())), length.until())
                : level;
    }

    private record Hit(String cue, int until) {}
}
