package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.AiChoices;
import ptm.account.TestAccounts;

/** A person's choice of model where the operator set up none, no secret and no leave for private addresses. */
@PanelTest
class AiControllerIT {
    private static final String KEY = "key-of-ann-0123456789-wxyz";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;
    @Autowired
    AiChoices choices;

    AccountId id;
    Caller ann;

    @BeforeEach
    void aNewPerson() {
        id = TestAccounts.member(db);
        ann = new Caller(port, tokens.create(id, "test").secret());
    }

    private Caller.Answer put(String body) {
        return ann.call("PUT", "/api/me/ai/endpoint", body);
    }

    @Test
    void aNoIsKeptAndTakenBack() {
        var first = ann.get("/api/me/ai").json();
        assertThat(first.get("on").asBoolean()).isTrue();
        assertThat(first.get("by").asString()).isEqualTo("none");
        assertThat(first.at("/usage/calls").asInt()).isZero();
        assertThat(first.at("/usage/share").isNull()).isTrue();
        assertThat(ann.call("PATCH", "/api/me/ai", "{\"on\": false}").json().get("on").asBoolean()).isFalse();
        assertThat(choices.of(id)).isEqualTo(new ptm.account.AiAccess.Refused());
        assertThat(ann.call("PATCH", "/api/me/ai", "{\"on\": true}").json().get("on").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"on": "no"}   | /on
            {}             | /on
            {"off": true}  | /off
            """)
    void aChoiceThatIsNoneIsRefused(String body, String pointer) {
        var answer = ann.call("PATCH", "/api/me/ai", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model": "m"}                                              | /url       |
            {"url": "https://own.example/v1"}                           | /model     |
            {"url": "https://own.example/v1", "model": "a b"}           | /model     |
            {"url": "https://own.example/v1", "model": "m", "key": "ключ"}   | /key  |
            {"url": "https://own.example/v1", "model": "m", "fastModel": 5}  | /fastModel |
            {"url": "https://own.example/v1", "model": "m", "proxy": "p"}    | /proxy |
            {"url": "not an address", "model": "m"}                     | /url       | MALFORMED
            {"url": "ftp://own.example", "model": "m"}                  | /url       | MALFORMED
            {"url": "https://a:b@own.example/v1", "model": "m"}         | /url       | MALFORMED
            {"url": "http://own.example/v1", "model": "m"}              | /url       | NOT_HTTPS
            {"url": "https://127.0.0.1/v1", "model": "m"}               | /url       | NOT_PUBLIC
            {"url": "https://169.254.169.254/v1", "model": "m"}         | /url       | NOT_PUBLIC
            {"url": "https://[::1]/v1", "model": "m"}                   | /url       | NOT_PUBLIC
            {"url": "https://localhost/v1", "model": "m"}               | /url       | NOT_PUBLIC
            """)
    void anEndpointThatCannotBeIsRefusedAtItsField(String body, String pointer, String reason) {
        var answer = put(body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo(pointer);
        assertThat(answer.json().path("reason").asString(null)).isEqualTo(reason);
        assertThat(choices.kept(id)).isEmpty();
    }

    @Test
    void withoutASecretTheOperatorIsNamed() {
        assertThat(ann.get("/api/me/ai").json().get("keepsKeys").asBoolean()).isFalse();
        var answer = put("{\"url\": \"https://own.example/v1\", \"model\": \"m\", \"key\": \"" + KEY + "\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asString()).contains("operator", "PTM_SECRET_KEY");
        assertThat(answer.response().body()).doesNotContain(KEY);
    }

    @Test
    void whoTriesTooOftenHasToWait() {
        Caller.Answer answer = put("{\"url\": \"https://127.0.0.1/v1\", \"model\": \"m\"}");
        for (int again = 0; again < 20; again++)
            answer = put("{\"url\": \"https://127.0.0.1/v1\", \"model\": \"m\"}");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("600");
    }

    @Test
    void whatIsNotThereCannotBeRemovedAndNobodyElseSeesIt() {
        assertThat(ann.call("DELETE", "/api/me/ai/endpoint", "").status()).isEqualTo(404);
        assertThat(new Caller(port, null).get("/api/me/ai").status()).isEqualTo(401);
    }
}
