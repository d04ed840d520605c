package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a line at the ends of its sentences, in one pass. */
final class Sentences {
    /** A point after these ends nothing. */
    private static final Set<String> SHORT =
            Set.of("dr", "mr", "mrs", "ms", "st", "no", "vs", "e.g", "i.e", "etc", "approx",
                    "ave", "prof", "jr", "min", "hrs", "hr", "tel", "apt", "т.е", "т.д", "т.п", "т.к", "г", "ул",
                    "руб", "тыс",
                    "мин", "ч", "д", "кв", "пр", "стр", "см", "тел", "гг", "др", "проф", "обл", "коп", "шт", "и.о");

    /** A point after these ends nothing where a number follows: "p. 12", "no. 7", «стр. 5». */
    private static final Set<String> BEFORE_NUMBER =
            Set.of("no", "nos", "p", "pp", "pg", "vol", "ch", "sec", "art", "fig", "ext",
                    "para", "cl", "rm", "flat", "ver", "v", "стр", "с", "гл", "п", "пп", "ст", "рис", "табл", "т", "оф",
                    "каб", "корп",
                    "д", "кв", "эт", "вып", "разд", "тел", "ауд", "зад", "упр", "пар", "подъезд", "вх", "исх", "ном",
                    "exercise", "ex");

    private static final Set<String> MONTHS =
            Set.of("янв", "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт",
                    "ноя", "дек", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** What is read at once, in chars. */
    static final int PIECE = 4_096;

    private static final int BRACKETS = 120;

    private Sentences() {}

    /** Char offsets, from and until, without the marks that end the sentence. */
    static List<int[]> of(String line) {
        List<int[]> sentences = new ArrayList<>();
        int from = 0;
        int at = 0;
        int closed = -1;
        while (at < line.length()) {
            int end = at;
            if (line.charAt(at) == '(' && at > closed && !isFace(line, at))
                closed = closing(line, at);
            while (end < line.length() && isEnd(line.charAt(end)))
                end++;
            if (end == at && isFace(line, at))
                end = at + 2;
            while (end > at && end < line.length() && (line.charAt(end) == '(' || line.charAt(end) == ')')
                    && line.charAt(end - 1) == line.charAt(end))
                end++;
            boolean ends = end > at && at > closed && (end == line.length() || isSpaceAfter(line, end))
                    && !isShort(line, at, end)
                    && !(line.charAt(at) == ',');
            if (ends) {
                add(sentences, line, from, at < line.length() && line.charAt(at) == '?' ? at + 1 : at);
                from = end;
            }
            at = Math.max(end, at + 1);
        }
        add(sentences, line, from, line.length());
        return sentences;
    }

    /** "((", "))": a sad or a glad face, with which a sentence ends. */
    private static boolean isFace(String line, int at) {
        char c = line.charAt(at);
        return (c == '(' || c == ')') && at + 1 < line.length() && line.charAt(at + 1) == c && at > 0
                && !Character.isWhitespace(line.charAt(at - 1)) && line.charAt(at - 1) != '(';
    }

    /** Where a bracket closes that is not far: within it nothing ends; −1 where none does. */
    private static int closing(String line, int open) {
        for (int at = open; at < Math.min(line.length(), open + BRACKETS); at++)
            if (line.charAt(at) == ')')
                return at;
        return -1;
    }

    /** Where a sentence has no end, a piece ends at a comma, else between two words. */
    private static int pieceEnd(String line, int from, int until) {
        if (until - from <= PIECE)
            return until;
        int comma = line.lastIndexOf(", ", from + PIECE);
        int space = line.lastIndexOf(' ', from + PIECE);
        return comma > from + PIECE / 2 ? comma + 1 : space > from ? space : from + PIECE;
    }

    private static void add(List<int[]> sentences, String line, int begin, int until) {
        int from = begin;
        for (int end = pieceEnd(line, from, until); end < until; end = pieceEnd(line, from, until)) {
            sentences.add(new int[] { from, end });
            from = end;
        }
        if (line.substring(from, until).codePoints().anyMatch(Character::isLetterOrDigit))
            sentences.add(new int[] { from, until });
        else if (!sentences.isEmpty())
            sentences.getLast()[1] = Math.max(sentences.getLast()[1], from);
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == ';';
    }

    private static boolean isSpaceAfter(String line, int end) {
        char next = line.charAt(end);
        return Character.isWhitespace(next) || (next == '"' || next == '»' || next == ')' || next == '”')
                && (end + 1 == line.length() || Character.isWhitespace(line.charAt(end + 1)));
    }

    /** "Dr. Klein", "т. е.", "А. В. Петров", "5. июня": no end. */
    private static boolean isShort(String line, int at, int end) {
        if (end - at > 1 || line.charAt(at) != '.')
            return false;
        int from = at;
        while (from > 0 && (Character.isLetter(line.charAt(from - 1)) || line.charAt(from - 1) == '.'))
            from--;
        String word = line.substring(from, at).toLowerCase(java.util.Locale.ROOT);
        int next = end;
        while (next < line.length() && Character.isWhitespace(line.charAt(next)))
            next++;
        boolean initial = word.length() == 1 && Character.isUpperCase(line.charAt(at - 1)) && isName(line, from);
        boolean goesOn = next < line.length() && Character.isLowerCase(line.charAt(next));
        boolean numbered = next < line.length() && (Character.isDigit(line.charAt(next)) || line.charAt(next) == '#'
                || line.charAt(next) == '№') && BEFORE_NUMBER.contains(word);
        boolean counted = at > 0 && Character.isDigit(line.charAt(at - 1)) && goesOn && (isMonth(line, next)
                || line.substring(0, at).strip().length() <= 2);
        return !word.isEmpty() && (initial || SHORT.contains(word) && !(word.length() > 1 && isUnit(word) && !goesOn))
                || counted || numbered;
    }

    private static boolean isMonth(String line, int at) {
        String word = line.substring(at, Math.min(line.length(), at + 3)).toLowerCase(java.util.Locale.ROOT);
        return MONTHS.contains(word);
    }

    /** Whether what stands before an initial may be of a name too. */
    private static boolean isName(String line, int initial) {
        int at = initial;
        while (at > 0 && Character.isWhitespace(line.charAt(at - 1)))
            at--;
        if (at == 0 || line.charAt(at - 1) == '.' || line.charAt(at - 1) == ',')
            return true;
        while (at > 0 && Character.isLetter(line.charAt(at - 1)))
            at--;
        return Character.isUpperCase(line.charAt(at));
    }

    private static boolean isUnit(String word) {
        return switch (word) {
            case "min", "no", "мин", "руб", "тыс", "т.д", "т.п", "etc", "др", "шт", "коп", "hrs", "hr", "гг", "ч",
                    "стр" -> true;
            default -> false;
        };
    }
}
