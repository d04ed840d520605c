package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class TestBrowserIT {
    @Test
    void showsAPage() throws IOException {
        try (var browser = TestBrowser.open()) {
            var page = browser.browser().newPage();
            page.setContent("<title>A page</title><p>Hello");
            assertThat(page.title()).isEqualTo("A page");
        }
    }
}
