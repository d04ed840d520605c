package ptm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.TestAccounts;
import tools.jackson.databind.JsonNode;

@PanelTest
class TaskControllerIT {
    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;
    @Autowired
    AccountService accounts;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    Caller ann;

    @BeforeEach
    void aNewPerson() {
        ann = caller(member());
    }

    @Test
    void aTaskIsMadeReadEditedAndTakenBack() {
        var made = ann.post("/api/tasks", """
                {"title": "Finish the slides", "due": "2030-11-29", "minutes": 120, "impact": 2, "themes": ["work"],
                 "reasons": {"work": "for Friday"}, "subtasks": [{"title": "Outline", "minutes": 20}],
                 "reminders": ["2030-11-29T08:00:00+01:00"]}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        JsonNode task = made.json();
        assertThat(task.get("due").asString()).isEqualTo("2030-11-29");
        assertThat(task.at("/provenance/due/by").asString()).isEqualTo("user");
        assertThat(task.at("/reasons/work").asString()).isEqualTo("for Friday");
        assertThat(task.get("temporal").asInt()).isEqualTo(1);
        assertThat(task.get("start").isNull()).isTrue();

        String path = "/api/tasks/" + task.get("id");
        var edited = ann.patch(path, """
                {"due": "2030-11-30T15:00:00+03:00", "dueKind": "at", "minutes": null,
                 "provenance": {"impact": {"locked": true}},
                 "subtasks": [{"id": %s, "title": "Outline", "minutes": 20, "done": true}]}"""
                .formatted(task.at("/subtasks/0/id")), "\"1\"");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().get("dueKind").asString()).isEqualTo("at");
        assertThat(edited.json().get("minutes").isNull()).isTrue();
        assertThat(edited.json().at("/subtasks/0/done").asBoolean()).isTrue();
        assertThat(edited.json().at("/provenance/impact/locked").asBoolean()).isTrue();

        JsonNode newest = ann.get(path + "/history").json().get(0);
        var undone = ann.post("/api/undo", "{\"changeSet\": %s}".formatted(newest.get("changeSet")));
        assertThat(undone.status()).isEqualTo(200);
        JsonNode back = ann.get(path).json();
        assertThat(back.get("due").asString()).isEqualTo("2030-11-29");
        assertThat(back.get("minutes").asInt()).isEqualTo(120);

        assertThat(ann.call("DELETE", path, (String) null).status()).isEqualTo(204);
        assertThat(ann.get(path).status()).isEqualTo(404);
    }

    @Test
    void datesCarryTheOffsetOfThePersonsZone() {
        AccountId account = member();
        accounts.setZone(account, ZoneId.of("Asia/Kolkata"));
        Caller there = caller(account);
        JsonNode task = there.post("/api/tasks", """
                {"title": "Call", "due": "2030-05-01T10:00:00Z", "start": "2030-05-01T09:00"}""").json();
        assertThat(task.get("due").asString()).isEqualTo("2030-05-01T15:30:00+05:30");
        assertThat(task.get("start").asString()).isEqualTo("2030-05-01T09:00:00+05:30");
    }

    @Test
    void aStalePatchIsRefusedAndOneForNoVersionToo() {
        String path = newTask();
        assertThat(ann.patch(path, "{\"minutes\": 10}", "\"1\"").status()).isEqualTo(200);
        assertThat(ann.patch(path, "{\"minutes\": 20}", "\"1\"").status()).isEqualTo(412);
        assertThat(ann.patch(path, "{\"minutes\": 20}", "W/\"nonsense\"").status()).isEqualTo(412);
        assertThat(ann.call("PATCH", path, "{\"minutes\": 20}").status()).isEqualTo(428);
        assertThat(ann.get(path).json().get("minutes").asInt()).isEqualTo(10);
        assertThat(ann.patch(path, "{\"minutes\": 30}", "*").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"minutes": 0}                                        | 422 | /minutes
            {"minutes": 100001}                                   | 422 | /minutes
            {"minutes": "ten"}                                    | 422 | /minutes
            {"minutes": 1.5}                                      | 422 | /minutes
            {"minutes": 123456789012345678901234567890}           | 422 | /minutes
            {"impact": 4}                                         | 422 | /impact
            {"impact": true}                                      | 422 | /impact
            {"title": ""}                                         | 422 | /title
            {"title": null}                                       | 422 | /title
            {"title": ["a"]}                                      | 422 | /title
            {"title": "a\\u0000b"}                                | 422 | /title
            {"title": "\\ud800"}                                  | 422 | /title
            {"description": "\\udc00 half"}                       | 422 | /description
            {"status": "finished"}                                | 422 | /status
            {"due": "tomorrow"}                                   | 422 | /due
            {"due": "2026-02-30"}                                 | 422 | /due
            {"due": "+12026-02-01"}                               | 422 | /due
            {"due": "9999-12-31T23:00:00Z"}                       | 422 | /due
            {"due": "0001-01-01"}                                 | 422 | /due
            {"due": 5}                                            | 422 | /due
            {"dueKind": "maybe"}                                  | 422 | /dueKind
            {"themes": "work"}                                    | 422 | /themes
            {"themes": [1]}                                       | 422 | /themes/0
            {"reasons": {"nowhere": "why"}}                       | 422 | /reasons/nowhere
            {"activities": ["dancing"]}                           | 422 | /activities/0
            {"subtasks": [{"title": "a", "minutes": -1}]}         | 422 | /subtasks/0/minutes
            {"subtasks": [{"title": "a", "color": "red"}]}        | 422 | /subtasks/0/color
            {"repeat": "every day"}                               | 422 | /repeat
            {"reminders": ["soon"]}                               | 422 | /reminders/0
            {"links": [{"title": "no address"}]}                  | 422 | /links/0/url
            {"provenance": {"due": {"locked": "yes"}}}            | 422 | /provenance/due/locked
            {"provenance": {"due": {"by": "user"}}}               | 422 | /provenance/due/by
            {"provenance": {"luck": {"locked": true}}}            | 422 | /provenance/luck
            {"luck": 3}                                           | 422 | /luck
            {"a/b~c": 3}                                          | 422 | /a~1b~0c
            {"version": 7}                                        | 422 | /version
            {"spentMinutes": 7}                                   | 422 | /spentMinutes
            []                                                    | 422 | ``
            "words"                                               | 422 | ``
            {"minutes": 5                                         | 400 | none
            {"minutes": 5, "minutes": 6}                          | 400 | none
            {"minutes": 5} {"minutes": 6}                         | 400 | none
            minutes                                               | 400 | none
            """)
    void aPatchThatCannotBeTakenIsRefusedAtItsPlace(String body, int status, String pointer) {
        String path = newTask();
        var answer = ann.patch(path, body, "\"1\"");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        assertThat(answer.pointer()).isEqualTo(pointer);
        assertThat(ann.get(path).json().get("version").asInt()).as("nothing half-written").isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/tasks             | {"description": "no title"}                 | /title
            /api/tasks/search      | {"where": {"field": "luck", "atMost": 3}}   | /where/field
            /api/tasks/search      | {"where": {"all": []}, "limit": 501}        | /limit
            /api/tasks/search      | {"where": {"all": []}, "order": [{"by": "fit"}]} | /order
            /api/tasks/search      | {"where": {"all": []}, "cursor": "nonsense"} | /cursor
            /api/tasks/search      | {"order": []}                               | /where
            /api/filters/parse     | {"text": "minutes<=much"}                   | /text
            /api/filters/print     | {"where": 5}                                | /where
            /api/presets           | {"name": "no filter"}                       | /where
            /api/interpret         | {"text": ""}                                | /text
            /api/interpret         | {"text": "a", "now": "noon"}                | /now
            /api/interpret         | {"text": "a", "zone": "Mars/Base"}          | /zone
            /api/interpret         | {"text": "a", "language": "fr"}             | /language
            /api/interpret         | {"text": "a", "context": {"shown": ["1"]}}  | /context/shown/0
            /api/suggestions       | {"exclude": [1]}                            | /text
            /api/undo              | {"changeSet": "last"}                       | /changeSet
            /api/chat              | {"text": "  "}                              | /text
            /api/chat              | {"words": "a"}                              | /words
            /api/chat/press        | {"button": 1}                               | /button
            /api/enrichment/stop   | {"changeSet": 1}                            | /changeSet
            /api/tokens            | {"name": ""}                                | /name
            """)
    void aPostThatCannotBeTakenIsRefusedAtItsPlace(String path, String body, String pointer) {
        var answer = ann.post(path, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @Test
    void aStrangersIdIsUnknownOnEveryRoute() {
        Caller boris = caller(member());
        long task = boris.post("/api/tasks", "{\"title\": \"His\"}").json().get("id").asLong();
        long preset = boris.post("/api/presets", "{\"where\": {\"all\": []}}").json().get("id").asLong();
        long token = boris.post("/api/tokens", "{\"name\": \"his\"}").json().get("id").asLong();
        Map<String, Long> theirs = Map.of("/api/tasks/{id}", task, "/api/presets/{id}", preset, "/api/tokens/{id}",
                token);
        Set<String> called = new TreeSet<>();
        routes.getHandlerMethods().keySet().forEach(route -> route.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") && path.contains("{")).forEach(path -> route
                        .getMethodsCondition().getMethods().forEach(method -> {
                            long id = theirs.entrySet().stream().filter(known -> path.startsWith(known.getKey()))
                                    .map(Map.Entry::getValue).findFirst().orElse(1L);
                            var answer = ann.call(method.name(), path.replace("{id}", Long.toString(id)),
                                    "{\"where\": {\"all\": []}}", "If-Match", "*");
                            int expected = path.startsWith("/api/people") ? 403 : 404;
                            assertThat(answer.status()).as(method + " " + path).isEqualTo(expected);
                            called.add(method + " " + path);
                        })));
        assertThat(called).contains("PATCH /api/tasks/{id}", "POST /api/tasks/{id}/start", "PUT /api/presets/{id}");

        JsonNode change = boris.get("/api/tasks/" + task + "/history").json().path(0);
        if (!change.isMissingNode())
            assertThat(ann.post("/api/undo", "{\"change\": %s}".formatted(change.get("id"))).status())
                    .isEqualTo(404);
        assertThat(ann.post("/api/suggestions", "{\"preset\": %d}".formatted(preset)).status()).isEqualTo(404);
        assertThat(boris.get("/api/tasks/" + task).json().get("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "0", "-1", "9223372036854775807", "9223372036854775808", "1e3", "%20", "%D1%8F" })
    void anIdThatLeadsNowhereIsUnknown(String id) {
        assertThat(ann.get("/api/tasks/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "/api/tasks?limit=many,/limit", "/api/tasks?limit=0,/limit", "/api/tasks?cursor=x,/cursor",
        "/api/chat?after=now,/after" })
    void aParameterThatCannotBeTakenIsNamed(String path, String pointer) {
        var answer = ann.get(path);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    @Test
    void aFilterIsExplainedInThePersonsLanguage() {
        ann.patch("/api/me", "{\"language\": \"ru\"}", "*");
        assertThat(ann.post("/api/filters/parse", "{\"text\": \"minutes<=x\"}").json().get("detail").asString())
                .contains("ожидалось");
    }

    @Test
    void aRequestSentTwiceWithOneKeyHappensOnce() {
        String body = "{\"title\": \"Once\"}";
        var first = ann.post("/api/tasks", body, "Idempotency-Key", "k1");
        var second = ann.post("/api/tasks", body, "Idempotency-Key", "k1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(ann.get("/api/tasks").json().get("count").asInt()).isEqualTo(1);
        assertThat(ann.post("/api/tasks", "{\"title\": \"Other\"}", "Idempotency-Key", "k1").status()).isEqualTo(422);
        assertThat(caller(member()).post("/api/tasks", body, "Idempotency-Key", "k1").json().get("id"))
                .isNotEqualTo(first.json().get("id"));
        assertThat(ann.post("/api/chat", "{\"text\": \"/help\"}", "Idempotency-Key", "c").json())
                .isEqualTo(ann.post("/api/chat", "{\"text\": \"/help\"}", "Idempotency-Key", "c").json());
        assertThat(ann.post("/api/chat", "{\"text\": \"/now\"}", "Idempotency-Key", "c").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = { "multipart/form-data", "*/*", "application/*", "text/plain" })
    void aBodyOfAnotherTypeIsRefused(String type) {
        var answer = ann.post("/api/tasks", "{\"title\": \"Once\"}", "Content-Type", type);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("detail").asString()).isNotBlank();
    }

    @Test
    void aBodyNestedTooDeeplyIsCalledSo() {
        var answer = ann.post("/api/tasks", "[".repeat(10_000) + "]".repeat(10_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("nested");
    }

    @Test
    void aFailedRequestDoesNotUseUpItsKey() {
        assertThat(ann.post("/api/tasks", "{\"title\": \"%s\"}".formatted("x".repeat(201)), "Idempotency-Key", "k")
                .status()).isEqualTo(422);
        assertThat(ann.post("/api/tasks", "{\"title\": \"Fits\"}", "Idempotency-Key", "k").status()).isEqualTo(201);
    }

    @Test
    void bodiesAreLimitedAlsoWhenTheyDoNotSayTheirSize() {
        byte[] large = ("{\"title\": \"" + "x".repeat(BodyLimit.MAX_BYTES) + "\"}").getBytes();
        assertThat(ann.call("POST", "/api/tasks", BodyPublishers.ofByteArray(large)).status()).isEqualTo(413);
        assertThat(ann.call("POST", "/api/tasks",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).status()).isEqualTo(413);
    }

    @Test
    void searchGoesOnFromItsCursor() {
        for (int i = 0; i < 5; i++)
            ann.post("/api/tasks", "{\"title\": \"Task %d\", \"minutes\": %d}".formatted(i, 10 + i % 2));
        String body = "{\"where\": {\"field\": \"minutes\", \"atLeast\": 10}, \"order\": [{\"by\": \"minutes\"}],"
                + " \"limit\": 2%s}";
        JsonNode page = ann.post("/api/tasks/search", body.formatted("")).json();
        assertThat(page.get("count").asInt()).isEqualTo(5);
        Set<Long> seen = new TreeSet<>();
        while (true) {
            page.get("tasks").forEach(task -> seen.add(task.get("id").asLong()));
            if (page.get("next").isNull())
                break;
            page = ann.post("/api/tasks/search", body.formatted(", \"cursor\": " + page.get("next"))).json();
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    void anExportImportsAgainToTheSame() {
        ann.post("/api/tasks", """
                {"title": "Everything", "description": "d", "motivation": "m", "start": "2030-01-01",
                 "due": "2030-02-01T10:00:00Z", "dueKind": "at", "minutes": 30, "impact": 0, "risk": 3,
                 "riskReason": "r", "riskMitigation": "h", "themes": ["work"], "activities": ["creative"],
                 "contexts": ["office"], "reasons": {"work": "w"}, "subtasks": [{"title": "s", "done": true}],
                 "reviews": ["2030-01-15"], "hiddenUntil": "2030-01-02T00:00:00Z", "waitsFor": "them",
                 "repeat": "FREQ=WEEKLY", "repeatFrom": "done", "reminders": ["2030-02-01T09:00:00Z"],
                 "links": [{"url": "https://example.org", "title": "t"}], "provenance": {"due": {"locked": true}}}""");
        ann.post("/api/presets", "{\"name\": \"p\", \"where\": {\"all\": []}, \"pinned\": true}");
        ann.call("PUT", "/api/vocabulary/themes", "{\"name\": \"work\", \"description\": \"the day job\"}");
        ann.call("PUT", "/api/vocabulary/words",
                "{\"word\": \"light\", \"where\": {\"field\": \"minutes\", \"atMost\": 20}}");
        String exported = ann.get("/api/export").response().body();
        assertThat(exported.lines()).hasSize(4);

        assertThat(ann.post("/api/import", exported).json().get("tasks").asInt()).isEqualTo(1);
        assertThat(withoutVersions(ann.get("/api/export").response().body())).isEqualTo(withoutVersions(exported));

        Caller other = caller(member());
        assertThat(other.post("/api/import", exported).status()).isEqualTo(200);
        String theirs = other.get("/api/export").response().body();
        assertThat(withoutIds(theirs)).isEqualTo(withoutIds(exported));
    }

    private static String withoutVersions(String bundle) {
        return bundle.replaceAll("\"version\":\\d+,", "");
    }

    private static String withoutIds(String bundle) {
        return withoutVersions(bundle).replaceAll("\"id\":\\d+,", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title": "b", "minutes": 0}                         | 422 | /minutes
            {"title": "b", "impact": 9}                          | 422 | /impact
            {"title": "b", "provenance": {"title": {"by": "me"}}} | 422 | /provenance/title/by
            {"minutes": 3}                                       | 422 | /title
            {"title": "b"                                        | 400 | ``
            {"preset": {"name": "p"}}                            | 422 | /preset/where
            """)
    void anImportIsTakenWholeOrNamesItsFirstBadLine(String line, int status, String pointer) {
        var answer = ann.post("/api/import", "{\"title\": \"a\"}\n\n" + line + "\n{\"title\": \"c\"}\n");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.json().get("line").asInt()).isEqualTo(3);
        assertThat(answer.pointer()).isEqualTo(pointer);
        assertThat(ann.get("/api/tasks").json().get("count").asInt()).isZero();
    }

    private String newTask() {
        return "/api/tasks/" + ann.post("/api/tasks", "{\"title\": \"One\"}").json().get("id");
    }

    private AccountId member() {
        return TestAccounts.member(db);
    }

    private Caller caller(AccountId account) {
        return new Caller(port, tokens.create(account, "test").secret());
    }
}
