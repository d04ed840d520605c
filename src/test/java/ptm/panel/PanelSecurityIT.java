package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.ServerSecret;
import ptm.account.Session;
import ptm.account.Sessions;
import ptm.account.TestAccounts;

@PanelTest
class PanelSecurityIT {
    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;
    @Autowired
    AccountService accounts;
    @Autowired
    Sessions sessions;
    @Autowired
    AccessJwts jwts;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    Caller nobody;
    AccountId ann;

    @BeforeEach
    void aNewPerson() {
        nobody = new Caller(port, null);
        ann = TestAccounts.member(db);
    }

    @Test
    void noRouteIsOpenWithoutAToken() {
        routes.getHandlerMethods().keySet().forEach(route -> route.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/session"))
                .forEach(path -> route.getMethodsCondition().getMethods().forEach(method -> {
                    var answer = nobody.call(method.name(), path.replace("{id}", "1"), "{}");
                    assertThat(answer.status()).as(method + " " + path).isEqualTo(401);
                    assertThat(answer.json().get("detail").asString()).isNotBlank();
                })));
        assertThat(nobody.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void aCodeOpensASessionOnceAndTheCookieIsForItAlone() {
        String body = "{\"code\": \"%s\"}".formatted(accounts.newSignInCode(ann));
        var claimed = nobody.post("/api/session/claim", body);
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.cookies()).singleElement().satisfies(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/session").doesNotContain("Secure"));
        String access = claimed.json().get("accessToken").asString();
        assertThat(new Caller(port, access).get("/api/me").json().get("id").asLong()).isEqualTo(ann.value());
        assertThat(nobody.post("/api/session/claim", body).status()).isEqualTo(422);
        assertThat(nobody.call("GET", "/api/me", (String) null, "Cookie", cookie(claimed)).status()).isEqualTo(401);
    }

    @Test
    void aReusedRefreshCookieEndsTheSession() {
        var claimed = nobody.post("/api/session/claim",
                "{\"code\": \"%s\"}".formatted(accounts.newSignInCode(ann)));
        var refreshed = nobody.post("/api/session/refresh", "", "Cookie", cookie(claimed));
        assertThat(refreshed.status()).isEqualTo(200);
        String access = refreshed.json().get("accessToken").asString();
        assertThat(new Caller(port, access).get("/api/me").status()).isEqualTo(200);
        assertThat(nobody.post("/api/session/refresh", "", "Cookie", cookie(claimed)).status()).isEqualTo(401);
        assertThat(nobody.post("/api/session/refresh", "", "Cookie", cookie(refreshed)).status()).isEqualTo(401);
        assertThat(new Caller(port, access).get("/api/me").status()).as("the access token ends with it")
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsWhatTheSessionOpened() {
        var claimed = nobody.post("/api/session/claim",
                "{\"code\": \"%s\"}".formatted(accounts.newSignInCode(ann)));
        var out = nobody.call("DELETE", "/api/session", (String) null, "Cookie", cookie(claimed));
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.cookies().getFirst()).contains("Max-Age=0");
        assertThat(new Caller(port, claimed.json().get("accessToken").asString()).get("/api/me").status())
                .isEqualTo(401);
    }

    @Test
    void tokensOfDifferentKindsAreNotInterchangeable() {
        Session session = sessions.open(ann);
        String access = jwts.issue(session);
        String api = tokens.create(ann, "script").secret();
        String ticket = ticket(new Caller(port, api));
        String code = accounts.newLinkCode(ann);
        String forged = new AccessJwts(new ServerSecret("another server's secret"), Clock.systemUTC()).issue(session);
        for (String wrong : List.of(session.refreshToken(), ticket, code, forged, access + "x", "x".repeat(40)))
            assertThat(new Caller(port, wrong).get("/api/me").status()).isEqualTo(401);
        for (String wrong : List.of(access, api, ticket, code))
            assertThat(nobody.post("/api/session/refresh", "", "Cookie", "ptm_refresh=" + wrong).status())
                    .isEqualTo(401);
        for (String wrong : List.of(access, api, ticket, session.refreshToken()))
            assertThat(nobody.post("/api/session/claim", "{\"code\": \"%s\"}".formatted(wrong.length() > 100
                    ? wrong.substring(0, 100)
                    : wrong)).status()).isEqualTo(422);
        for (String wrong : List.of(access, api, code, session.refreshToken()))
            assertThatThrownBy(() -> open(wrong)).isInstanceOf(CompletionException.class);
        assertThat(new Caller(port, access).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void anotherSitesRequestsAreRefused() {
        Caller script = new Caller(port, tokens.create(ann, "script").secret());
        assertThat(script.post("/api/tasks", "{\"title\": \"a\"}", "Origin", "http://evil.example").status())
                .isEqualTo(403);
        assertThat(script.post("/api/tasks", "{\"title\": \"a\"}", "Origin", "null").status()).isEqualTo(403);
        assertThat(script.post("/api/tasks", "{\"title\": \"a\"}", "Origin", "http://localhost:" + port).status())
                .isEqualTo(201);
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        assertThat(nobody.get("/error").status()).isEqualTo(404);
        var traced = nobody.call("TRACE", "/api/tasks", (String) null);
        assertThat(traced.status()).isEqualTo(405);
        assertThat(traced.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void onlyTheOwnerSeesPeople() {
        assertThat(new Caller(port, tokens.create(ann, "script").secret()).get("/api/people").status())
                .isEqualTo(403);
    }

    @Test
    void thePageMayLoadItsOwnFilesAndNothingElse() {
        assertThat(nobody.get("/").header("Content-Security-Policy")).contains("default-src 'none'",
                "frame-ancestors 'none'").doesNotContain("unsafe");
    }

    @Test
    void aPersonWhoIsBlockedIsOutAtOnce() {
        Caller script = new Caller(port, tokens.create(ann, "script").secret());
        assertThat(script.get("/api/me").status()).isEqualTo(200);
        accounts.decide(ann, ptm.account.Admission.BLOCKED);
        assertThat(script.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void aTicketOpensOneSocketThatHearsOfItsOwnTasksOnly() throws InterruptedException {
        Caller script = new Caller(port, tokens.create(ann, "script").secret());
        Caller other = new Caller(port, tokens.create(TestAccounts.member(db), "script").secret());
        String ticket = ticket(script);
        BlockingQueue<String> heard = open(ticket);
        assertThatThrownBy(() -> open(ticket)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> open(ticket(script), "Origin", "http://evil.example"))
                .isInstanceOf(CompletionException.class);
        other.post("/api/tasks", "{\"title\": \"Theirs\"}");
        script.post("/api/tasks", "{\"title\": \"Mine\"}");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).contains("\"type\":\"task.changed\"", "Mine");
    }

    @Test
    void aSocketClosesWhenItsSessionEnds() throws InterruptedException {
        Session session = sessions.open(ann);
        BlockingQueue<String> heard = open(ticket(new Caller(port, jwts.issue(session))));
        sessions.end(ann, session.id());
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("closed 4401");
    }

    private static String cookie(Caller.Answer answer) {
        return answer.cookies().getFirst().split(";", 2)[0];
    }

    private static String ticket(Caller caller) {
        return caller.post("/api/ws-ticket", "").json().get("ticket").asString();
    }

    private BlockingQueue<String> open(String ticket, String... headers) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Sockets.open(port, ticket, heard, headers);
        return heard;
    }
}
