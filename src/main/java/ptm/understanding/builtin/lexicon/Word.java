package ptm.understanding.builtin.lexicon;

/**
 * A piece of an utterance: a word, a number or a mark.
 *
 * @param text  as written
 * @param plain lower case, ё as е, without apostrophes
 * @param stem  of the plain form; the plain form itself of numbers and marks
 * @param from  offset in chars, inclusive
 * @param until offset in chars, exclusive
 */
public record Word(String text, String plain, String stem, int from, int until) {

    public boolean isMark() {
        return !Character.isLetterOrDigit(plain.codePointAt(0));
    }

    public boolean isNumber() {
        return Character.isDigit(plain.charAt(0));
    }

    public boolean isComma() {
        return plain.equals(",") || plain.equals(";");
    }

    /** "battery's", which may say that a battery is or has something. */
    public boolean isContraction() {
        int size = text.length();
        return size > 3 && text.charAt(size - 1) == 's' && "'’ʼ`".indexOf(text.charAt(size - 2)) >= 0
                && plain.length() == size - 1;
    }

    /** Whether it ends a sentence. */
    public boolean isStop() {
        return switch (plain) {
            case ".", "!", "?", "\n", ":", "…", "(", ")" -> true;
            default -> false;
        };
    }

    public boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0)) && text.length() > 1
                && Character.isLowerCase(text.codePointAt(1));
    }

    public Word as(String other) {
        return new Word(text, other, Stems.of(other), from, until);
    }
}
