package ptm.understanding.builtin.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Cuts text into tokens with code point offsets. "15m" is two tokens, "2morrow" one where the lexicon knows it. */
final class TimeTokenizer {

    private final int[] points;
    private final Predicate<String> known;
    private final List<TimeToken> tokens = new ArrayList<>();
    private boolean spaced;

    private TimeTokenizer(int[] points, Predicate<String> known) {
        this.points = points;
        this.known = known;
    }

    /** The tokens, without an end mark. */
    static List<TimeToken> cut(int[] points, Predicate<String> known) {
        var tokenizer = new TimeTokenizer(points, known);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        int i = 0;
        while (i < points.length) {
            int point = points[i];
            if (point == '\n') {
                i = add(TimeToken.Kind.LINE, "\n", i, i + 1);
            } else if (isSpace(point)) {
                spaced = true;
                i++;
            } else if (isLetter(point) || isDigit(point)) {
                i = run(i);
            } else {
                i = add(TimeToken.Kind.SIGN, sign(point), i, i + 1);
            }
        }
    }

    private int run(int from) {
        int until = from;
        boolean letters = false;
        boolean digits = false;
        while (until < points.length && (isLetter(points[until]) || isDigit(points[until]) || apostrophe(until))) {
            digits |= isDigit(points[until]);
            letters |= !isDigit(points[until]);
            until++;
        }
        if (letters && digits && until - from <= 12 && known.test(text(from, until))) {
            return add(TimeToken.Kind.WORD, text(from, until), from, until);
        }
        for (int i = from; i < until;) {
            int end = i + 1;
            while (end < until && isDigit(points[end]) == isDigit(points[i])) {
                end++;
            }
            i = add(isDigit(points[i]) ? TimeToken.Kind.NUMBER : TimeToken.Kind.WORD, text(i, end), i, end);
        }
        return until;
    }

    private boolean apostrophe(int i) {
        return (points[i] == '\'' || points[i] == '’') && i > 0 && i + 1 < points.length && isLetter(points[i - 1])
                && isLetter(points[i + 1]);
    }

    private int add(TimeToken.Kind kind, String text, int from, int until) {
        int number = kind == TimeToken.Kind.NUMBER && until - from <= 9 ? Integer.parseInt(text) : -1;
        tokens.add(new TimeToken(kind, text, number, from, until, spaced, Character.isUpperCase(points[from])));
        spaced = false;
        return until;
    }

    private String text(int from, int until) {
        return plain(new String(points, from, until - from));
    }

    /** As the lexicon spells: lower case, е for ё, a straight apostrophe. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'');
    }

    private static String sign(int point) {
        return switch (point) {
            case '–', '—', '−', '‑', '‐' -> "-";
            default -> Character.toString(point);
        };
    }

    /** An accent that is written as a sign of its own belongs to the letter before it. */
    private static boolean isLetter(int point) {
        return Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || point == '\u00a0' || point == '\u202f' || point == '\u2009'
                || point == '\u200b' || point == '\ufeff';
    }
}
