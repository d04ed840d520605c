package ptm.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.enrichment.EnrichmentService;
import ptm.filter.Filter;
import ptm.filter.FilterJson;
import ptm.filter.FilterText;
import ptm.suggestion.Part;
import ptm.suggestion.SuggestionService;
import ptm.suggestion.Weights;
import ptm.task.ChangeSetId;
import ptm.task.TaskService;
import ptm.task.Theme;
import ptm.understanding.UnderstandingService;
import tools.jackson.databind.JsonNode;

/** What PTM knows of a person's ways: themes, contexts, words they explained, what it learned; and how to forget it. */
@RestController
@RequestMapping("/api")
class VocabularyController {
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_TEXT = 2_000;

    private final TaskService tasks;
    private final UnderstandingService understanding;
    private final SuggestionService suggestions;
    private final EnrichmentService enrichment;

    VocabularyController(TaskService tasks, UnderstandingService understanding, SuggestionService suggestions,
            EnrichmentService enrichment) {
        this.tasks = tasks;
        this.understanding = understanding;
        this.suggestions = suggestions;
        this.enrichment = enrichment;
    }

    @GetMapping("/vocabulary")
    Map<String, Object> vocabulary(Account account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("themes", tasks.themes(account.id()).stream().map(VocabularyController::theme).toList());
        view.put("contexts", tasks.contexts(account.id()));
        view.put("words", understanding.taught(account.id()).entrySet().stream()
                .map(taught -> word(taught.getKey(), taught.getValue())).toList());
        return view;
    }

    /** Describes a theme, whether or not a task has it yet. */
    @PutMapping("/vocabulary/themes")
    Map<String, Object> describe(@RequestBody JsonNode json, Account account) {
        return theme(tasks.describe(account.id(), theme(Body.of(json))));
    }

    /** Explains a word: from now on it stands for the filter. */
    @PutMapping("/vocabulary/words")
    Map<String, Object> teach(@RequestBody JsonNode json, Account account) {
        Word taught = Word.read(Body.of(json));
        understanding.teach(account.id(), taught.word(), taught.where());
        return word(taught.word(), taught.where());
    }

    @DeleteMapping("/vocabulary/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@RequestParam String word, Account account) {
        if (word.indexOf(0) >= 0 || !understanding.forget(account.id(), word))
            throw Refusal.unknown("word");
    }

    /** How much each part of a score counts for this person; 1 is as for everybody. */
    @GetMapping("/learned")
    Map<String, Object> learned(Account account) {
        Weights weights = suggestions.weights(account.id());
        Map<String, Object> factors = new LinkedHashMap<>();
        Stream.of(Part.values()).forEach(part -> factors.put(part.name().toLowerCase(Locale.ROOT),
                weights.factor(part)));
        return Map.of("weights", factors);
    }

    @DeleteMapping("/learned")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetLearned(Account account) {
        suggestions.forgetWeights(account.id());
    }

    /** Stops the enrichment of what one message made; {@code stopped} is false where there was none under way. */
    @PostMapping("/enrichment/stop")
    Map<String, Object> stop(@RequestBody JsonNode json, Account account) {
        ChangeSetId changeSet = changeSet(Body.of(json).only("changeSet"));
        return Map.of("stopped", enrichment.stop(account.id(), changeSet));
    }

    static ChangeSetId changeSet(Body body) {
        try {
            return new ChangeSetId(UUID.fromString(body.text("changeSet", 100)));
        } catch (IllegalArgumentException _) {
            throw body.refused("changeSet", "The changeSet of a change is expected.");
        }
    }

    static Theme theme(Body body) {
        body.only("name", "description");
        String description = body.optionalText("description", LONGEST_TEXT);
        return new Theme(body.text("name", LONGEST_TEXT).strip(), description == null ? "" : description);
    }

    static Map<String, Object> theme(Theme theme) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", theme.name());
        view.put("description", theme.description());
        return view;
    }

    private static Map<String, Object> word(String word, Filter where) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("word", word);
        view.put("where", FilterJson.write(where));
        view.put("text", FilterText.print(where));
        return view;
    }

    /** A word and what it stands for. */
    record Word(String word, Filter where) {
        static Word read(Body body) {
            body.only("word", "where", "text");
            return new Word(body.text("word", LONGEST_WORD).strip(),
                    FilterJson.read(body.require("where"), body.pointer("where")));
        }
    }

    /** The lines of an export that hold this. */
    static List<Map<String, Object>> lines(Account account, TaskService tasks, UnderstandingService understanding) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Theme theme : tasks.themes(account.id()))
            if (!theme.description().isEmpty())
                lines.add(Map.of("theme", theme(theme)));
        understanding.taught(account.id()).forEach((word, where) -> lines.add(Map.of("word", word(word, where))));
        return lines;
    }
}
