package ptm.panel;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.AccessToken;
import ptm.account.AccessTokens;
import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Admission;
import ptm.account.Language;
import ptm.account.QuietHours;
import ptm.account.TimesOfDay;
import tools.jackson.databind.JsonNode;

/** A person's settings, tokens and links; for the owner, the people. */
@RestController
@RequestMapping("/api")
class AccountController {
    private static final int LONGEST_NAME = 100;
    private static final int AUDIT_LINES = 200;

    private final AccountService accounts;
    private final AccessTokens tokens;
    private final SocketTickets tickets;

    AccountController(AccountService accounts, AccessTokens tokens, SocketTickets tickets) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.tickets = tickets;
    }

    @GetMapping("/me")
    Map<String, Object> me(Account account) {
        Map<String, Object> view = person(account);
        view.put("zone", accounts.zoneOf(account).getId());
        view.put("zoneSet", account.zone() != null);
        view.put("times", times(account.times()));
        view.put("quiet", Map.of("from", account.quiet().from().toString(), "until",
                account.quiet().until().toString()));
        view.put("identities", accounts.identitiesOf(account.id()).stream()
                .map(identity -> Map.of("provider", identity.provider())).toList());
        return view;
    }

    @PatchMapping("/me")
    Map<String, Object> edit(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("language", "zone", "times", "quiet");
        Settings settings = Settings.read(body, account);
        if (body.has("language"))
            accounts.setLanguage(account.id(), settings.language());
        if (body.has("zone"))
            accounts.setZone(account.id(), body.zone("zone"));
        if (body.has("times"))
            accounts.setTimes(account.id(), settings.times());
        if (body.has("quiet"))
            accounts.setQuiet(account.id(), settings.quiet());
        return me(accounts.require(account.id()));
    }

    /** All that a patch of settings says, read before anything is changed. */
    private record Settings(Language language, TimesOfDay times, QuietHours quiet) {
        static Settings read(Body body, Account account) {
            body.zone("zone");
            return new Settings(language(body, account), times(body, account.times()), quiet(body, account.quiet()));
        }

        private static Language language(Body body, Account account) {
            if (!body.has("language"))
                return account.language();
            String code = body.text("language", 10);
            for (Language language : Language.values())
                if (language.code().equals(code))
                    return language;
            throw body.refused("language", "en or ru is expected.");
        }

        private static TimesOfDay times(Body body, TimesOfDay now) {
            JsonNode given = body.find("times");
            if (given == null)
                return body.has("times") ? TimesOfDay.DEFAULT : now;
            Body times = Body.at(given, body.pointer("times")).only("morning", "noon", "lunch", "afternoon",
                    "endOfDay", "evening", "tonight", "night");
            return new TimesOfDay(times.time("morning", now.morning()), times.time("noon", now.noon()),
                    times.time("lunch", now.lunch()), times.time("afternoon", now.afternoon()),
                    times.time("endOfDay", now.endOfDay()), times.time("evening", now.evening()),
                    times.time("tonight", now.tonight()), times.time("night", now.night()));
        }

        private static QuietHours quiet(Body body, QuietHours now) {
            JsonNode given = body.find("quiet");
            if (given == null)
                return body.has("quiet") ? QuietHours.DEFAULT : now;
            Body quiet = Body.at(given, body.pointer("quiet")).only("from", "until");
            return new QuietHours(quiet.time("from", now.from()), quiet.time("until", now.until()));
        }
    }

    /** A code by which Telegram joins this account, or by which this browser joins Telegram's. */
    @PostMapping("/link-code")
    Map<String, Object> linkCode(Account account) {
        return Map.of("code", accounts.newLinkCode(account.id()), "expiresIn", 900);
    }

    /** A ticket for one WebSocket at {@code /ws?ticket=}, good for 30 seconds. */
    @PostMapping("/ws-ticket")
    Map<String, Object> socketTicket(Person person) {
        return Map.of("ticket", tickets.issue(person.account().id(), person.session()), "expiresIn",
                SocketTickets.LIFETIME.toSeconds());
    }

    @GetMapping("/tokens")
    List<Map<String, Object>> tokens(Account account) {
        return tokens.list(account.id()).stream().map(token -> token(token, accounts.zoneOf(account))).toList();
    }

    /** Makes a token; its secret is told now and never again. */
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> makeToken(@RequestBody JsonNode json, Account account) {
        String name = Body.of(json).only("name").text("name", LONGEST_NAME).strip();
        AccessToken.Issued issued = tokens.create(account.id(), name);
        Map<String, Object> view = token(issued.token(), accounts.zoneOf(account));
        view.put("secret", issued.secret());
        return view;
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable long id, Account account) {
        if (!tokens.revoke(account.id(), id))
            throw Refusal.unknown("token");
    }

    /** The last sign-ins and changes of rights and keys, the newest first. */
    @GetMapping("/audit")
    List<Map<String, Object>> audit(Account account) {
        ZoneId zone = accounts.zoneOf(account);
        return accounts.audit(account.id(), AUDIT_LINES).stream().map(line -> Map.<String, Object>of("at",
                Dates.format(line.at(), zone), "what", line.what(), "detail", line.detail())).toList();
    }

    @GetMapping("/people")
    List<Map<String, Object>> people() {
        return accounts.people().stream().map(AccountController::person).toList();
    }

    /** The owner's word about somebody: let in, declined or blocked. */
    @PostMapping("/people/{id}")
    Map<String, Object> decide(@PathVariable long id, @RequestBody JsonNode json) {
        Body body = Body.of(json).only("decision");
        Admission decision = switch (body.text("decision", 20)) {
            case "let-in" -> Admission.LET_IN;
            case "declined" -> Admission.DECLINED;
            case "blocked" -> Admission.BLOCKED;
            default -> throw body.refused("decision", "let-in, declined or blocked is expected.");
        };
        return accounts.decide(new AccountId(id), decision).map(AccountController::person)
                .orElseThrow(() -> Refusal.unknown("person"));
    }

    private static Map<String, Object> person(Account account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", account.id().value());
        view.put("name", account.name());
        view.put("role", account.role().name().toLowerCase(Locale.ROOT));
        view.put("language", account.language().code());
        return view;
    }

    private static Map<String, String> times(TimesOfDay times) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("morning", times.morning().toString());
        view.put("noon", times.noon().toString());
        view.put("lunch", times.lunch().toString());
        view.put("afternoon", times.afternoon().toString());
        view.put("endOfDay", times.endOfDay().toString());
        view.put("evening", times.evening().toString());
        view.put("tonight", times.tonight().toString());
        view.put("night", times.night().toString());
        return view;
    }

    private static Map<String, Object> token(AccessToken token, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", token.id());
        view.put("name", token.name());
        view.put("bootstrap", token.bootstrap());
        view.put("createdAt", Dates.format(token.createdAt(), zone));
        view.put("lastUsedAt", token.lastUsedAt() == null ? null : Dates.format(token.lastUsedAt(), zone));
        return view;
    }
}
