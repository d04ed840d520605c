package ptm.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.TestBrowser;
import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.TestAccounts;
import tools.jackson.databind.JsonNode;

/** The panel's page in a real browser, as people use it. */
@PanelTest
class PanelPageIT {
    private static final double PATIENCE = 30_000;

    static @Nullable TestBrowser browser;

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;
    @Autowired
    AccountService accounts;

    AccountId ann;
    Caller api;
    final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null)
            browser.close();
    }

    @BeforeEach
    void aNewPerson() {
        ann = TestAccounts.member(db);
        api = new Caller(port, tokens.create(ann, "test").secret());
    }

    @AfterEach
    void noErrorWasLogged() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the browser's console, violations of its policy among them").isEmpty();
    }

    @Test
    void aLinkSignsInByAPressAndItsCodeLeavesTheAddress() {
        String link = link();
        Page preview = page(1280, 800);
        preview.navigate(link);
        assertThat(button(preview, "Enter")).isVisible();
        Page page = page(1280, 800);
        page.navigate(link);
        button(page, "Enter").click();
        assertThat(page.locator(".places")).isVisible();
        assertThat(page.url()).doesNotContain("claim");
        page.reload();
        assertThat(page.locator(".places")).isVisible();
    }

    @Test
    void theBrowsersZoneIsTakenByOneTap() {
        Page page = signIn(1280, 800);
        button(page, "Yes").click();
        assertThat(page.locator(".offer")).hasCount(0);
        assertThat(api.get("/api/me").json().get("zone").asString()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void aDumpInTheChatGivesItsTasks() {
        Page page = signIn(1280, 800);
        Locator field = page.locator("#say");
        field.fill("water the ferns\nbuy stamps");
        field.press("Enter");
        assertThat(page.locator(".mine")).containsText("water the ferns");
        assertThat(page.locator(".theirs").first()).containsText("2 tasks");
        go(page, "tasks");
        assertThat(page.locator(".row-title")).hasCount(2);
        assertThat(page.locator(".rows-list")).containsText(Pattern.compile("stamps"));
    }

    @Test
    void anEditIsThereInTheListAndInAnotherPage() {
        long id = add("{\"title\": \"Sweep the yard\"}");
        Page other = signIn(1280, 800);
        go(other, "tasks");
        assertThat(other.locator(".row-title")).hasText("Sweep the yard");
        Page page = signIn(1280, 800);
        openTask(page, id);
        Locator title = page.locator("#ed-title");
        title.fill("Sweep the whole yard");
        title.press("Enter");
        page.locator("#ed-impact").fill("2");
        assertThat(page.locator(".row-title")).hasText("Sweep the whole yard");
        assertThat(other.locator(".row-title")).hasText("Sweep the whole yard");
        assertThat(other.locator(".row .facts")).containsText("matters");
        assertThat(page.locator(".ed-title .by-user")).isVisible();
    }

    @Test
    void aLockIsKept() {
        long id = add("{\"title\": \"Sweep the yard\", \"due\": \"2031-05-06\"}");
        Page page = signIn(1280, 800);
        openTask(page, id);
        page.getByLabel(Pattern.compile("^Lock “Due”")).click();
        assertThat(page.getByLabel(Pattern.compile("^Unlock “Due”"))).isVisible();
        page.reload();
        assertThat(page.getByLabel(Pattern.compile("^Unlock “Due”"))).isVisible();
        assertThat(task(id).at("/provenance/due/locked").asBoolean()).isTrue();
    }

    @Test
    void aFilterFindsAsItIsTypedAndItsChipTakesItBack() {
        add("{\"title\": \"Short one\", \"minutes\": 10}");
        add("{\"title\": \"Long one\", \"minutes\": 90}");
        Page page = signIn(1280, 800);
        go(page, "tasks");
        assertThat(page.locator(".row")).hasCount(2);
        page.locator("#search").pressSequentially("minutes<=30");
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page.locator(".row-title")).hasText("Short one");
        assertThat(page.locator(".count")).hasText("1 task");
        page.locator(".chip button").click();
        assertThat(page.locator(".row")).hasCount(2);
        assertThat(page.locator("#search")).hasValue("");
    }

    @Test
    void stepsAreWrittenAndMovedByKeyboard() {
        long id = add("{\"title\": \"Sweep the yard\"}");
        Page page = signIn(1280, 800);
        openTask(page, id);
        Locator field = page.locator(".step.new .step-title");
        for (String step : List.of("Find the broom", "Sweep")) {
            field.fill(step);
            field.press("Enter");
        }
        Locator titles = page.locator("li.step .step-title");
        assertThat(titles).hasCount(2);
        titles.nth(1).press("Alt+ArrowUp");
        assertThat(titles.first()).hasValue("Sweep");
        page.locator("li.step .tick").first().click();
        assertThat(page.locator("li.step.done .step-title")).hasValue("Sweep");
        page.locator("#ed-minutes").fill("5");
        assertThat(page.locator(".row .facts")).containsText("5 min");
        page.keyboard().press("Escape");
        assertThat(page.locator(".editor")).hasCount(0);
        var steps = task(id).get("subtasks");
        assertThat(steps.get(0).get("title").asString()).isEqualTo("Sweep");
        assertThat(steps.get(0).get("done").asBoolean()).isTrue();
        assertThat(steps.get(1).get("title").asString()).isEqualTo("Find the broom");
    }

    @Test
    void aFilterIsSavedUnderANameAndRunsByAPress() {
        add("{\"title\": \"Short one\", \"minutes\": 10}");
        add("{\"title\": \"Long one\", \"minutes\": 90}");
        Page page = signIn(1280, 800);
        page.locator(".places a[href='#tasks']").click(); // in the chat a slash begins a command
        assertThat(page.locator(".row")).hasCount(2);
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.locator("#search").fill("minutes<=30");
        assertThat(page.locator(".row")).hasCount(1);
        button(page, "Save this filter").click();
        assertThat(page.locator(".preset-name input")).isFocused();
        page.keyboard().type("Quick ones");
        page.keyboard().press("Enter");
        assertThat(button(page, "Quick ones")).isVisible();
        page.locator("#search").fill("");
        assertThat(page.locator(".row")).hasCount(2);
        button(page, "Quick ones").click();
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(api.get("/api/presets").json().get(0).get("name").asString()).isEqualTo("Quick ones");
    }

    @Test
    void aTickIsTakenBackByItsToast() {
        long id = add("{\"title\": \"Sweep the yard\"}");
        Page page = signIn(360, 740);
        go(page, "tasks");
        page.locator(".row .tick").click();
        assertThat(page.locator(".row")).hasCount(0);
        assertThat(task(id).get("status").asString()).isEqualTo("done");
        page.locator(".toast-do").click();
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(task(id).get("status").asString()).isEqualTo("open");
    }

    @Test
    void whatIsEditedOfflineIsSentLaterOnTopOfWhatOthersDid() {
        long id = add("{\"title\": \"Sweep the yard\"}");
        Page page = signIn(1280, 800);
        openTask(page, id);
        assertThat(page.locator("#ed-title")).hasValue("Sweep the yard");
        page.context().setOffline(true);
        page.locator("#ed-title").fill("Sweep the porch");
        page.locator("#ed-title").press("Enter");
        assertThat(page.locator(".away")).containsText("1 change");
        api.call("PATCH", "/api/tasks/" + id, "{\"minutes\": 25}", "If-Match", "*");
        complaints.clear();
        page.context().setOffline(false);
        assertThat(page.locator(".away")).hasCount(0);
        complaints.removeIf(line -> line.contains("412") || line.contains("ERR_INTERNET_DISCONNECTED"));
        assertThat(page.locator("#ed-minutes")).hasValue("25");
        assertThat(task(id).get("title").asString()).isEqualTo("Sweep the porch");
        assertThat(task(id).get("minutes").asInt()).isEqualTo(25);
    }

    @Test
    void nothingIsWiderThanANarrowPhone() {
        long id = add(
                "{\"title\": \"%s\", \"due\": \"2031-05-06T10:00\", \"themes\": [\"%s\"]}".formatted("long ".repeat(30),
                        "w".repeat(60)));
        Page page = signIn(360, 740);
        for (String place : List.of("chat", "tasks", "me", "task/" + id)) {
            page.evaluate("to => { location.hash = to }", place);
            assertThat(page.locator(place.startsWith("task/") ? ".ed-body" : "#main > *")).isVisible();
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })");
            assertThat((int) page.evaluate("Math.max(...[document.documentElement, ...document.querySelectorAll("
                    + "'main, .ed-body')].map(box => box.scrollWidth))")).as(place).isLessThanOrEqualTo(360);
        }
    }

    @Test
    void thePageItselfNeverScrollsBesideItsParts() {
        long id = 0;
        for (int i = 0; i < 30; i++)
            id = add("{\"title\": \"Sweep the porch %d\", \"repeat\": \"FREQ=DAILY\"}".formatted(i));
        Page page = signIn(1280, 800);
        for (String place : List.of("chat", "tasks", "me", "task/" + id)) {
            page.evaluate("to => { location.hash = to }", place);
            assertThat(page.locator(place.startsWith("task/") ? ".ed-body" : "#main > *")).isVisible();
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })");
            assertThat((int) page.evaluate("document.documentElement.scrollHeight")).as(place).isEqualTo(800);
        }
    }

    @Test
    void theQuestionAboutTheClockCanBePutOffForGood() {
        Page page = signIn(390, 844);
        button(page, "Not now").click();
        assertThat(page.locator(".offer")).hasCount(0);
        page.reload();
        assertThat(page.locator(".places")).isVisible();
        assertThat(page.locator(".offer")).hasCount(0);
    }

    @Test
    void thePageSpeaksTheBrowsersLanguageBeforeItKnowsThePerson() {
        Page page = page(360, 740, "ru-RU");
        page.navigate(link());
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        assertThat(page.locator("h1")).not().hasText("signin.title");
    }

    private Page signIn(int width, int height) {
        Page page = page(width, height);
        page.navigate(link());
        button(page, "Enter").click();
        assertThat(page.locator(".places")).isVisible();
        return page;
    }

    private Page page(int width, int height) {
        return page(width, height, "en-GB");
    }

    private Page page(int width, int height, String locale) {
        BrowserContext context = Objects.requireNonNull(browser).browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height).setLocale(locale).setTimezoneId("Asia/Tokyo"));
        context.setDefaultTimeout(PATIENCE);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error"))
                complaints.add(message.text() + " " + message.location());
        });
        page.onPageError(complaints::add);
        return page;
    }

    private String link() {
        return "http://localhost:" + port + "/#claim=" + accounts.newSignInCode(ann);
    }

    private static void go(Page page, String place) {
        page.locator(".place[href='#" + place + "']").click();
    }

    private static void openTask(Page page, long id) {
        page.evaluate("location.hash = 'task/%d'".formatted(id));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private long add(String task) {
        return api.post("/api/tasks", task).json().get("id").asLong();
    }

    private JsonNode task(long id) {
        return api.get("/api/tasks/" + id).json();
    }
}
