package ptm.panel;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.AiAccess;
import ptm.account.AiBudget;
import ptm.account.AiChoices;
import ptm.account.AiEndpoint;
import ptm.account.AiUsage;
import ptm.understanding.EndpointTrial;
import ptm.understanding.EndpointTrial.Outcome;
import tools.jackson.databind.JsonNode;

/** Which model is asked about a person's words: none, the operator's, their own; and what it costs. */
@RestController
@RequestMapping("/api/me/ai")
class AiController {
    /** So often an endpoint may be tried within {@link #AGAIN}: a trial calls whom a person names. */
    private static final int TRIALS = 20;
    static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY = 500;
    /** What stands in a header and in a name of a model: visible, and of one line. */
    private static final String VISIBLE = "[\\x21-\\x7E]*";

    private final AiChoices choices;
    private final AiBudget budget;
    private final EndpointTrial trial;
    private final AccountService accounts;
    private final Cache<AccountId, Bucket> tried = Caffeine.newBuilder().expireAfterAccess(AGAIN.multipliedBy(2))
            .build();

    AiController(AiChoices choices, AiBudget budget, EndpointTrial trial, AccountService accounts) {
        this.choices = choices;
        this.budget = budget;
        this.trial = trial;
        this.accounts = accounts;
    }

    @GetMapping
    Map<String, Object> ai(Account account) {
        AiAccess access = choices.of(account.id());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("on", !(access instanceof AiAccess.Refused));
        view.put("by", switch (access) {
            case AiAccess.Refused _,AiAccess.Missing _ -> "none";
            case AiAccess.Shared _ -> "operator";
            case AiAccess.Own _ -> "own";
        });
        view.put("host", access.host());
        view.put("keepsKeys", choices.canKeepKeys());
        view.put("own", choices.kept(account.id()).map(kept -> own(kept, accounts.zoneOf(account))).orElse(null));
        view.put("usage", usage(access instanceof AiAccess.Own
                ? budget.ownUsage(account.id())
                : budget.usage(account.id())));
        return view;
    }

    private static Map<String, @Nullable Object> own(AiChoices.Kept kept, ZoneId zone) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("url", kept.url());
        view.put("model", kept.model());
        view.put("fastModel", kept.fastModel());
        view.put("hasKey", kept.hasKey());
        view.put("keyEnd", kept.keyEnd());
        view.put("keptAt", Dates.format(kept.at(), zone));
        view.put("readable", kept.readable());
        return view;
    }

    private static Map<String, @Nullable Object> usage(AiUsage usage) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("calls", usage.calls());
        view.put("tokens", usage.tokens());
        view.put("tokensToday", usage.tokensToday());
        view.put("limit", usage.limit());
        view.put("limitToday", usage.limitToday());
        view.put("share", usage.limit() == null && usage.limitToday() == null ? null : usage.share());
        view.put("cost", usage.cost());
        return view;
    }

    /** Says that no model may be asked, or that one may again. */
    @PatchMapping
    Map<String, Object> choose(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("on");
        Boolean on = body.flag("on");
        if (on == null)
            throw body.refused("on", "true or false is expected.");
        choices.refuse(account.id(), !on);
        return ai(account);
    }

    /** Tries an endpoint and, if it works, asks it and no other from now on. The key is told to nobody again. */
    @PutMapping("/endpoint")
    Map<String, Object> keep(@RequestBody JsonNode json, Account account) {
        AiEndpoint endpoint = endpoint(Body.of(json).only("url", "model", "fastModel", "key"));
        if (endpoint.key() != null && !choices.canKeepKeys())
            throw RefusedEndpoint.withoutSecret();
        if (!tried.get(account.id(), person -> Bucket.builder().addLimit(limit -> limit.capacity(TRIALS)
                .refillGreedy(TRIALS, AGAIN)).build()).tryConsume(1))
            throw RefusedEndpoint.tooOften();
        Outcome outcome = trial.attempt(endpoint);
        if (outcome != Outcome.WORKS)
            throw RefusedEndpoint.because(outcome);
        choices.keep(account.id(), endpoint);
        return ai(account);
    }

    private static AiEndpoint endpoint(Body body) {
        String model = visible(body, "model", LONGEST_NAME);
        if (model == null)
            throw body.refused("model", "The name of a model is expected.");
        return new AiEndpoint(address(body.text("url", LONGEST_ADDRESS)), model,
                visible(body, "fastModel", LONGEST_NAME), visible(body, "key", LONGEST_KEY));
    }

    private static @Nullable String visible(Body body, String name, int longest) {
        String text = body.optionalText(name, longest);
        if (text == null || text.isBlank())
            return null;
        if (!text.strip().matches(VISIBLE))
            throw body.refused(name, "Letters, digits and signs without spaces are expected.");
        return text.strip();
    }

    /** The base, however much of the path to its end a person copied. */
    private static URI address(String text) {
        try {
            return new URI(text.strip().replaceFirst("/+$", "").replaceFirst("/chat/completions$", ""));
        } catch (URISyntaxException _) {
            throw RefusedEndpoint.because(Outcome.MALFORMED);
        }
    }

    /** Forgets the person's own endpoint and its key. */
    @DeleteMapping("/endpoint")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Account account) {
        if (!choices.remove(account.id()))
            throw Refusal.unknown("endpoint");
    }
}
