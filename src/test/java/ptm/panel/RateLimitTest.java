package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {
    private static final int PATIENCE = 10_000;

    private final RateLimit limit = new RateLimit();

    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() throws ServletException, IOException {
        MockHttpServletResponse answer = ask("192.0.2.1");
        for (int i = 0; i < PATIENCE && answer.getStatus() == 200; i++)
            answer = ask("192.0.2.1");
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(ask("192.0.2.2").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(String address) throws ServletException, IOException {
        // written so, it leads to the same route
        var request = new MockHttpServletRequest("POST", "/%61pi/session/claim");
        request.setServletPath("/api/session/claim");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
