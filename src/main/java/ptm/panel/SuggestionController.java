package ptm.panel;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.filter.FilterJson;
import ptm.filter.Preset;
import ptm.filter.Presets;
import ptm.suggestion.Situation;
import ptm.suggestion.Suggestion;
import ptm.suggestion.SuggestionService;
import ptm.suggestion.Suggestions;
import ptm.suggestion.Suggestions.Loosened;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.UnderstandingService;
import ptm.understanding.Utterance;
import tools.jackson.databind.JsonNode;

/** Which tasks now, and why: for a preset or for a request in plain words. */
@RestController
class SuggestionController {
    private final SuggestionService suggestions;
    private final UnderstandingService understanding;
    private final Presets presets;
    private final AccountService accounts;
    private final Clock clock;

    SuggestionController(SuggestionService suggestions, UnderstandingService understanding, Presets presets,
            AccountService accounts, Clock clock) {
        this.suggestions = suggestions;
        this.understanding = understanding;
        this.presets = presets;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param json {@code preset} (a tree, or the number of a saved one) or {@code text}; {@code exclude} is optional */
    @PostMapping("/api/suggestions")
    Map<String, Object> suggest(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("preset", "text", "exclude");
        ZoneId zone = accounts.zoneOf(account);
        Situation situation = new Situation(clock.instant(), zone, Set.copyOf(body.ids("exclude")));
        return view(suggestions.suggest(account, preset(body, account), situation), situation);
    }

    private Preset preset(Body body, Account account) {
        JsonNode given = body.find("preset");
        if (given == null)
            return read(body, account);
        if (!given.isIntegralNumber())
            return FilterJson.readPreset(given, "/preset");
        Long id = body.number("preset", 1, Long.MAX_VALUE);
        return presets.find(account.id(), id == null ? 0 : id).orElseThrow(() -> Refusal.unknown("preset"));
    }

    private Preset read(Body body, Account account) {
        String text = body.text("text", Utterance.MAX_LENGTH);
        Interpretation read = understanding.interpret(account, Utterance.own(text, clock.instant()), List.of(), null,
                null);
        if (read.intent() instanceof Intent.Request(Preset preset, _))
            return preset;
        throw body.refused("text", "A request for tasks is expected, such as: 30 useful minutes.");
    }

    private static Map<String, Object> view(Suggestions found, Situation situation) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("preset", FilterJson.write(found.preset()));
        view.put("suggestions", found.list().stream().map(one -> view(one, situation)).toList());
        view.put("count", found.count());
        view.put("loosened", view(found.loosened()));
        return view;
    }

    private static Map<String, Object> view(Suggestion suggestion, Situation situation) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("task", TaskView.of(suggestion.task(), situation.now(), situation.zone()));
        view.put("reason", suggestion.reason());
        view.put("score", suggestion.score());
        view.put("parts", suggestion.parts());
        return view;
    }

    private static @Nullable Map<String, Object> view(@Nullable Loosened loosened) {
        if (loosened == null)
            return null;
        return Map.of("dropped", loosened.dropped(), "alternatives", loosened.alternatives().stream()
                .map(other -> Map.of("label", other.label(), "preset", FilterJson.write(other.preset()))).toList());
    }
}
