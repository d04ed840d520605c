package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccessTokens;
import ptm.account.TestAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PanelTest
class ChatControllerIT {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;

    Caller ann;

    @BeforeEach
    void aNewPerson() {
        ann = new Caller(port, tokens.create(TestAccounts.member(db), "test").secret());
    }

    @Test
    void wordsBecomeATaskAndAPressTakesItBack() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Sockets.open(port, ann.post("/api/ws-ticket", "").json().get("ticket").asString(), heard);
        var said = ann.post("/api/chat", "{\"text\": \"buy cat food\"}");
        assertThat(said.status()).isEqualTo(202);
        JsonNode told = next(heard, "chat.message").get("entry");
        assertThat(told.get("from").asString()).isEqualTo("ptm");
        assertThat(told.get("replyTo").asString()).isEqualTo(said.json().get("id").asString());
        JsonNode task = ann.get("/api/tasks").json().at("/tasks/0");
        assertThat(task.get("source").asString()).isEqualTo("buy cat food");

        List<JsonNode> buttons = new ArrayList<>();
        told.get("buttons").forEach(row -> row.forEach(buttons::add));
        String undo = buttons.stream().filter(button -> button.get("label").asString().contains("Undo"))
                .map(button -> button.get("button").asString()).findFirst().orElseThrow();
        assertThat(ann.post("/api/chat/press", "{\"button\": \"%s\"}".formatted(undo)).status()).isEqualTo(202);
        assertThat(next(heard, "task.deleted").at("/task/id")).isEqualTo(task.get("id"));
        assertThat(ann.get("/api/tasks").json().get("count").asInt()).isZero();

        JsonNode log = ann.get("/api/chat").json();
        assertThat(log.at("/entries/0/text").asString()).isEqualTo("buy cat food");
        assertThat(ann.get("/api/chat?after=" + log.get("next")).json().get("entries").isEmpty()).isTrue();
    }

    @Test
    void whatAStrangerPressesDoesNothing() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Sockets.open(port, ann.post("/api/ws-ticket", "").json().get("ticket").asString(), heard);
        ann.post("/api/chat/press", "{\"button\": \"made up\"}");
        assertThat(next(heard, "chat.toast").get("text").asString()).isNotBlank();
    }

    private static JsonNode next(BlockingQueue<String> heard, String type) throws InterruptedException {
        for (String event = heard.poll(20, TimeUnit.SECONDS); event != null; event = heard.poll(20, TimeUnit.SECONDS))
            if (JSON.readTree(event).path("type").asString("").equals(type))
                return JSON.readTree(event);
        throw new AssertionError("no " + type + " was heard");
    }
}
