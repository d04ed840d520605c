package ptm.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.filter.Filter;
import ptm.filter.FilterJson;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Page;
import ptm.filter.PageRequest;
import ptm.filter.TaskFinder;
import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.RefusedValue;
import ptm.task.StaleTask;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.Undone;
import tools.jackson.databind.JsonNode;

/** Tasks: reading, making, editing, finding, their history and taking it back. */
@RestController
@RequestMapping("/api")
class TaskController {
    private static final int LONGEST_SOURCE = 100_000;
    private static final int LONGEST_CURSOR = 2_000;
    private static final List<OrderKey> NEWEST_FIRST = List.of(OrderKey.desc(OrderField.CREATED));

    private final TaskService tasks;
    private final TaskFinder finder;
    private final AccountService accounts;
    private final Idempotency idempotency;
    private final Clock clock;

    TaskController(TaskService tasks, TaskFinder finder, AccountService accounts, Idempotency idempotency,
            Clock clock) {
        this.tasks = tasks;
        this.finder = finder;
        this.accounts = accounts;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** All tasks that stand, the newest first, a page at a time. */
    @GetMapping("/tasks")
    Map<String, Object> list(@RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor, Account account) {
        int size = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
        if (size < 1 || size > PageRequest.MAX_LIMIT)
            throw new RefusedValue("/limit", "A number from 1 to " + PageRequest.MAX_LIMIT + " is expected.");
        return find(account, Filter.ALL, NEWEST_FIRST, new PageRequest(size, cursor));
    }

    @PostMapping("/tasks/search")
    Map<String, Object> search(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("where", "order", "limit", "cursor");
        JsonNode order = body.find("order");
        Integer limit = body.integer("limit", 1, PageRequest.MAX_LIMIT);
        return find(account, FilterJson.read(body.require("where"), "/where"),
                order == null ? List.of() : FilterJson.readOrder(order, "/order"),
                new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit,
                        body.optionalText("cursor", LONGEST_CURSOR)));
    }

    private Map<String, Object> find(Account account, Filter where, List<OrderKey> order, PageRequest request) {
        Instant now = clock.instant();
        ZoneId zone = accounts.zoneOf(account);
        Page page = finder.find(account.id(), where, order, request, now, zone);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("tasks", page.tasks().stream().map(task -> TaskView.of(task, now, zone)).toList());
        view.put("next", page.next());
        view.put("count", page.count());
        return view;
    }

    @PostMapping("/tasks")
    ResponseEntity<?> add(@RequestBody JsonNode json, Account account,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Body body = Body.of(json);
        List<TaskEdit> edits = TaskPatch.toEdits(body, TaskPatch.Base.NOTHING, accounts.zoneOf(account),
                Set.of("source"));
        String source = body.optionalText("source", LONGEST_SOURCE);
        var draft = new TaskDraft(source == null ? body.text("title", LONGEST_SOURCE).strip() : source, byUser(edits));
        if (draft.title().isEmpty())
            throw body.refused("title", "A title is expected.");
        return idempotency.once(account.id(), key, "POST /api/tasks", json, HttpStatus.CREATED,
                () -> view(tasks.add(account.id(), List.of(draft), ChangeSetId.random()).getFirst(), account));
    }

    @GetMapping("/tasks/{id}")
    ResponseEntity<Map<String, Object>> get(@PathVariable long id, Account account) {
        return answer(tasks.require(TaskKey.of(account.id(), id)), account);
    }

    @PatchMapping("/tasks/{id}")
    ResponseEntity<Map<String, Object>> edit(@PathVariable long id, @RequestBody JsonNode json, Account account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Task current = tasks.require(TaskKey.of(account.id(), id));
        Long expected = expected(ifMatch, current);
        List<TaskEdit> edits = TaskPatch.toEdits(Body.of(json), TaskPatch.Base.of(current), accounts.zoneOf(account),
                Set.of());
        if (edits.isEmpty())
            return answer(current, account);
        return answer(tasks.edit(current.key(), expected, byUser(edits), ChangeSetId.random()), account);
    }

    /** Deletes a task; the header {@code Change-Set} of the answer takes it back by {@code /undo}. */
    @DeleteMapping("/tasks/{id}")
    ResponseEntity<Void> delete(@PathVariable long id, Account account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Task current = tasks.require(TaskKey.of(account.id(), id));
        Long expected = ifMatch == null ? null : expected(ifMatch, current);
        ChangeSetId changeSet = ChangeSetId.random();
        tasks.edit(current.key(), expected, byUser(List.of(new TaskEdit.Delete())), changeSet);
        return ResponseEntity.noContent().header("Change-Set", changeSet.toString()).build();
    }

    /** The version that a patch is meant for; null for whichever there is, by {@code If-Match: *}. */
    private static @Nullable Long expected(@Nullable String ifMatch, Task current) {
        if (ifMatch == null)
            throw Refusal.unconditional();
        if (ifMatch.strip().equals("*"))
            return null;
        String version = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!version.equals(Long.toString(current.version())))
            throw new StaleTask(current.id(), current.version());
        return current.version();
    }

    @GetMapping("/tasks/{id}/history")
    List<Map<String, Object>> history(@PathVariable long id, Account account) {
        TaskKey key = TaskKey.of(account.id(), id);
        tasks.require(key);
        ZoneId zone = accounts.zoneOf(account);
        return tasks.history(key).stream().map(change -> EditView.of(change, zone)).toList();
    }

    /** Takes back one change, or all that one message, press or patch did. */
    @PostMapping("/undo")
    Map<String, Object> undo(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("change", "changeSet");
        Long change = body.number("change", 0, Long.MAX_VALUE);
        Undone undone = change != null
                ? tasks.undoChange(account.id(), change)
                : tasks.undo(account.id(), VocabularyController.changeSet(body));
        if (undone.isEmpty())
            throw Refusal.unknown("change to take back");
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("changeSet", undone.changeSet().toString());
        view.put("changed", undone.changed().stream().map(task -> view(task, account)).toList());
        view.put("kept", undone.kept().stream().map(task -> view(task, account)).toList());
        return view;
    }

    private List<Proposed> byUser(List<TaskEdit> edits) {
        Provenance user = Provenance.user(clock.instant().truncatedTo(ChronoUnit.MICROS));
        return edits.stream().map(edit -> new Proposed(edit, user)).toList();
    }

    private Map<String, Object> view(Task task, Account account) {
        return TaskView.of(task, clock.instant(), accounts.zoneOf(account));
    }

    private ResponseEntity<Map<String, Object>> answer(Task task, Account account) {
        return ResponseEntity.ok().eTag(Long.toString(task.version())).body(view(task, account));
    }
}
