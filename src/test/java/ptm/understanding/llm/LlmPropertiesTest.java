package ptm.understanding.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LlmPropertiesTest {
    private static LlmProperties bound(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        return new Binder(ConfigurationPropertySources.get(environment)).bindOrCreate("ptm.ai", LlmProperties.class);
    }

    @Test
    void hasSensibleDefaults() {
        var properties = bound(Map.of());
        assertThat(properties.url()).isNull();
        assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(properties.annotateTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(properties.failuresInARow()).isEqualTo(3);
        assertThat(properties.rest()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isSetByTheVariablesThatTheReadmeNames() {
        var properties = bound(Map.of("PTM_AI_URL", "http://host/v1", "PTM_AI_KEY", "k", "PTM_AI_MODEL", "big",
                "PTM_AI_FAST_MODEL", "small"));
        assertThat(properties.url()).hasToString("http://host/v1");
        assertThat(properties.model()).isEqualTo("big");
        assertThat(properties.readingModel()).isEqualTo("small");
        assertThat(bound(Map.of("PTM_AI_MODEL", "big")).readingModel()).isEqualTo("big");
    }

    @Test
    void neverShowsTheKey() {
        assertThat(bound(Map.of("PTM_AI_KEY", "sk-secret")).toString()).doesNotContain("secret");
    }
}
