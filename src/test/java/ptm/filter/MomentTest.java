package ptm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Moments.Bounds resolve(String moment, String now, ZoneId zone) {
        return Moments.resolve(Moment.parse(moment), ZonedDateTime.parse(now).toInstant(), zone);
    }

    @ParameterizedTest
    @CsvSource({ "today,2026-11-24T00:00+01:00,2026-11-25T00:00+01:00",
        "today+7d,2026-12-01T00:00+01:00,2026-12-02T00:00+01:00",
        "week,2026-11-23T00:00+01:00,2026-11-24T00:00+01:00",
        "week+1w,2026-11-30T00:00+01:00,2026-12-01T00:00+01:00",
        "month,2026-11-01T00:00+01:00,2026-11-02T00:00+01:00",
        "month+1mo-1d,2026-11-30T00:00+01:00,2026-12-01T00:00+01:00",
        "2026-10-25,2026-10-25T00:00+02:00,2026-10-26T00:00+01:00" })
    void aDayIsAllOfItInTheZone(String moment, String from, String until) {
        Moments.Bounds bounds = resolve(moment, "2026-11-24T10:00+01:00", BERLIN);
        assertThat(bounds.from()).isEqualTo(ZonedDateTime.parse(from).toInstant());
        assertThat(bounds.until()).isEqualTo(ZonedDateTime.parse(until).toInstant());
    }

    @ParameterizedTest
    @CsvSource({ "now,2026-11-24T10:00+01:00", "now+2h,2026-11-24T12:00+01:00", "now-90m,2026-11-24T08:30+01:00",
        "today+9h,2026-11-24T09:00+01:00", "now+1d,2026-11-25T10:00+01:00",
        "2026-11-24T10:00:00+03:00,2026-11-24T08:00+01:00" })
    void aPointOnTheClockIsOneTick(String moment, String at) {
        Moments.Bounds bounds = resolve(moment, "2026-11-24T10:00+01:00", BERLIN);
        assertThat(bounds.from()).isEqualTo(ZonedDateTime.parse(at).toInstant());
        assertThat(bounds.until()).isEqualTo(bounds.from().plus(Moments.TICK));
    }

    @Test
    void aMonthAfterTheLastOfJanuaryIsTheLastOfFebruary() {
        assertThat(resolve("today+1mo", "2027-01-31T10:00+01:00", BERLIN).from())
                .isEqualTo(Instant.parse("2027-02-27T23:00:00Z"));
        assertThat(resolve("today+1mo", "2028-01-31T10:00+01:00", BERLIN).from())
                .isEqualTo(Instant.parse("2028-02-28T23:00:00Z"));
    }

    @Test
    void stepsAreTakenInTheirOrder() {
        assertThat(resolve("today+1mo+1d", "2027-01-31T10:00+01:00", BERLIN).from())
                .isEqualTo(Instant.parse("2027-02-28T23:00:00Z"));
        assertThat(resolve("today+1d+1mo", "2027-01-31T10:00+01:00", BERLIN).from())
                .isEqualTo(Instant.parse("2027-02-28T23:00:00Z"));
        assertThat(resolve("today-1d+1mo", "2027-01-31T10:00+01:00", BERLIN).from())
                .isEqualTo(Instant.parse("2027-02-27T23:00:00Z"));
    }

    @Test
    void daysMoveTheCalendarAndHoursTheClockOverTheChangeOfTime() {
        String eve = "2026-10-24T12:00+02:00";
        assertThat(resolve("now+1d", eve, BERLIN).from()).isEqualTo(Instant.parse("2026-10-25T11:00:00Z"));
        assertThat(resolve("now+24h", eve, BERLIN).from()).isEqualTo(Instant.parse("2026-10-25T10:00:00Z"));
        Moments.Bounds longDay = resolve("today+1d", eve, BERLIN);
        assertThat(longDay.until()).isEqualTo(longDay.from().plusSeconds(25 * 3600));
        Moments.Bounds shortDay = resolve("2026-03-29", eve, BERLIN);
        assertThat(shortDay.until()).isEqualTo(shortDay.from().plusSeconds(23 * 3600));
    }

    @Test
    void aDayThatHasNoMidnightBeginsAtItsFirstMoment() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        assertThat(resolve("2026-03-29", "2026-03-29T12:00+03:00", beirut).from())
                .isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "today+", "today+1", "today+1y", "today 1d", "2026-13-01", "2026-2-1",
        "2026-11-24T10:00", "+2026-11-24", "0000-01-01", "today+1000000d", "24.11.2026", "now()" })
    void otherTextNamesNoMoment(String text) {
        assertThat(Moments.find(text)).isNull();
    }

    @Test
    void theFarthestStepStillIsSomewhere() {
        assertThat(resolve("now" + "+999999mo".repeat(50), "2026-11-24T10:00+01:00", BERLIN).from())
                .isBefore(Instant.parse("9999-12-31T00:00:00Z"));
        assertThat(resolve("today" + "-999999mo".repeat(50), "2026-11-24T10:00+01:00", BERLIN).from())
                .isAfter(Instant.parse("0001-01-01T00:00:00Z"));
    }
}
