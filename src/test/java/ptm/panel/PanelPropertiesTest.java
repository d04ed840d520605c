package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelPropertiesTest {
    @Test
    void aPublicHttpsAddressMakesTheCookieSecureBehindAnyProxy() {
        assertThat(new PanelProperties("https://ptm.example.org/").isSecure()).isTrue();
        assertThat(new PanelProperties("http://localhost:8080").isSecure()).isFalse();
        assertThat(new PanelProperties(null).isSecure()).isFalse();
    }
}
