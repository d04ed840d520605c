package ptm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SERVER_PORT           | eighty
            SERVER_PORT           | 65536
            PTM_PUBLIC_URL        | http://ptm.example
            PTM_PUBLIC_URL        | ptm.example
            PTM_BOOTSTRAP_TOKEN   | 0123456789012345678901234567890
            PTM_REGISTRATION      | everyone
            PTM_AI_URL            | localhost:11434
            PTM_AI_URL            | http://
            PTM_AI_TRANSCRIPTION_MODEL | whisper-1
            PTM_AI_TRANSCRIPTION_URL   | http://127.0.0.1:9000/v1
            PTM_AI_TRANSCRIPTION_URL   | localhost
            PTM_AI_TOKENS_A_DAY   | many
            PTM_AI_PRICE_IN       | -1
            PTM_AI_ALLOW_PRIVATE  | perhaps
            PTM_SECRET_KEY        | 0123456789012345678901234567890
            PTM_TELEGRAM_TOKEN    | not-a-token
            PTM_TELEGRAM_API_URL  | ftp://127.0.0.1
            PTM_TELEGRAM_API_URL  | http://127.0.0.1:8081/bots
            SPRING_DATASOURCE_URL | jdbc:h2:mem:x
            """)
    void aWrongSettingIsNamedInOneLine(String setting, String value) {
        assertThatThrownBy(() -> check(Map.of(setting, value))).isInstanceOf(WrongSetting.class)
                .hasMessageMatching(setting + ": expected [^\n]+");
    }

    @Test
    void aSecretIsNotRepeated() {
        assertThatThrownBy(() -> check(Map.of("PTM_BOOTSTRAP_TOKEN", "hunter2")))
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> check(Map.of("PTM_SECRET_KEY", "hunter2"))).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> check(Map.of("PTM_TELEGRAM_TOKEN", "hunter2"))).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> check(Map.of("PTM_AI_URL", "ftp://ann:hunter2@host")))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aHomeThatIsAFileIsRefused() throws java.io.IOException {
        var file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> check(Map.of("PTM_HOME", file.toString()))).isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("PTM_HOME: expected a folder");
    }

    @Test
    void withoutAPublicAddressOnlyThisMachineIsServed() {
        assertThat(check(Map.of()).getProperty("server.address")).isEqualTo("127.0.0.1");
        var open = check(Map.of("PTM_PUBLIC_URL", "https://ptm.example"));
        assertThat(open.getProperty("server.address")).isNull();
        assertThat(open.getProperty("server.forward-headers-strategy")).isEqualTo("native");
    }

    @Test
    void rightAndBlankSettingsPass() {
        check(Map.of("SERVER_PORT", "8080", "PTM_REGISTRATION", "open", "PTM_AI_URL", "http://127.0.0.1:11434/v1",
                "PTM_TELEGRAM_TOKEN", "123456:ABC-def_1", "PTM_PUBLIC_URL", "", "PTM_BOOTSTRAP_TOKEN", " "));
    }

    @Test
    void aVariableSetToNothingIsNotSet() {
        var settings = check(Map.of("PTM_AI_URL", "", "PTM_AI_MODEL", "some-model"));
        assertThat(settings.containsProperty("ptm.ai.url")).isFalse();
        assertThat(settings.getProperty("ptm.ai.model")).isEqualTo("some-model");
    }

    private StandardEnvironment check(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        sources.addLast(new SystemEnvironmentPropertySource("home-systemEnvironment",
                Map.of("PTM_HOME", home.resolve("made").toString())));
        ConfigurationPropertySources.attach(environment);
        new SettingsCheck().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
