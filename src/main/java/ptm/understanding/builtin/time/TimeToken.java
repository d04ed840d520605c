package ptm.understanding.builtin.time;

/**
 * A word, a number or a sign.
 *
 * @param text   lower case, ё as е, all dashes as "-"
 * @param number its value, −1 where it is no number of up to nine digits
 * @param from   code point offset, inclusive
 * @param until  exclusive
 * @param spaced whether white space stands before it
 * @param capital whether its first letter is a capital
 */
public record TimeToken(Kind kind, String text, int number, int from, int until, boolean spaced, boolean capital) {

    enum Kind {
        WORD, NUMBER, SIGN, LINE, END
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether it begins with a digit: a number, or a word such as "20th". */
    boolean isDigital() {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    int digits() {
        return kind == Kind.NUMBER ? until - from : 0;
    }
}
