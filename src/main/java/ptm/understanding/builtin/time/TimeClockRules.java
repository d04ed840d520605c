package ptm.understanding.builtin.time;

import org.jspecify.annotations.Nullable;

/** Reads times of the day: "3pm", "at 8", "в полседьмого", "без четверти пять", "half past twelve". */
final class TimeClockRules {

    private final TimeText text;

    TimeClockRules(TimeText text) {
        this.text = text;
    }

    /** @param cued whether a word such as "at" stands before it, so that a bare number is an hour */
    @Nullable
    TimeMatch<TimeClock> clock(int i, boolean cued) {
        TimeMatch<TimeClock> read = halves(i, cued);
        if (read == null) {
            read = distance(i, cued);
        }
        if (read == null) {
            read = without(i);
        }
        if (read == null && (cued || text.is(i, "clock_quarter"))) {
            read = intoHour(i);
        }
        if (read == null && cued) {
            read = withinHour(i);
        }
        if (read == null) {
            read = hours(i, cued);
        }
        return read == null ? null : withPart(read);
    }

    /** "полседьмого", "в половине первого", "half past twelve". */
    private @Nullable TimeMatch<TimeClock> halves(int i, boolean cued) {
        TimeWord word = text.word(i, "clock_half_word");
        if (word != null) {
            return TimeMatch.of(TimeClock.bare(word.number() == 1 ? 12 : word.number() - 1, 30), i + word.length());
        }
        TimeWord half = text.word(i, "clock_half");
        if (half == null) {
            return null;
        }
        int next = i + half.length();
        if (half.key().equals("half") && text.at(i).text().equals("half")) {
            boolean past = half.length() > 1;
            TimeMatch<Integer> hour = past || cued ? hour12(next) : null;
            return hour == null || text.is(hour.to(), "unit")
                    ? null
                    : TimeMatch.of(TimeClock.bare(hour.value(), 30), hour.to());
        }
        TimeMatch<Integer> hour = TimeNumbers.ordinal(text, next);
        return hour == null || hour.value() < 1 || hour.value() > 12
                ? null
                : TimeMatch.of(TimeClock.bare(hour.value() == 1 ? 12 : hour.value() - 1, 30), hour.to());
    }

    /** "quarter to 5", "ten past eight". */
    private @Nullable TimeMatch<TimeClock> distance(int i, boolean cued) {
        TimeWord quarter = text.word(i, "clock_quarter");
        TimeMatch<Integer> number = quarter != null
                ? TimeMatch.of(15, i + quarter.length())
                : cued ? TimeNumbers.whole(text, i) : null;
        if (number == null || number.value() < 1 || number.value() > 29) {
            return null;
        }
        int at = number.to();
        TimeWord unit = text.word(at, "unit");
        at = unit != null && unit.key().equals("minute") ? at + 1 : at;
        boolean past = text.is(at, "clock_past");
        if (!past && !text.is(at, "clock_to")) {
            return null;
        }
        TimeMatch<Integer> hour = hour12(at + 1);
        if (hour == null || text.is(hour.to(), "unit") || text.glued(hour.to(), ":")) {
            return null;
        }
        TimeClock full = TimeClock.bare(hour.value(), 0);
        TimeClock clock = past ? TimeClock.bare(hour.value(), number.value()) : before(full, number.value());
        return TimeMatch.of(clock, hour.to());
    }

    private static TimeClock before(TimeClock full, int minutes) {
        TimeClock shifted = full.hour() == 1 ? new TimeClock(12, 60 - minutes, true, false) : full.minus(minutes);
        return shifted.hour() >= 1 && shifted.hour() <= 11 ? TimeClock.bare(shifted.hour(), shifted.minute()) : shifted;
    }

    /** "без десяти восемь". */
    private @Nullable TimeMatch<TimeClock> without(int i) {
        if (!text.is(i, "clock_without")) {
            return null;
        }
        int at = text.skip(i + 1, "clock_quarter_of");
        TimeMatch<Integer> minutes = at > i + 1 ? TimeMatch.of(15, at) : TimeNumbers.whole(text, i + 1);
        if (minutes == null || minutes.value() < 1 || minutes.value() > 30) {
            return null;
        }
        int next = minutes.to();
        TimeWord unit = text.word(next, "unit");
        boolean named = unit != null && unit.key().equals("minute");
        TimeMatch<Integer> hour = hourWord(named ? next + 1 : next);
        return hour == null ? null : TimeMatch.of(before(TimeClock.bare(hour.value(), 0), minutes.value()), hour.to());
    }

    /** "в десять минут шестого", "в четверть шестого". */
    private @Nullable TimeMatch<TimeClock> intoHour(int i) {
        int quarter = text.skip(i, "clock_quarter");
        TimeMatch<Integer> minutes = quarter > i ? TimeMatch.of(15, quarter) : TimeNumbers.whole(text, i);
        if (minutes == null || minutes.value() < 1 || minutes.value() > 59) {
            return null;
        }
        int next = minutes.to();
        TimeWord unit = text.word(next, "unit");
        if (quarter == i && (unit == null || !unit.key().equals("minute"))) {
            return null;
        }
        TimeMatch<Integer> hour = intoOrdinal(quarter > i ? next : next + 1, "го");
        return hour == null
                ? null
                : TimeMatch.of(TimeClock.bare(hour.value(), minutes.value()), hour.to());
    }

    /** "в начале шестого", "в конце шестого", "в шестом часу". */
    private @Nullable TimeMatch<TimeClock> withinHour(int i) {
        boolean begin = text.is(i, "begin");
        if (begin || text.is(i, "end")) {
            TimeMatch<Integer> hour = text.russian() ? intoOrdinal(i + 1, "го") : null;
            return hour == null ? null : TimeMatch.of(TimeClock.bare(hour.value(), begin ? 0 : 50), hour.to());
        }
        TimeMatch<Integer> hour = intoOrdinal(i, "м");
        return hour == null || !text.text(hour.to(), "часу")
                ? null
                : TimeMatch.of(TimeClock.bare(hour.value(), 0), hour.to() + 1);
    }

    /** "шестого" as the hour that has begun: 5. */
    private @Nullable TimeMatch<Integer> intoOrdinal(int i, String ending) {
        TimeMatch<Integer> hour = text.at(i).text().endsWith(ending) ? TimeNumbers.ordinal(text, i) : null;
        return hour == null || hour.value() < 1 || hour.value() > 12 || text.is(hour.to(), "month")
                || text.is(hour.to(), "number_word") || text.is(hour.to(), "unit") && !text.text(hour.to(), "часу")
                        ? null
                        : TimeMatch.of(hour.value() == 1 ? 12 : hour.value() - 1, hour.to());
    }

    /** Numbers: "15:00", "3pm", "7 утра", "at 8", "at seven thirty". */
    private @Nullable TimeMatch<TimeClock> hours(int i, boolean cued) {
        TimeMatch<Integer> hour = hourWord(i);
        if (hour == null || (text.at(i).isNumber() && text.at(i).digits() > 2)) {
            return cued ? military(i) : null;
        }
        int next = hour.to();
        TimeMatch<TimeClock> exact = withMinutes(i, hour.value(), next, cued);
        if (exact != null) {
            return exact;
        }
        TimeMatch<TimeClock> meridiem = meridiem(hour.value(), 0, next);
        if (meridiem != null) {
            return meridiem;
        }
        TimeMatch<TimeClock> spelled = spelled(hour.value(), next, cued);
        if (spelled != null) {
            return spelled;
        }
        int ish = text.glued(next, "-") ? next + 1 : next;
        if (text.text(ish, "ish") && !text.at(ish).spaced() && !text.is(ish + 1, "unit") && hour.value() > 0) {
            return TimeMatch.of(TimeClock.bare(hour.value(), 0), ish + 1);
        }
        int named = text.skip(next, "oclock");
        TimeWord part = text.word(named, "day_part");
        if (part != null && (named > next || cued || !part.key().equals("afternoon"))) {
            return TimeMatch.of(TimeClock.bare(hour.value(), 0), named);
        }
        if (named > next && (cued || text.at(next).text().startsWith("o"))) {
            return blocked(named) ? null : TimeMatch.of(TimeClock.bare(hour.value(), 0), named);
        }
        return cued && !blocked(next) ? pair(i, hour.value(), next) : null;
    }

    /** "at 18h", "в 18 ч 30 мин", "в 18ч30". */
    private @Nullable TimeMatch<TimeClock> spelled(int hour, int next, boolean cued) {
        boolean glued = text.text(next, "h") && !text.at(next).spaced();
        if (!cued || !glued && !text.is(next, "oclock") || text.text(next, "ровно")) {
            return null;
        }
        TimeMatch<Integer> minute = TimeNumbers.whole(text, next + 1);
        TimeWord unit = minute == null ? null : text.word(minute.to(), "unit");
        boolean packed = minute != null && text.at(next + 1).digits() == 2 && !text.at(next + 1).spaced();
        if (minute != null && minute.value() < 60
                && (packed || unit != null && unit.key().equals("minute"))) {
            return TimeMatch.of(TimeClock.bare(hour, minute.value()), packed ? minute.to() : minute.to() + 1);
        }
        return glued && !text.at(next + 1).isNumber() ? TimeMatch.of(TimeClock.bare(hour, 0), next + 1) : null;
    }

    /** Whether a number with a dot can only be a time of the day: "7.45", "18.30". */
    boolean dotted(int i) {
        TimeToken minute = text.at(i + 2);
        boolean written = text.at(i).isNumber() && text.glued(i + 1, ".") && minute.digits() == 2 && !minute.spaced()
                && text.at(i).digits() <= 2 && text.at(i).number() <= 23;
        return written && minute.number() % 5 == 0 && minute.number() < 60
                && (minute.number() == 0 || minute.number() > 12 || !text.russian())
                && !text.is(i - 1, "not_before") && !text.is(i - 1, "money") && !text.is(i + 3, "money")
                && !text.is(i + 3, "unit") && !text.glued(i + 3, ".") && !text.is(i - 1, "approx");
    }

    /** "15:00", "at 7.30", "в 12-30"; with "am" or "pm" behind it if it has one. */
    private @Nullable TimeMatch<TimeClock> withMinutes(int i, int hour, int next, boolean cued) {
        if (!text.at(i).isNumber()) {
            return null;
        }
        TimeToken minute = text.at(next + 1);
        boolean two = minute.isNumber() && minute.digits() == 2 && minute.number() < 60 && !minute.spaced();
        boolean colon = text.glued(next, ":");
        boolean dot = cued && text.glued(next, ".") && !text.has("versioned");
        boolean dash =
                cued && text.russian() && text.glued(next, "-") && (minute.number() > 24 || minute.number() == 0);
        boolean letter = text.text(next, "h") && !text.at(next).spaced() && (cued || hour >= 13 && hour < 24);
        boolean verse = colon && !cued && (text.is(i - 1, "not_clock")
                || text.is(i - 1, "of") && text.is(i - 2, "not_clock")
                || text.is(i - 1, "book") && (minute.number() % 5 != 0 || text.has("reading")));
        boolean half = text.glued(next, ".") && text.is(next + 2, "meridiem") && !text.at(next + 2).spaced();
        if (!two || verse || (!colon && !dot && !dash && !letter && !half)) {
            return null;
        }
        int after = next + 2;
        if (dot && (text.glued(after, ".") && text.at(after + 1).isNumber() && !text.at(after + 1).spaced())) {
            return null;
        }
        if (text.glued(after, ":") && text.at(after + 1).digits() == 2 && !text.at(after + 1).spaced()) {
            after += 2;
        }
        TimeMatch<TimeClock> meridiem = meridiem(hour, minute.number(), after);
        if (meridiem != null) {
            return meridiem;
        }
        boolean exact = text.at(i).digits() == 2 || text.russian() || hour > 6 && !text.has("evening_meal");
        TimeClock clock = exact ? TimeClock.sure(hour, minute.number()) : TimeClock.bare(hour, minute.number());
        int named = text.skip(after, "oclock");
        return blockedByUnit(after) ? null : TimeMatch.of(soft(clock, named), named);
    }

    /** An hour written with minutes can still be moved by a part of the day said after it: "7:30 вечера". */
    private TimeClock soft(TimeClock clock, int next) {
        boolean part = text.is(next, "day_part") || text.is(next, "part_phrase");
        return part && clock.hour() >= 1 && clock.hour() <= 12
                ? new TimeClock(clock.hour(), clock.minute(),
                        clock.hour() == 12, false)
                : clock;
    }

    private @Nullable TimeMatch<TimeClock> meridiem(int hour, int minute, int at) {
        TimeWord half = text.word(at, "meridiem");
        if (half == null || hour < 1 || hour > 23 || !text.at(at - 1).isNumber() && text.at(at).text().length() < 2) {
            return null;
        }
        if (text.at(at).text().length() == 1 && half.length() == 1 && text.at(at).spaced()) {
            return null;
        }
        int clock = hour > 12 ? hour : half.key().equals("am") ? hour % 12 : hour % 12 + 12;
        int to = at + half.length();
        if (half.length() > 1 && text.glued(to, ".")) {
            to++;
        }
        return TimeMatch.of(TimeClock.sure(clock, minute), to);
    }

    /** "at 1530". */
    private @Nullable TimeMatch<TimeClock> military(int i) {
        TimeToken token = text.at(i);
        int minute = token.number() % 100;
        boolean valid = token.digits() == 4 && token.number() < 2400 && minute < 60 && minute % 5 == 0;
        int named = text.skip(i + 1, "oclock");
        return valid && (named > i + 1 || text.edge(i + 1) || token.number() < 1000)
                && !(token.number() >= 1900 && token.number() < 2100)
                        ? TimeMatch.of(TimeClock.sure(token.number() / 100, minute), named)
                        : null;
    }

    /** An hour alone, or with its minutes as a second number: "в семь тридцать". */
    private @Nullable TimeMatch<TimeClock> pair(int i, int hour, int next) {
        TimeMatch<Integer> minute = TimeNumbers.whole(text, next);
        boolean fits = minute != null && minute.value() >= 10 && minute.value() < 60 && text.at(next).spaced()
                && text.at(i).isNumber() == text.at(next).isNumber() && !blocked(minute.to())
                && !text.is(minute.to(), "month") && text.at(next).digits() != 4;
        if (minute != null && fits) {
            return TimeMatch.of(TimeClock.bare(hour, minute.value()), minute.to());
        }
        boolean zero = text.at(i).digits() == 2 && hour < 10;
        return TimeMatch.of(zero ? TimeClock.sure(hour, 0) : TimeClock.bare(hour, 0), next);
    }

    /** "в 7 вечера", "at 7 in the morning". */
    private TimeMatch<TimeClock> withPart(TimeMatch<TimeClock> read) {
        TimeWord part = text.word(read.to(), "day_part");
        if (part == null) {
            part = text.word(read.to(), "part_phrase");
            if (part != null && (part.key().equals("noon") || part.key().equals("lunch")
                    || part.key().equals("end_of_day") || text.at(read.to()).text().equals("на"))) {
                part = null;
            }
        }
        if (part == null) {
            return read;
        }
        TimePart named = TimePart.named(part.key());
        TimeClock clock = read.value();
        if (named == TimePart.TONIGHT || text.text(read.to(), "this") || text.text(read.to(), "после")
                || text.text(read.to(), "after")) {
            return read;
        }
        return TimeMatch.of(clock.in(named), read.to() + part.length());
    }

    private @Nullable TimeMatch<Integer> hour12(int i) {
        TimeMatch<Integer> hour = hourWord(i);
        return hour == null || hour.value() < 1 || hour.value() > 12 ? null : hour;
    }

    private @Nullable TimeMatch<Integer> hourWord(int i) {
        if (text.text(i, "час") || text.text(i, "часу") && text.text(i - 1, "к")) {
            return TimeMatch.of(1, i + 1);
        }
        TimeMatch<Integer> hour = TimeNumbers.whole(text, i);
        return hour == null || hour.value() > 24 ? null : hour;
    }

    /** Whether what follows makes the number before it no hour. */
    private boolean blocked(int next) {
        TimeToken token = text.at(next);
        boolean joined = token.kind() == TimeToken.Kind.SIGN && !token.spaced() && !text.at(next + 1).spaced()
                && !text.edgeAfterSign(next);
        return joined || blockedByUnit(next) || text.is(next, "glued_unit") && !token.spaced()
                || text.is(next, "ordinal_ending") && !token.spaced() || plural(token);
    }

    private boolean blockedByUnit(int next) {
        return text.is(next, "not_hour") || text.is(next, "unit") || text.is(next, "month");
    }

    /** "at 3 shops", "в 5 домах": a counted thing. */
    private static boolean plural(TimeToken token) {
        String word = token.text();
        boolean english = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("is")
                && !word.endsWith("us") && !word.endsWith("'s") && !word.endsWith("ews") && !word.endsWith("tes");
        boolean russian = word.length() > 4 && (word.endsWith("ах") || word.endsWith("ях"));
        return token.isWord() && (english || russian);
    }
}
