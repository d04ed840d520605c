package ptm.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.AiBudget;
import ptm.account.TestAccounts;
import ptm.understanding.llm.HangingModel;
import ptm.understanding.llm.ModelServer;

/** A person brings an endpoint of their own: it is asked about their words, and nobody else is. */
@Journey
@ExtendWith(OutputCaptureExtension.class)
class OwnModelJourneyIT {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String KEY = "key-of-ann-0123456789-wxyz";
    private static final String READ = """
            {"intent":"CAPTURE","drafts":[{"title":"%s","words":"","steps":[]}],"tasks":[]}""";

    final ModelServer shared = Journey.Surroundings.MODEL;
    final ModelServer own = new ModelServer();

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;
    @Autowired
    AiBudget budget;

    AccountId id;
    Person ann;

    @BeforeEach
    void aNewPerson() {
        id = TestAccounts.member(db);
        ann = new Person(port, tokens.create(id, "test").secret());
        shared.says(READ.formatted("Zorvane by the operator's"));
        own.says(READ.formatted("Zorvane by my own"));
    }

    @AfterEach
    void leaves() {
        ann.close();
        own.close();
        shared.says("{\"tasks\":[],\"intent\":\"SMALLTALK\"}");
    }

    private void bringsOwn(String url) {
        ann.puts("/api/me/ai/endpoint", Map.of("url", url, "model", "deep", "key", KEY));
    }

    @Test
    void whoBringsAnEndpointIsAskedAboutThereAndNowhereElse() {
        bringsOwn(own.url());
        assertThat(own.asked()).singleElement().asString().contains("ping");
        ann.says("zorvane the attic");
        ann.hears(text -> text.startsWith("Zorvane by my own"));
        await().atMost(DEADLINE).until(() -> own.askedAbout("TasksAnswer"), asked -> !asked.isEmpty());
        assertThat(shared.askedAbout("zorvane")).isEmpty();
        await().atMost(DEADLINE).until(() -> budget.ownUsage(id).calls(), calls -> calls >= 2);
        assertThat(budget.usage(id).calls()).isZero();
        assertThat(ann.get("/api/me/ai").at("/usage/tokens").asLong()).isGreaterThanOrEqualTo(30);
        ann.deletes("/api/me/ai/endpoint");
        int before = own.asked().size();
        ann.says("zorvane the cellar");
        ann.hears(text -> text.startsWith("Zorvane by the operator's"));
        assertThat(own.asked()).hasSize(before);
    }

    @Test
    void theKeyIsShownNowhereAgain(CapturedOutput output) {
        bringsOwn(own.url());
        ann.says("zorvane the attic");
        ann.hears(text -> text.startsWith("Zorvane by my own"));
        assertThat(ann.get("/api/me/ai").at("/own/keyEnd").asString()).isEqualTo("wxyz");
        for (String path : new String[] { "/api/me", "/api/me/ai", "/api/audit", "/api/chat", "/api/tasks",
            "/api/tokens" })
            assertThat(ann.get(path).toString()).doesNotContain(KEY);
        assertThat(ann.export()).contains("Zorvane by my own").doesNotContain(KEY, "key-of-ann", "wxyz");
        assertThat(output.getAll()).doesNotContain(KEY);
    }

    @Test
    void whereOnesOwnFailsTheBuiltInReadingStandsAndNobodyElseIsAsked() {
        bringsOwn(own.url());
        own.misbehaves("500");
        ann.says("zorvane the attic");
        ann.hears(text -> text.startsWith("Zorvane the attic"));
        assertThat(shared.askedAbout("zorvane")).isEmpty();
    }

    @Test
    void stopHangsUpOnOnesOwnToo() throws InterruptedException {
        try (HangingModel hanging = new HangingModel()) {
            bringsOwn(own.url());
            db.sql("update ai_endpoint set sealed_key = null, url = :url where account_id = :id")
                    .param("url", hanging.url()).param("id", id.value()).update();
            ann.says("zorvane the attic, mend the green gate");
            hanging.awaitCalls(1); // the reading, given up after a while
            hanging.awaitHangUps(1);
            hanging.awaitCalls(1);
            ann.presses(ann.hears(text -> text.contains("Thinking: 0 of")), "Stop");
            hanging.awaitHangUps(1);
        }
    }
}
