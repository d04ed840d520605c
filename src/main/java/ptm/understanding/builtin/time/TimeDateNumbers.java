package ptm.understanding.builtin.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/** Reads dates written in digits, and days of the month: "2026-12-18", "15.03.2027", "3/15", "the 5th", "до 15-го". */
final class TimeDateNumbers {

    private final TimeText text;
    private final LocalDate today;
    private final boolean versioned;

    TimeDateNumbers(TimeText text, LocalDate today) {
        this.text = text;
        this.today = today;
        this.versioned = text.has("versioned");
    }

    @Nullable
    TimeMatch<TimeDay> date(int i, boolean cued) {
        if (!text.at(i).isNumber() || text.is(i - 1, "not_before") || joinedBefore(i)) {
            return null;
        }
        String sign = text.at(i + 1).text();
        boolean known = sign.equals("-") || sign.equals(".") || sign.equals("/");
        if (!known || text.at(i + 1).spaced() || text.at(i + 2).spaced() || !text.at(i + 2).isNumber()) {
            return null;
        }
        int first = text.at(i).number();
        int second = text.at(i + 2).number();
        boolean three = text.glued(i + 3, sign) && text.at(i + 4).isNumber() && !text.at(i + 4).spaced();
        int third = three ? text.at(i + 4).number() : -1;
        if (three && text.at(i).digits() == 4) {
            return full(first, second, third, iso(i + 5));
        }
        if (three && text.at(i + 4).digits() != 4 && text.at(i + 4).digits() != 2) {
            return null;
        }
        boolean monthFirst = sign.equals("/") && first <= 12 && (second > 12 || !text.russian());
        int day = monthFirst ? second : first;
        int month = monthFirst ? first : second;
        if (three) {
            return full(third < 100 ? 2000 + third : third, month, day, text.skip(i + 5, "year_word"));
        }
        return sign.equals("-") || joinedAfter(i + 3) ? null : yearless(i, day, month, sign, cued);
    }

    /** The "T" of an ISO date-time is no word. */
    private int iso(int to) {
        return text.text(to, "t") && !text.at(to).spaced() && text.at(to + 1).isNumber() ? to + 1 : to;
    }

    private @Nullable TimeMatch<TimeDay> yearless(int i, int day, int month, String sign, boolean cued) {
        int to = i + 3;
        boolean twoDigits = text.at(i + 2).digits() == 2;
        boolean timed = sign.equals("/") && Math.max(day, month) > 12 && text.is(to, "at")
                && text.at(to + 1).isNumber();
        boolean plain = timed || sign.equals(".") && twoDigits && text.russian()
                || sign.equals("/") && twoDigits && text.at(i).digits() == 2 && Math.max(day, month) <= 31
                        && (text.at(i + 2).text().startsWith("0") || text.at(i).text().startsWith("0"));
        if (!cued && !plain || versioned || sign.equals(".") && !twoDigits && !text.russian() || text.is(to, "not_hour")
                || text.is(to, "unit") || text.is(to, "meridiem")) {
            return null;
        }
        int after = text.glued(to, ".") && !text.at(to + 1).isNumber() && twoDigits && sign.equals(".")
                && !text.edge(to + 1) ? to + 1 : to;
        try {
            return TimeMatch.of(new TimeDay(next(month, day), TimeDay.Shape.MONTH_DAY, day, month), after);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The next such date that is not past; of 29 February in a leap year. */
    LocalDate next(int month, int day) {
        LocalDate leap = LocalDate.of(2028, month, day);
        LocalDate date = leap.withYear(today.getYear());
        LocalDate next = date.isBefore(today) ? leap.withYear(today.getYear() + 1) : date;
        for (int years = 1; next.getDayOfMonth() != day && years < 9; years++) {
            next = leap.withYear(today.getYear() + years);
        }
        return next;
    }

    private static @Nullable TimeMatch<TimeDay> full(int year, int month, int day, int to) {
        try {
            return year < 1900 || year > 2199
                    ? null
                    : TimeMatch.of(TimeDay.full(LocalDate.of(year, month, day)), to);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private boolean joinedBefore(int i) {
        TimeToken before = text.at(i - 1);
        return i > 0 && !text.at(i).spaced() && !before.text().equals("(") && before.kind() == TimeToken.Kind.SIGN
                && !before.text().equals("\"") && !before.text().equals("«") && !before.text().equals(":");
    }

    private boolean joinedAfter(int to) {
        TimeToken token = text.at(to);
        boolean sign = token.kind() == TimeToken.Kind.SIGN && !token.spaced() && text.at(to + 1).isNumber()
                && !text.at(to + 1).spaced();
        return sign || (token.isWord() && !token.spaced());
    }

    /** A day of the month alone: "the 5th", "5-го числа", "двадцать третьего". */
    @Nullable
    TimeMatch<TimeDay> ordinalDay(int i, boolean cued) {
        TimeMatch<Integer> day = TimeNumbers.ordinal(text, i);
        int numeral = i;
        boolean article = text.is(i, "the") && text.text(i, "the");
        if (day == null && article) {
            numeral = i + 1;
            day = TimeNumbers.ordinal(text, numeral);
        }
        if (day == null) {
            TimeMatch<Integer> plain = TimeNumbers.whole(text, i);
            day = plain != null && text.is(plain.to(), "number_word") ? plain : null;
        }
        if (day == null || day.value() < 1 || day.value() > 31) {
            return null;
        }
        int named = text.skip(day.to(), "number_word");
        TimeMatch<TimeDay> ofMonth = ofMonth(day.value(), named);
        if (ofMonth != null) {
            return ofMonth;
        }
        if (named == day.to() && !free(numeral, day.to(), cued || article && text.edge(day.to()))) {
            return null;
        }
        LocalDate date = next(day.value());
        return TimeMatch.of(new TimeDay(date, TimeDay.Shape.MONTH_NUMBER, day.value(), 0), named);
    }

    /** "2nd of next month", "25-го числа следующего месяца". */
    private @Nullable TimeMatch<TimeDay> ofMonth(int day, int i) {
        int at = text.skip(i, "of");
        int next = text.skip(text.skip(at, "the"), "next");
        TimeWord unit = text.word(next, "unit");
        YearMonth month = YearMonth.from(today).plusMonths(1);
        boolean said = text.is(next - 1, "next") && next > i && unit != null && unit.key().equals("month");
        return said && month.isValidDay(day)
                ? TimeMatch.of(TimeDay.full(month.atDay(day)), next + 1)
                : null;
    }

    /** Whether an ordinal names a day: by its cue, its digits, and by no thing standing after it. */
    private boolean free(int i, int to, boolean cued) {
        TimeToken next = text.at(to);
        if (text.is(to, "not_day") || text.is(to, "weekday") || text.is(to, "unit")) {
            return false;
        }
        boolean digits = text.at(i).isNumber();
        String ending = text.at(to - 1).text();
        boolean russian = text.russian();
        boolean form = !russian || ending.endsWith("го") || ending.endsWith("му") || ending.endsWith("е")
                || ending.endsWith("ое") || ending.equals("го");
        boolean open = text.edge(to) || verbal(next) || text.is(to, "adverb") || text.is(to, "at")
                || text.is(to, "part_phrase")
                || next.isNumber() && text.glued(to + 1, ":");
        if (russian) {
            boolean compound = !digits && text.is(i, "number");
            boolean starts = text.edge(i - 1) && ending.endsWith("го");
            return form && (open || digits && cued) && (cued || compound || digits || starts && open)
                    && !(digits && !cued && !ending.equals("го"));
        }
        boolean written = text.at(i).isDigital()
                && (text.at(i).number() > 4 || text.at(i).text().length() > 3 || next.capital());
        return cued && (written || digits || text.edge(to) || open);
    }

    /** Whether a word can follow a date and not a counted noun: an infinitive, a preposition, a conjunction. */
    static boolean verbal(TimeToken token) {
        String word = token.text();
        boolean infinitive = word.length() > 3 && (word.endsWith("ть") || word.endsWith("ться") || word.endsWith("ти")
                || word.endsWith("тись") || word.endsWith("чь"));
        return infinitive || switch (word) {
            case "и", "а", "но", "в", "во", "на", "у", "к", "с", "за", "надо", "нужно", "или", "по", "для", "and", "to",
                    "at", "in", "with", "for", "but", "or", "i", "we", "if", "please", "so", "then" -> true;
            default -> false;
        };
    }

    private LocalDate next(int day) {
        LocalDate month = today.withDayOfMonth(1);
        for (int i = 0; i < 13; i++) {
            LocalDate first = month.plusMonths(i);
            if (day <= first.lengthOfMonth() && !first.withDayOfMonth(day).isBefore(today)) {
                return first.withDayOfMonth(day);
            }
        }
        return today;
    }
}
