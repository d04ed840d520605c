package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.account.TimesOfDay;
import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.filter.Moment;

/** Reads the days and times of a request: weekdays, months, days of a month, times on the clock, named stretches. */
public final class RequestDates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");

    private static final Map<String, Integer> TENS = Map.of("двадцать", 20, "тридцать", 30);
    private static final String[] ORDINALS =
            { "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят",
                "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат",
                "восемнадцат", "девятнадцат", "двадцат", "тридцат" };

    private final ZonedDateTime now;
    private final TimesOfDay times;
    private final List<Word> words;

    public RequestDates(ZonedDateTime now, TimesOfDay times, List<Word> words) {
        this.now = now;
        this.times = times;
        this.words = words;
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private ZoneId zone() {
        return now.getZone();
    }

    /** What a window of the lexicon means now. */
    Item.@Nullable Stretch named(String window, int from, int until) {
        if (window.startsWith("weekday:"))
            return weekday(Integer.parseInt(window.substring(8)), from, until);
        if (window.startsWith("month:"))
            return month(Integer.parseInt(window.substring(6)), from, until);
        if (window.startsWith("clock:"))
            return clock(partOfDay(window.substring(6)), from, until);
        if (window.startsWith("day:")) {
            String[] parts = window.substring(4).split("@");
            return part(today().plusDays(Integer.parseInt(parts[0])), parts[1], from, until);
        }
        if (FilterText.parse("due:" + window).where() instanceof Filter.Window(var field, Moment start, Moment end))
            return new Item.Stretch(start, end, false, back(window, from), from, until);
        throw new IllegalArgumentException("no window: " + window);
    }

    /** «на той неделе» is the next week to come, or the last that is gone. */
    private String back(String window, int from) {
        if (window.startsWith("week+5d"))
            return "1w";
        return window.startsWith("week+1w") && words.size() > from && words.get(from).plain().matches("та|той|ту")
                ? "2w"
                : "";
    }

    private Item.Stretch part(LocalDate day, String part, int from, int until) {
        LocalTime begin = part.equals("morning")
                ? LocalTime.of(5, 0)
                : part.equals("afternoon") ? times.noon() : times.endOfDay();
        ZonedDateTime start = day.atTime(begin).atZone(zone());
        ZonedDateTime end = part.equals("morning")
                ? day.atTime(times.noon()).atZone(zone())
                : part.equals("afternoon")
                        ? day.atTime(times.endOfDay()).atZone(zone())
                        : day.plusDays(1).atStartOfDay(zone()).minusSeconds(1);
        return new Item.Stretch(at(start), at(end), false, "", from, until);
    }

    static Moment at(ZonedDateTime moment) {
        return new Moment.At(moment.toOffsetDateTime());
    }

    private Item.Stretch weekday(int day, int from, int until) {
        LocalDate date = today().with(TemporalAdjusters.next(DayOfWeek.of(day)));
        return day(date, "1w", from, until);
    }

    private static Item.Stretch day(LocalDate date, String back, int from, int until) {
        return new Item.Stretch(new Moment.Day(date), new Moment.Day(date), false, back, from, until);
    }

    private Item.Stretch month(int month, int from, int until) {
        LocalDate first = today().withDayOfMonth(1).withMonth(month);
        if (month < today().getMonthValue())
            first = first.plusYears(1);
        return new Item.Stretch(new Moment.Day(first), new Moment.Day(first.plusMonths(1).minusDays(1)), false, "1y",
                from, until);
    }

    private LocalTime partOfDay(String name) {
        return switch (name) {
            case "morning" -> times.morning();
            case "noon" -> times.noon();
            case "lunch" -> times.lunch();
            case "afternoon" -> times.afternoon();
            case "endOfDay" -> times.endOfDay();
            case "evening" -> times.evening();
            case "tonight" -> times.tonight();
            case "night" -> times.night();
            default -> LocalTime.MIDNIGHT;
        };
    }

    /** A time of day, today; tomorrow if that is over. */
    Item.Stretch clock(LocalTime time, int from, int until) {
        ZonedDateTime at = today().atTime(time).atZone(zone());
        if (!at.isAfter(now))
            at = at.plusDays(1);
        return new Item.Stretch(at(at), at(at), true, "", from, until);
    }

    /** A day or time written with figures that begins at this word, or null. */
    Item.@Nullable Stretch read(int at, Map<String, Integer> months) {
        Word word = words.get(at);
        if (!word.isNumber())
            return word.plain().length() >= 6 && Stems.isCyrillic(word.plain())
                    ? ordinal(at, months)
                    : month(at, months);
        Item.Stretch found = iso(at);
        if (found == null)
            found = dayOfMonth(at, months);
        return found == null ? clockFigures(at) : found;
    }

    /** "первого июня", "двадцать пятого числа". */
    private Item.@Nullable Stretch ordinal(int at, Map<String, Integer> months) {
        Integer tens = TENS.get(words.get(at).plain());
        int last = tens == null ? at : at + 1;
        int day = last < words.size() ? ordinal(words.get(last).plain()) : 0;
        if (day == 0 || last + 1 >= words.size())
            return month(at, months);
        day += tens == null ? 0 : tens;
        Word after = words.get(last + 1);
        Integer month = months.get(after.stem());
        if (month != null)
            return next(month, day, at, last + 2);
        return after.stem().equals("числ") ? nearest(day, at, last + 2) : null;
    }

    private static int ordinal(String word) {
        for (int i = 0; i < ORDINALS.length; i++)
            if (word.startsWith(ORDINALS[i]) && (word.endsWith("ого") || word.endsWith("его") || word.endsWith("ому")
                    || word.endsWith("ему") || word.endsWith("ое") || word.endsWith("ье")))
                return i < 20 ? i + 1 : 30;
        return 0;
    }

    private Item.@Nullable Stretch month(int at, Map<String, Integer> months) {
        Integer month = months.get(words.get(at).stem());
        if (month == null || at + 1 >= words.size() || !words.get(at + 1).isNumber())
            return null;
        int day = number(words.get(at + 1).plain());
        if (day < 1 || day > 31)
            return null;
        boolean ordinal = at + 2 < words.size() && isOrdinalEnd(words.get(at + 2).plain());
        return next(month, day, at, at + (ordinal ? 3 : 2));
    }

    private Item.@Nullable Stretch iso(int at) {
        if (at + 4 >= words.size())
            return null;
        StringBuilder joined = new StringBuilder();
        for (int i = at; i < at + 5; i++)
            joined.append(words.get(i).plain());
        Matcher matcher = ISO.matcher(joined);
        try {
            return matcher.matches()
                    ? day(LocalDate.of(number(matcher.group(1)), number(matcher.group(2)),
                            number(matcher.group(3))), "", at, at + 5)
                    : null;
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    private Item.@Nullable Stretch dayOfMonth(int at, Map<String, Integer> months) {
        String[] figures = words.get(at).plain().split("[.]");
        int day = number(figures[0]);
        if (day < 1 || day > 31)
            return null;
        if (figures.length == 2 && figures[1].length() == 2 && number(figures[1]) >= 1 && number(figures[1]) <= 12)
            return next(number(figures[1]), day, at, at + 1);
        int after = at + 1;
        boolean ordinal = after < words.size() && isOrdinalEnd(words.get(after).plain());
        if (ordinal)
            after++;
        if (after < words.size() && words.get(after).plain().equals("of"))
            after++;
        Integer month = after < words.size() ? months.get(words.get(after).stem()) : null;
        if (month != null)
            return next(month, day, at, after + 1);
        if (after < words.size() && words.get(after).stem().equals("числ"))
            return nearest(day, at, after + 1);
        return ordinal ? nearest(day, at, at + 2) : null;
    }

    private static boolean isOrdinalEnd(String word) {
        return switch (word) {
            case "st", "nd", "rd", "th", "го", "е", "му", "ого" -> true;
            default -> false;
        };
    }

    private Item.@Nullable Stretch nearest(int day, int from, int until) {
        LocalDate month = today().withDayOfMonth(1);
        for (int i = 0; i < 3; i++) {
            LocalDate in = month.plusMonths(i);
            if (day <= in.lengthOfMonth() && !in.withDayOfMonth(day).isBefore(today()))
                return day(in.withDayOfMonth(day), "1mo", from, until);
        }
        return null;
    }

    private Item.@Nullable Stretch next(int month, int day, int from, int until) {
        try {
            LocalDate date = LocalDate.of(today().getYear(), month, day);
            return day(date.isBefore(today()) ? date.plusYears(1) : date, "1y", from, until);
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    private Item.@Nullable Stretch clockFigures(int at) {
        String figures = words.get(at).plain();
        String next = at + 1 < words.size() ? words.get(at + 1).plain() : "";
        Matcher matcher = CLOCK.matcher(figures);
        boolean half = next.equals("pm") || next.equals("вечера") || next.equals("дня");
        boolean named = half || next.equals("am") || next.equals("утра");
        if (!matcher.matches() && !(named && figures.matches("1?\\d")))
            return null;
        int hour = matcher.matches() ? number(matcher.group(1)) : number(figures);
        int minute = matcher.matches() ? number(matcher.group(2)) : 0;
        if (half && hour < 12)
            hour += 12;
        return clock(LocalTime.of(hour % 24, minute), at, at + (named ? 2 : 1));
    }

    /** The time that a bare hour means (CONTRACT §5). */
    Item.@Nullable Stretch bareHour(double hour, int from, int until) {
        int whole = (int) hour;
        if (whole != hour || whole < 0 || whole > 23)
            return null;
        LocalTime time = LocalTime.of(whole >= 1 && whole <= 6 ? whole + 12 : whole, 0);
        if (whole >= 7 && whole <= 11 && !time.isAfter(now.toLocalTime()))
            time = time.plusHours(12);
        return clock(time, from, until);
    }

    private static int number(String figures) {
        try {
            return Integer.parseInt(figures);
        } catch (NumberFormatException notWhole) {
            return -1;
        }
    }
}
