package ptm.understanding.builtin.time;

import org.jspecify.annotations.Nullable;

/** Reads numbers: 5, 1.5, "twenty five", "двадцать третьего". */
final class TimeNumbers {

    private TimeNumbers() {}

    /** A number with or without a fraction. */
    static @Nullable TimeMatch<Double> any(TimeText text, int i) {
        int half = text.skip(i, "one_and_half");
        if (half > i) {
            return TimeMatch.of(1.5, half);
        }
        TimeMatch<Integer> whole = whole(text, i);
        if (whole == null) {
            return fraction(text, i);
        }
        int to = whole.to();
        boolean point = text.at(i).isNumber() && (text.glued(to, ".") || text.glued(to, ","))
                && text.at(to + 1).isNumber() && !text.at(to + 1).spaced() && text.at(to + 1).digits() <= 2;
        if (point) {
            double rest = text.at(to + 1).number() / Math.pow(10, text.at(to + 1).digits());
            return TimeMatch.of(whole.value() + rest, to + 2);
        }
        int and = text.skip(to, "and_a_half");
        return TimeMatch.of(whole.value() + (and > to ? 0.5 : 0), and);
    }

    private static @Nullable TimeMatch<Double> fraction(TimeText text, int i) {
        return switch (text.at(i).text()) {
            case "½" -> TimeMatch.of(0.5, i + 1);
            case "¼" -> TimeMatch.of(0.25, i + 1);
            default -> null;
        };
    }

    /** A whole number in digits or words, up to 99 in words. */
    static @Nullable TimeMatch<Integer> whole(TimeText text, int i) {
        if (text.at(i).isNumber()) {
            return text.at(i).number() < 0 ? null : TimeMatch.of(text.at(i).number(), i + 1);
        }
        TimeWord tens = text.word(i, "number");
        if (tens == null) {
            return null;
        }
        int next = i + tens.length();
        if (tens.number() >= 100) {
            TimeMatch<Integer> rest = text.is(text.skip(next, "and"), "number")
                    ? whole(text, text.skip(next, "and"))
                    : null;
            return rest == null || rest.value() >= 100
                    ? TimeMatch.of(tens.number(), next)
                    : TimeMatch.of(tens.number() + rest.value(), rest.to());
        }
        int ones = text.sign(next, "-") && !text.at(next).spaced() && !text.russian() ? next + 1 : next;
        TimeWord one = text.word(ones, "number");
        if (tens.number() >= 20 && tens.number() % 10 == 0 && one != null && one.number() >= 1 && one.number() <= 9) {
            return TimeMatch.of(tens.number() + one.number(), ones + one.length());
        }
        return TimeMatch.of(tens.number(), next);
    }

    /** An ordinal in words or digits with an ending: "5th", "5-го", "третьего", "twenty third". */
    static @Nullable TimeMatch<Integer> ordinal(TimeText text, int i) {
        TimeToken token = text.at(i);
        if (token.isNumber()) {
            int ending = text.glued(i + 1, "-") ? i + 2 : i + 1;
            boolean ended = !text.at(ending).spaced() && text.is(ending, "ordinal_ending");
            return token.number() >= 0 && ended ? TimeMatch.of(token.number(), ending + 1) : null;
        }
        TimeWord tens = text.word(i, "number");
        if (tens != null && (tens.number() == 20 || tens.number() == 30)) {
            int next = text.sign(i + 1, "-") ? i + 2 : i + 1;
            TimeWord one = text.word(next, "ordinal");
            return one != null && one.number() < 10 ? TimeMatch.of(tens.number() + one.number(), next + 1) : null;
        }
        TimeWord word = text.word(i, "ordinal");
        return word == null ? null : TimeMatch.of(word.number(), i + word.length());
    }
}
