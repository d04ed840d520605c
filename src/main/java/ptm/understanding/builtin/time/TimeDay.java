package ptm.understanding.builtin.time;

import java.time.LocalDate;

/**
 * A day as said.
 *
 * @param date   the day it names, from today
 * @param shape  how it was said
 * @param number the weekday, the day of the month
 * @param month  the month of MONTH_DAY, the ordinal (−1: last) of NTH_WEEKDAY
 */
record TimeDay(LocalDate date, Shape shape, int number, int month) {

    enum Shape {
        RELATIVE, WEEKDAY, MONTH_DAY, MONTH_NUMBER, NTH_WEEKDAY, FULL
    }

    static TimeDay relative(LocalDate date) {
        return new TimeDay(date, Shape.RELATIVE, 0, 0);
    }

    static TimeDay full(LocalDate date) {
        return new TimeDay(date, Shape.FULL, 0, 0);
    }
}
