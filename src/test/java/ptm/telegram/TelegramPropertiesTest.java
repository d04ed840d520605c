package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.api.Test;

class TelegramPropertiesTest {

    @Test
    void withoutSettingsThereIsNoBotAndTelegramsOwnServer() {
        var unset = new TelegramProperties("", null);
        assertThat(unset.token()).isEmpty();
        assertThat(unset.server()).isEqualTo(URI.create("https://api.telegram.org"));
        assertThat(new TelegramProperties("", URI.create("")).server()).isEqualTo(unset.server());
    }

    @Test
    void theTokenIsNeverShown() {
        assertThat(new TelegramProperties("4711:secret", null)).hasToString(
                "TelegramProperties[bot 4711 at https://api.telegram.org]");
    }

    @Test
    void aWrongSettingIsNamed() {
        assertThatThrownBy(() -> new TelegramProperties("secret", null)).hasMessageContaining("PTM_TELEGRAM_TOKEN")
                .hasMessageNotContaining("secret\"");
        assertThatThrownBy(() -> new TelegramProperties("1:a", URI.create("localhost")))
                .hasMessageContaining("PTM_TELEGRAM_API_URL");
        assertThatThrownBy(() -> new TelegramProperties("1:a", URI.create("http://localhost:81/under/here")))
                .hasMessageContaining("PTM_TELEGRAM_API_URL");
    }
}
