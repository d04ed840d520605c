package ptm.panel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.filter.Filter;
import ptm.filter.FilterJson;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Page;
import ptm.filter.PageRequest;
import ptm.filter.Preset;
import ptm.filter.Presets;
import ptm.filter.TaskFinder;
import ptm.task.ChangeSetId;
import ptm.task.RefusedValue;
import ptm.task.Task;
import ptm.task.TaskService;
import ptm.understanding.UnderstandingService;
import tools.jackson.databind.node.StringNode;

/** A person's whole bundle out and in: JSON lines, a task or a preset each. */
@RestController
class BundleController {
    private static final String NDJSON = "application/x-ndjson";

    private final TaskService tasks;
    private final TaskFinder finder;
    private final Presets presets;
    private final UnderstandingService understanding;
    private final AccountService accounts;
    private final LiveUpdates live;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BundleController(TaskService tasks, TaskFinder finder, Presets presets,
            UnderstandingService understanding, AccountService accounts, LiveUpdates live,
            Idempotency idempotency, TransactionTemplate transaction, Clock clock) {
        this.tasks = tasks;
        this.finder = finder;
        this.presets = presets;
        this.understanding = understanding;
        this.accounts = accounts;
        this.live = live;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/api/export")
    void export(Account account, HttpServletResponse response) throws IOException {
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ptm.ndjson\"");
        try (var out = new BufferedOutputStream(response.getOutputStream())) {
            writeTasks(account, out);
            for (Preset preset : presets.list(account.id()))
                line(out, Map.of("preset", FilterJson.write(preset)));
            for (Map<String, Object> vocabulary : VocabularyController.lines(account, tasks, understanding))
                line(out, vocabulary);
        }
    }

    private void writeTasks(Account account, OutputStream out) throws IOException {
        Instant now = clock.instant();
        ZoneId zone = accounts.zoneOf(account);
        String cursor = null;
        do {
            Page page = finder.find(account.id(), Filter.ALL, List.of(OrderKey.asc(OrderField.CREATED)),
                    new PageRequest(PageRequest.MAX_LIMIT, cursor), now, zone);
            for (Task task : page.tasks())
                line(out, TaskView.of(task, now, zone));
            cursor = page.next();
        } while (cursor != null);
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(PanelConfiguration.JSON.writeValueAsBytes(value));
        out.write('\n');
    }

    /** Takes a bundle in, all of it or, naming the first bad line, nothing. */
    @PostMapping("/api/import")
    ResponseEntity<?> take(HttpServletRequest request, Account account,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
        byte[] bytes = request.getInputStream().readAllBytes();
        var bundle = new BundleReader(account.id(), accounts.zoneOf(account), clock.instant(), tasks);
        bundle.read(bytes);
        return idempotency.once(account.id(), key, "POST /api/import",
                StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8)), HttpStatus.OK,
                () -> save(account, bundle));
    }

    private Map<String, Object> save(Account account, BundleReader bundle) {
        transaction.executeWithoutResult(open -> {
            addTasks(account, bundle);
            for (Preset preset : bundle.presets)
                presets.save(account.id(), ownIdOrNone(account, preset));
            bundle.themes.forEach(theme -> tasks.describe(account.id(), theme));
            bundle.words.forEach(word -> understanding.teach(account.id(), word.word(), word.where()));
        });
        live.reload(account.id());
        return Map.of("tasks", bundle.tasks.size(), "presets", bundle.presets.size());
    }

    private void addTasks(Account account, BundleReader bundle) {
        try {
            tasks.importAll(account.id(), bundle.tasks, ChangeSetId.random());
        } catch (RefusedValue refused) {
            String[] place = refused.pointer().split("/", 3);
            int line = place.length > 1 && place[1].matches("\\d{1,9}")
                    ? bundle.lines.get(Integer.parseInt(place[1]))
                    : 1;
            throw new BadLine(HttpStatus.UNPROCESSABLE_CONTENT, line, place.length > 2 ? "/" + place[2] : "",
                    String.valueOf(refused.getMessage()));
        }
    }

    private Preset ownIdOrNone(Account account, Preset preset) {
        Long id = preset.id();
        boolean own = id != null && presets.find(account.id(), id).isPresent();
        return own ? preset : FilterController.withId(null, preset);
    }
}
