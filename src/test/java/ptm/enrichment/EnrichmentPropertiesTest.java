package ptm.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EnrichmentPropertiesTest {
    @Test
    void triesForAboutAQuarterOfAnHour() {
        var properties = new Binder(new MapConfigurationPropertySource()).bindOrCreate("ptm.enrichment",
                EnrichmentProperties.class);
        assertThat(properties.tries()).isEqualTo(5);
        assertThat(properties.atOnce()).isEqualTo(16);
        assertThat(java.util.stream.IntStream.range(1, 5).mapToObj(properties::pauseAfter)).containsExactly(
                Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(9));
    }
}
