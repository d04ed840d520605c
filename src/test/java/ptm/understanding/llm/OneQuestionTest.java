package ptm.understanding.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ptm.account.AiEndpoint;
import ptm.outbound.OutboundClient;
import ptm.understanding.EndpointTrial.Outcome;

class OneQuestionTest {
    private static final String WORKS = "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"pong\"}}]}";

    final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    final OneQuestion question = new OneQuestion(new OutboundClient(true));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private AiEndpoint endpoint(@Nullable String fast) {
        return new AiEndpoint(URI.create("http://127.0.0.1:" + server.port() + "/v1"), "deep", fast, "the-key");
    }

    private void answers(String model, int status, String body) {
        server.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .withRequestBody(matchingJsonPath("$.model", equalTo(model)))
                .willReturn(aResponse().withStatus(status).withBody(body).withHeader("Location", "/v1/elsewhere")));
    }

    @Test
    void anEndpointThatAnswersWorksAndIsAskedOnceWithItsKey() {
        answers("deep", 200, WORKS);
        assertThat(question.attempt(endpoint(null))).isEqualTo(Outcome.WORKS);
        assertThat(server.getAllServeEvents()).singleElement().satisfies(asked -> {
            assertThat(asked.getRequest().getHeader("Authorization")).isEqualTo("Bearer the-key");
            assertThat(asked.getRequest().getBodyAsString().length()).isLessThan(100);
        });
    }

    @Test
    void bothModelsAreTried() {
        answers("deep", 200, WORKS);
        answers("fast", 404, "{\"error\":{\"message\":\"no such model\"}}");
        assertThat(question.attempt(endpoint("fast"))).isEqualTo(Outcome.UNKNOWN_FAST_MODEL);
        assertThat(question.attempt(endpoint("deep"))).isEqualTo(Outcome.WORKS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"error":{"message":"Incorrect API key"}}             | WRONG_KEY
            403 | no                                                    | WRONG_KEY
            402 | {"error":{"message":"Insufficient credits"}}          | BUSY
            429 | slow down                                             | BUSY
            404 | {"error":{"code":"model_not_found"}}                  | UNKNOWN_MODEL
            400 | {"error":{"message":"deep is not a valid model ID"}}  | UNKNOWN_MODEL
            404 | <html>Not found</html>                                | NO_MODELS
            405 | no                                                    | NO_MODELS
            302 | moved                                                 | NO_MODELS
            200 | <html>Welcome</html>                                  | NO_MODELS
            200 | {"choices":[]}                                        | NO_MODELS
            500 | oops                                                  | UNREACHABLE
            503 | later                                                 | UNREACHABLE
            """)
    void whatIsWrongIsTold(int status, String body, Outcome outcome) {
        answers("deep", status, body);
        assertThat(question.attempt(endpoint(null))).isEqualTo(outcome);
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void whereNobodyListensNothingIsReached() {
        AiEndpoint gone = endpoint(null);
        server.stop();
        assertThat(question.attempt(gone)).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void withoutLeaveAPrivateAddressIsNotCalled() {
        answers("deep", 200, WORKS);
        assertThat(new OneQuestion(new OutboundClient(false)).attempt(endpoint(null))).isEqualTo(Outcome.NOT_HTTPS);
        assertThat(new OneQuestion(new OutboundClient(false))
                .attempt(new AiEndpoint(URI.create("https://127.0.0.1:" + server.port()), "deep", null, null)))
                .isEqualTo(Outcome.NOT_PUBLIC);
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
