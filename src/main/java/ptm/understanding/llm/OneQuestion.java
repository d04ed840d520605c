package ptm.understanding.llm;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import ptm.account.AiEndpoint;
import ptm.outbound.OutboundClient;
import ptm.outbound.RefusedAddress;
import ptm.understanding.EndpointTrial;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tries an endpoint by the smallest question there is, by our own client: what the library throws tells too little. */
@Component
final class OneQuestion implements EndpointTrial {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundClient client;

    OneQuestion(OutboundClient client) {
        this.client = client;
    }

    @Override
    public Outcome attempt(AiEndpoint endpoint) {
        Outcome outcome = attempt(endpoint, endpoint.model());
        if (outcome != Outcome.WORKS || endpoint.fastModel() == null
                || endpoint.fastModel().equals(endpoint.model()))
            return outcome;
        Outcome fast = attempt(endpoint, endpoint.fastModel());
        return fast == Outcome.UNKNOWN_MODEL ? Outcome.UNKNOWN_FAST_MODEL : fast;
    }

    private Outcome attempt(AiEndpoint endpoint, String model) {
        String question = JSON.writeValueAsString(
                Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", "ping"))));
        Map<String, List<String>> headers = new LinkedHashMap<>(Map.of("Content-Type", List.of("application/json")));
        if (endpoint.key() != null)
            headers.put("Authorization", List.of("Bearer " + endpoint.key()));
        try {
            return judge(client.post(URI.create(endpoint.url() + "/chat/completions"), headers, question, PATIENCE));
        } catch (RefusedAddress refused) {
            return switch (refused.reason()) {
                case MALFORMED -> Outcome.MALFORMED;
                case NOT_HTTPS -> Outcome.NOT_HTTPS;
                case NOT_PUBLIC -> Outcome.NOT_PUBLIC;
            };
        } catch (IOException | IllegalArgumentException unreachable) {
            return Outcome.UNREACHABLE;
        }
    }

    private static Outcome judge(OutboundClient.Answer answer) {
        return switch (answer.status()) {
            case 200 -> hasChoice(answer.body()) ? Outcome.WORKS : Outcome.NO_MODELS;
            case 401, 403 -> Outcome.WRONG_KEY;
            case 402, 429 -> Outcome.BUSY;
            case 400, 404, 422 -> isAboutModel(answer.body()) ? Outcome.UNKNOWN_MODEL : Outcome.NO_MODELS;
            default -> answer.status() >= 500 ? Outcome.UNREACHABLE : Outcome.NO_MODELS;
        };
    }

    private static boolean hasChoice(String body) {
        try {
            return JSON.readTree(body).path("choices").path(0).has("message");
        } catch (JacksonException _) {
            return false;
        }
    }

    private static boolean isAboutModel(String body) {
        return body.toLowerCase(Locale.ROOT).contains("model");
    }
}
