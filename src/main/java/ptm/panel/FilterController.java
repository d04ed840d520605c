package ptm.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.filter.Filter;
import ptm.filter.FilterJson;
import ptm.filter.FilterSentence;
import ptm.filter.FilterText;
import ptm.filter.OrderKey;
import ptm.filter.PageRequest;
import ptm.filter.ParsedFilter;
import ptm.filter.Preset;
import ptm.filter.Presets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters between text and tree, and a person's saved presets. */
@RestController
@RequestMapping("/api")
class FilterController {
    private static final int LONGEST_TEXT = 20_000;

    private final Presets presets;
    private final Idempotency idempotency;

    FilterController(Presets presets, Idempotency idempotency) {
        this.presets = presets;
        this.idempotency = idempotency;
    }

    @PostMapping("/filters/parse")
    Map<String, Object> parse(@RequestBody JsonNode json, Account account) {
        String text = Body.of(json).only("text").optionalText("text", LONGEST_TEXT);
        ParsedFilter parsed = FilterText.parse(text == null ? "" : text);
        return both(parsed.where(), parsed.order(), parsed.limit(), account);
    }

    @PostMapping("/filters/print")
    Map<String, Object> print(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("where", "order", "limit");
        JsonNode order = body.find("order");
        return both(FilterJson.read(body.require("where"), "/where"),
                order == null ? List.of() : FilterJson.readOrder(order, "/order"),
                body.integer("limit", 1, PageRequest.MAX_LIMIT), account);
    }

    private static Map<String, Object> both(Filter where, List<OrderKey> order, @Nullable Integer limit,
            Account account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("text", FilterText.print(where, order, limit));
        view.put("where", FilterJson.write(where));
        view.put("order", FilterJson.write(order));
        view.put("limit", limit);
        FilterSentence sentence = FilterSentence.describe(where, order, limit, account.language());
        view.put("description", sentence.title());
        view.put("chips", sentence.chips().stream()
                .map(chip -> Map.of("text", chip.text(), "where", FilterJson.write(chip.part()))).toList());
        return view;
    }

    @GetMapping("/presets")
    List<ObjectNode> presets(Account account) {
        return presets.list(account.id()).stream().map(FilterJson::write).toList();
    }

    @GetMapping("/presets/{id}")
    ObjectNode preset(@PathVariable long id, Account account) {
        return FilterJson.write(require(account, id));
    }

    @PostMapping("/presets")
    ResponseEntity<?> add(@RequestBody JsonNode json, Account account,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Preset preset = withId(null, FilterJson.readPreset(json, ""));
        return idempotency.once(account.id(), key, "POST /api/presets", json, HttpStatus.CREATED,
                () -> FilterJson.write(presets.save(account.id(), preset)));
    }

    @PutMapping("/presets/{id}")
    ObjectNode replace(@PathVariable long id, @RequestBody JsonNode json, Account account) {
        require(account, id);
        return FilterJson.write(presets.save(account.id(), withId(id, FilterJson.readPreset(json, ""))));
    }

    @DeleteMapping("/presets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Account account) {
        if (!presets.delete(account.id(), id))
            throw Refusal.unknown("preset");
    }

    private Preset require(Account account, long id) {
        return presets.find(account.id(), id).orElseThrow(() -> Refusal.unknown("preset"));
    }

    static Preset withId(@Nullable Long id, Preset preset) {
        return new Preset(id, preset.name(), preset.request(), preset.where(), preset.order(), preset.limit(),
                preset.pinned());
    }
}
