package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeValue;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import ptm.task.When;

/**
 * What words before several tasks say of time for each of them.
 *
 * @param from char offset in the dump of the words that were read
 */
record Heading(TimeReading reading, int from) {

    /** The day it names, absent where it names none. */
    @Nullable
    LocalDate day(ZoneId zone) {
        return reading.due().map(TimeValue.Due::when).or(reading::start).map(when -> switch (when) {
            case When.Day(LocalDate date) -> date;
            case When.Moment moment -> moment.dayIn(zone);
        }).orElse(null);
    }
}
