package ptm.understanding.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import tools.jackson.databind.json.JsonMapper;

/** A model's endpoint on loopback that says what a test tells it to, and remembers what it was asked. */
public final class ModelServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true).bindAddress("127.0.0.1"));

    public ModelServer() {
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /** Answers every question with this content. */
    public void says(String content) {
        reply(completion(Map.of("role", "assistant", "content", content)));
    }

    /** Answers questions about a message with this content; those about tasks as before. */
    public void reads(String content) {
        saysWhenAsked("MessageAnswer", content);
    }

    /** Answers questions about tasks with this content; those about a message as before. */
    public void annotates(String content) {
        saysWhenAsked("TasksAnswer", content);
    }

    /** Hears these words in every recording; nothing else changes. */
    public void hears(String words) {
        server.stubFor(post(urlEqualTo("/v1/audio/transcriptions")).willReturn(aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(JSON.writeValueAsString(Map.of("text", words)))));
    }

    /** Fails with this status whenever it is to listen; nothing else changes. */
    public void isDeaf(int status) {
        server.stubFor(post(urlEqualTo("/v1/audio/transcriptions")).willReturn(aResponse().withStatus(status)));
    }

    /** The bodies of what it was to listen to, in order. */
    public List<String> listened() {
        return server.findAll(com.github.tomakehurst.wiremock.client.WireMock
                .postRequestedFor(urlEqualTo("/v1/audio/transcriptions"))).stream()
                .map(LoggedRequest::getBodyAsString).toList();
    }

    private void saysWhenAsked(String schema, String content) {
        server.stubFor(post(urlEqualTo("/v1/chat/completions")).withRequestBody(containing(schema))
                .willReturn(completion(Map.of("role", "assistant", "content", content))));
    }

    /** Does what is named: {@code 429}, {@code 500}, {@code garbage}, {@code nothing}, {@code slow} and so on. */
    public void misbehaves(String how) {
        reply(switch (how) {
            case "garbage" -> completion(Map.of("role", "assistant", "content", "Sure! {\"intent\": \"CAPT"));
            case "empty content" -> completion(Map.of("role", "assistant", "content", ""));
            case "refusal" -> completion(Map.of("role", "assistant", "refusal", "I cannot help with that."));
            case "no choices" -> aResponse().withHeader("Content-Type", "application/json")
                    .withBody("{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[]}");
            case "nothing" -> aResponse().withStatus(200);
            case "html" -> aResponse().withHeader("Content-Type", "text/html").withBody("<html>Bad gateway</html>");
            case "reset" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case "cut" -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
            case "slow" -> completion(Map.of("role", "assistant", "content", "{}")).withFixedDelay(20_000);
            case "dripping" -> completion(Map.of("role", "assistant", "content", "{}"))
                    .withChunkedDribbleDelay(20, 20_000);
            case "wrong enum" -> completion(Map.of("role", "assistant", "content", "{\"intent\":\"DANCE\"}"));
            case "nonsense" -> completion(Map.of("role", "assistant", "content", "flim flam zorp ".repeat(10_000)));
            case "endless" ->
                    completion(Map.of("role", "assistant", "content", "{\"intent\":\"" + "x".repeat(3_000_000)));
            case "half" ->
                    aResponse().withHeader("Content-Type", "application/json").withHeader("Content-Length", "900")
                            .withBody("{\"choices\":[{\"message\":{\"content\":\"{");
            case "null intent" -> completion(Map.of("role", "assistant", "content", "{\"intent\":null}"));
            default -> aResponse().withStatus(Integer.parseInt(how)).withHeader("Retry-After", "60")
                    .withBody("{\"error\":{\"message\":\"" + how + "\"}}");
        });
    }

    /** Sends the first question away for so many seconds, and answers the next ones with this content. */
    public void isBusyOnce(String seconds, String content) {
        server.resetAll();
        server.stubFor(any(anyUrl()).inScenario("busy").willReturn(aResponse().withStatus(429)
                .withHeader("Retry-After", seconds)).willSetStateTo("free"));
        server.stubFor(any(anyUrl()).inScenario("busy").whenScenarioStateIs("free")
                .willReturn(completion(Map.of("role", "assistant", "content", content))));
    }

    /** Refuses every form of answer but {@code json_object} or {@code text}, and answers that with this content. */
    public void knowsOnly(String form, String content) {
        reply(aResponse().withStatus(400).withBody("{\"error\":{\"message\":\"unknown response_format\"}}"));
        var known = post(urlEqualTo("/v1/chat/completions"));
        if (form.equals("text"))
            known.withRequestBody(notContaining("\"json_object\"")).withRequestBody(notContaining("\"json_schema\""));
        else
            known.withRequestBody(containing("\"json_object\""));
        server.stubFor(known.willReturn(completion(Map.of("role", "assistant", "content", content))));
    }

    /** Refuses what names these parameters, as newer models do, and answers the rest with this content. */
    public void refuses(String content, String... parameters) {
        says(content);
        for (String parameter : parameters)
            server.stubFor(post(urlEqualTo("/v1/chat/completions")).withRequestBody(containing("\"" + parameter + "\""))
                    .willReturn(aResponse().withStatus(400).withBody(
                            "{\"error\":{\"message\":\"Unsupported parameter: '" + parameter + "'\"}}")));
    }

    private void reply(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder completion(Map<String, String> message) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(JSON.writeValueAsString(Map.of("id",
                "1", "object", "chat.completion", "created", 0, "model", "scripted", "choices",
                List.of(Map.of("index", 0, "finish_reason", "stop", "message", message)), "usage",
                Map.of("prompt_tokens", 10, "completion_tokens", 5, "total_tokens", 15))));
    }

    /** The bodies it was sent, in order. */
    public List<String> asked() {
        return server.findAll(com.github.tomakehurst.wiremock.client.WireMock
                .postRequestedFor(urlEqualTo("/v1/chat/completions"))).stream().map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** What it was asked about this: the bodies that hold these words. */
    public List<String> askedAbout(String words) {
        return asked().stream().filter(body -> body.contains(words)).toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
