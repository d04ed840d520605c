package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

import ptm.account.TimesOfDay;

/** A part of the day with a usual time. */
enum TimePart {
    MORNING, NOON, LUNCH, AFTERNOON, END_OF_DAY, EVENING, TONIGHT, NIGHT, MIDNIGHT;

    static TimePart named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    LocalTime in(TimesOfDay times) {
        return switch (this) {
            case MORNING -> times.morning();
            case NOON -> times.noon();
            case LUNCH -> times.lunch();
            case AFTERNOON -> times.afternoon();
            case END_OF_DAY -> times.endOfDay();
            case EVENING -> times.evening();
            case TONIGHT -> times.tonight();
            case NIGHT -> times.night();
            case MIDNIGHT -> LocalTime.MIDNIGHT;
        };
    }

    /** Its moment on a day; midnight ends the day. */
    LocalDateTime on(LocalDate day, TimesOfDay times) {
        return (this == MIDNIGHT ? day.plusDays(1) : day).atTime(in(times));
    }
}
