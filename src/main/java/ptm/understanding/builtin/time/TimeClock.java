package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A time on the clock as said.
 *
 * @param certain whether the half of the day was said or follows from the way it is written
 * @param nextDay whether it belongs to the day after the one named ("12 at night")
 */
record TimeClock(int hour, int minute, boolean certain, boolean nextDay) {

    static TimeClock sure(int hour, int minute) {
        return hour == 24 ? new TimeClock(0, minute, true, true) : new TimeClock(hour, minute, true, false);
    }

    /** An hour of which only context tells the half of the day: 12 is noon, 0 and 13 to 24 are sure. */
    static TimeClock bare(int hour, int minute) {
        return hour >= 1 && hour <= 11 ? new TimeClock(hour, minute, false, false) : sure(hour, minute);
    }

    /** Within a part of the day. */
    TimeClock in(TimePart part) {
        if (certain && hour != 12) {
            return this;
        }
        return switch (part) {
            case MORNING -> sure(hour == 12 ? 0 : hour, minute);
            case NOON, LUNCH, AFTERNOON, END_OF_DAY -> sure(hour <= 7 ? hour + 12 : hour, minute);
            case EVENING, TONIGHT -> hour == 12
                    ? new TimeClock(0, minute, true, true)
                    : sure(hour >= 3 ? hour + 12 : hour, minute);
            case NIGHT, MIDNIGHT -> hour == 12
                    ? new TimeClock(0, minute, true, true)
                    : sure(hour >= 7 ? hour + 12 : hour, minute);
        };
    }

    /** The usual half of the day: 1 to 6 after noon, 7 to 11 before. */
    TimeClock usual() {
        return certain ? this : sure(hour <= 6 ? hour + 12 : hour, minute);
    }

    TimeClock minus(int minutes) {
        int total = (hour * 60 + minute - minutes + 24 * 60) % (24 * 60);
        return new TimeClock(total / 60, total % 60, certain, nextDay);
    }

    LocalDateTime on(LocalDate day) {
        return (nextDay ? day.plusDays(1) : day).atTime(hour, minute);
    }

    int minuteOfDay() {
        return hour * 60 + minute + (nextDay ? 24 * 60 : 0);
    }
}
