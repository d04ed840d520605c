package ptm.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ptm.account.Language;
import ptm.task.When;

/** How things are said to one person at one moment: their language, their zone, their today. */
record Wording(Phrases phrases, Language language, ZoneId zone, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK_PADDED = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    String text(String key) {
        return phrases.text(language, key);
    }

    String text(String key, Map<String, ?> arguments) {
        return phrases.text(language, key, arguments);
    }

    List<Span> line(String key) {
        return phrases.spans(language, key, Map.of());
    }

    List<Span> line(String key, Map<String, ?> arguments) {
        return phrases.spans(language, key, arguments);
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** «today», «Tue 1 Dec», and in another year «Tue 1 Dec 2027». */
    String day(LocalDate date) {
        long away = ChronoUnit.DAYS.between(today(), date);
        if (away >= -1 && away <= 1)
            return text(away == 0 ? "day.today" : away == 1 ? "day.tomorrow" : "day.yesterday");
        return calendarDay(date);
    }

    /** The day by its date, never by «today». */
    String calendarDay(LocalDate date) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("weekday", phrases.words(language, "day.weekdays")[date.getDayOfWeek().getValue() - 1]);
        parts.put("day", Integer.toString(date.getDayOfMonth()));
        parts.put("month", phrases.words(language, "day.months")[date.getMonthValue() - 1]);
        parts.put("year", Integer.toString(date.getYear()));
        return text(date.getYear() == today().getYear() ? "day.other" : "day.otherYear", parts);
    }

    /** «1 Dec», as short as a button needs it. */
    String shortDay(LocalDate date) {
        return text("day.short", Map.of("day", Integer.toString(date.getDayOfMonth()), "month",
                phrases.words(language, "day.months")[date.getMonthValue() - 1]));
    }

    String time(LocalTime time) {
        return CLOCK_PADDED.format(time);
    }

    String time(Instant instant) {
        return time(instant.atZone(zone).toLocalTime());
    }

    /** As a clock on a button: «9:00». */
    String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    /** A day, or a day and a time. */
    String moment(When when) {
        String day = day(when.dayIn(zone));
        return when instanceof When.Moment(Instant instant) ? day + ", " + time(instant) : day;
    }

    /** «💤 tomorrow»: out of sight until then; a midnight is a day. */
    String asleep(Instant until) {
        boolean isDay = until.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        return "💤 " + moment(isDay ? new When.Day(until.atZone(zone).toLocalDate()) : new When.Moment(until));
    }

    /** «2 h», «45 min», «1 h 30 min». */
    String minutes(int minutes) {
        String key = minutes < 60 ? "effort.minutes" : minutes % 60 == 0 ? "effort.hours" : "effort.both";
        return text(key, Map.of("h", Integer.toString(minutes / 60), "m", Integer.toString(minutes % 60)));
    }

    /** The same of a guess: «~20 min». */
    String minutes(int minutes, boolean said) {
        return said ? minutes(minutes) : text("guess", Map.of("value", minutes(minutes)));
    }

    String quoted(String title) {
        return text("quoted", Map.of("title", title));
    }

    String separator() {
        return text("list.separator");
    }
}
