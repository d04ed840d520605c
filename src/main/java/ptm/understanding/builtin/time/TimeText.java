package ptm.understanding.builtin.time;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;

/** A text as tokens, each with what the lexicon knows of it. Past either end there is an end token. */
public final class TimeText {

    private static final TimeToken END = new TimeToken(TimeToken.Kind.END, "", -1, 0, 0, true, false);

    private final int[] points;
    private final List<TimeToken> tokens;
    private final TimeWord[][] words;
    private final boolean russian;
    private final BitSet quoted = new BitSet();
    private final Map<String, Boolean> has = new HashMap<>();

    public TimeText(String text, TimeLexicon lexicon, Language language) {
        this.points = text.codePoints().toArray();
        this.tokens = TimeTokenizer.cut(points, lexicon::knows);
        this.words = new TimeWord[tokens.size()][];
        for (int i = 0; i < tokens.size(); i++) {
            words[i] = lexicon.at(tokens, i).toArray(TimeWord[]::new);
        }
        this.russian = mostlyRussian(language);
        markQuoted();
    }

    /** Marks what stands in quotation marks within the text: other people's words. */
    private void markQuoted() {
        int open = -1;
        for (int i = 0; i < tokens.size(); i++) {
            boolean mark = tokens.get(i).kind() == TimeToken.Kind.SIGN && "\"«»“”„".contains(tokens.get(i).text());
            if (tokens.get(i).kind() == TimeToken.Kind.LINE) {
                open = -1;
            } else if (mark && open < 0) {
                open = i;
            } else if (mark) {
                if (open > 0 || i < tokens.size() - 1) {
                    quoted.set(open, i);
                }
                open = -1;
            }
        }
    }

    boolean isQuoted(int i) {
        return quoted.get(i);
    }

    private boolean mostlyRussian(Language language) {
        int balance = 0;
        for (int point : points) {
            Character.UnicodeScript script = point < 128 ? null : Character.UnicodeScript.of(point);
            balance += script == Character.UnicodeScript.CYRILLIC ? 1 : Character.isLetter(point) ? -1 : 0;
        }
        return balance == 0 ? language == Language.RU : balance > 0;
    }

    /** Whether most letters are Cyrillic; the scene's language decides a draw. */
    boolean russian() {
        return russian;
    }

    int size() {
        return tokens.size();
    }

    public TimeToken at(int i) {
        return i < 0 || i >= tokens.size() ? END : tokens.get(i);
    }

    /** The longest word of the kind that begins at the token, or null. */
    @Nullable
    TimeWord word(int i, String kind) {
        if (i < 0 || i >= words.length) {
            return null;
        }
        TimeWord best = null;
        for (TimeWord word : words[i]) {
            if (word.kind().equals(kind) && (best == null || word.length() > best.length())) {
                best = word;
            }
        }
        return best;
    }

    boolean is(int i, String kind) {
        return word(i, kind) != null;
    }

    /** The token after the longest word of the kind at {@code i}; {@code i} itself where there is none. */
    int skip(int i, String kind) {
        TimeWord word = word(i, kind);
        return word == null ? i : i + word.length();
    }

    /** The token after a word of the first of the kinds that is there; {@code i} where there is none. */
    int skipAny(int i, String... kinds) {
        int best = i;
        for (String kind : kinds) {
            best = Math.max(best, skip(i, kind));
        }
        return best;
    }

    /** Whether the lexicon says nothing of the token and it is no number: no phrase about time begins with it. */
    boolean isPlain(int i) {
        return at(i).isWord() && words[i].length == 0;
    }

    boolean sign(int i, String sign) {
        TimeToken token = at(i);
        return token.kind() == TimeToken.Kind.SIGN && token.text().equals(sign);
    }

    /** A sign with no space before it. */
    boolean glued(int i, String sign) {
        return sign(i, sign) && !at(i).spaced();
    }

    boolean text(int i, String text) {
        return at(i).text().equals(text);
    }

    /** Whether the phrase ends here: a sign other than a dash or percent and the like, a line's end, the text's end. */
    boolean edge(int i) {
        TimeToken token = at(i);
        return switch (token.kind()) {
            case END, LINE -> true;
            case SIGN -> ".,;:!?()[]»«\"-…+|→&".contains(token.text());
            case WORD, NUMBER -> false;
        };
    }

    /** Whether nothing is glued to the sign's other side, as in "at 5." or "(at 5)". */
    boolean edgeAfterSign(int i) {
        TimeToken next = at(i + 1);
        return next.spaced() || next.kind() == TimeToken.Kind.SIGN || next.kind() == TimeToken.Kind.LINE
                || next.kind() == TimeToken.Kind.END || (!sign(i, ".") && !sign(i, "-") && !sign(i, ",")
                        && !sign(i, ":") && !sign(i, "/") && !sign(i, "%") && next.isWord());
    }

    /** The words between two tokens, as written. */
    String words(int fromPoint, int untilPoint) {
        return new String(points, fromPoint, untilPoint - fromPoint);
    }

    /** Whether a word anywhere in the text is of the kind. */
    boolean has(String kind) {
        return has.computeIfAbsent(kind, this::isAnywhere);
    }

    private boolean isAnywhere(String kind) {
        for (int i = 0; i < tokens.size(); i++) {
            if (is(i, kind)) {
                return true;
            }
        }
        return false;
    }
}
