package ptm.understanding.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's endpoint on loopback that answers every question by a script, as long as a real answer is, and says how many
 * tokens both came to.
 */
public final class CountingModel implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final OpenAiTokenCountEstimator TOKENS = new OpenAiTokenCountEstimator("gpt-4o");

    private static final String ABOUT =
            """
                    {"number":%d,"minutes":60,"impact":1,"risk":1,"stress":1,"apathy":1,"distraction":1,"discomfort":0,"novelty":1,
                    "dissonance":0,"physical":1,"intellectual":1,"motivational":1,"emotional":0,"social":1,"financial":0,
                    "riskReason":"The counter closes early on some days.","riskMitigation":"Ring before going there.",
                    "motivation":"Once this is done the papers are where they belong, nobody has to ask for them again, and the
                    fee for being late is not due. It also frees the drawer in the hall, which has been waiting for it since the
                    spring, and the next form of this kind takes half the time.","activities":[{"name":"organizing","reason":
                    "papers to sort"}],"contexts":[{"name":"home","reason":"the papers are there"}],"themes":[{"name":"documents",
                    "reason":"official papers"}],"steps":[{"title":"Gather the papers","minutes":15,"instruction":"Open the drawer
                    in the hall"},{"title":"Fill in the form","minutes":30,"instruction":""},{"title":"Hand it in","minutes":15,
                    "instruction":""}],"confidence":0.7}"""
                    .replace("\n", " ");

    private final HttpServer server;
    private final boolean seesDumps;

    /** @param seesDumps whether it takes messages for tasks or for requests */
    public CountingModel(boolean seesDumps) throws IOException {
        this.seesDumps = seesDumps;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String system = asked.at("/messages/0/content").asString();
        String user = asked.at("/messages/1/content").asString();
        JsonNode schema = asked.at("/response_format/json_schema");
        String content = JSON.writeValueAsString(schema.path("name").asString().equals("TasksAnswer")
                ? Map.of("tasks", aboutEach(between(user, "<tasks>", "</tasks>")))
                : message(between(user, "<message>", "</message>")));
        int in = TOKENS.estimateTokenCountInText(system + user + schema.path("schema"));
        int out = TOKENS.estimateTokenCountInText(content);
        byte[] body = JSON.writeValueAsBytes(Map.of("id", "1", "object", "chat.completion", "model", "scripted",
                "choices", List.of(Map.of("index", 0, "finish_reason", "stop", "message",
                        Map.of("role", "assistant", "content", content))),
                "usage", Map.of("prompt_tokens", in, "completion_tokens", out, "total_tokens", in + out)));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String between(String text, String from, String until) {
        int start = text.lastIndexOf(from);
        return text.substring(start + from.length(), text.lastIndexOf(until)).strip();
    }

    private Map<String, Object> message(String words) {
        List<String> lines = words.lines().filter(line -> !line.isBlank()).toList();
        if (seesDumps)
            return Map.of("intent", "CAPTURE", "drafts", lines.stream().map(line -> Map.of("title", line, "words", line,
                    "when", "", "details", "", "steps", List.of())).toList(), "edits", List.of());
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (String field : List.of("MINUTES", "INTELLECTUAL"))
            conditions.add(Map.of("field", field, "negated", false, "atLeast", -1, "atMost", 1, "names", List.of(),
                    "present", "ANY", "words", "", "from", "", "until", ""));
        return Map.of("intent", "REQUEST", "drafts", List.of(), "request", Map.of("conditions", conditions, "ways",
                List.of(), "evenLater", false, "order", List.of(), "limit", -1, "answer", "BEST", "unread", List.of()),
                "edits", List.of());
    }

    private static List<Object> aboutEach(String tasks) {
        List<Object> about = new ArrayList<>();
        for (int i = 1; i <= tasks.lines().filter(line -> !line.isBlank()).count(); i++)
            about.add(JSON.readTree(ABOUT.formatted(i)));
        return about;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
