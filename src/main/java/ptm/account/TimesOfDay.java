package ptm.account;

import java.time.LocalTime;

/** What a person means by the parts of a day, in their own zone. */
public record TimesOfDay(LocalTime morning, LocalTime noon, LocalTime lunch, LocalTime afternoon, LocalTime endOfDay,
        LocalTime evening, LocalTime tonight, LocalTime night) {

    public static final TimesOfDay DEFAULT = new TimesOfDay(LocalTime.of(9, 0), LocalTime.of(12, 0),
            LocalTime.of(13, 0), LocalTime.of(15, 0), LocalTime.of(18, 0), LocalTime.of(19, 0), LocalTime.of(20, 0),
            LocalTime.of(22, 0));
}
