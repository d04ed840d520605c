package ptm.understanding.builtin.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.account.TimesOfDay;

/**
 * When and where words about time are said.
 *
 * @param now      in the person's zone
 * @param language breaks ties such as 5/6; both vocabularies are read whatever it is
 * @param day      the day a headline above the text named ("Tomorrow:"), for a text that names none itself
 */
public record TimeScene(ZonedDateTime now, Language language, TimesOfDay times, @Nullable LocalDate day) {

    public TimeScene(ZonedDateTime now, Language language, TimesOfDay times) {
        this(now, language, times, null);
    }

    /** The same, under a headline that names a day. */
    TimeScene on(@Nullable LocalDate headline) {
        return new TimeScene(now, language, times, headline);
    }

    LocalDate today() {
        return now.toLocalDate();
    }
}
