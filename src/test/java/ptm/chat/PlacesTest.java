package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import ptm.account.Language;

class PlacesTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOW = Instant.parse("2026-11-23T09:03:00Z");

    @Test
    void citiesAreKnownInBothLanguages() {
        assertThat(Places.find("Berlin", NOW, UTC)).contains(ZoneId.of("Europe/Berlin"));
        assertThat(Places.find(" москва ", NOW, UTC)).contains(ZoneId.of("Europe/Moscow"));
        assertThat(Places.find("Нью-Йорк", NOW, UTC)).contains(ZoneId.of("America/New_York"));
    }

    @Test
    void aClockTellsTheZoneToTheNearestQuarter() {
        assertThat(Places.find("10:05", NOW, UTC)).contains(ZoneId.of("Europe/Berlin"));
        assertThat(Places.find("14:31", NOW, UTC)).contains(ZoneId.of("Asia/Kolkata"));
        assertThat(Places.find("1", NOW, UTC)).contains(ZoneId.of("America/Los_Angeles"));
        assertThat(Places.find("9:02", NOW, UTC)).contains(UTC);
    }

    @Test
    void whatIsNeitherIsNothing() {
        assertThat(Places.find("Atlantis", NOW, UTC)).isEmpty();
        assertThat(Places.find("25:10", NOW, UTC)).isEmpty();
    }

    @Test
    void aZoneIsNamedByItsCity() {
        assertThat(Places.name(ZoneId.of("Europe/Berlin"), Language.RU)).isEqualTo("Берлин");
    }
}
