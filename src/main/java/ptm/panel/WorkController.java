package ptm.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.suggestion.Feedback;
import ptm.suggestion.SuggestionService;
import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.WorkLog;
import ptm.task.WorkSession;
import tools.jackson.databind.JsonNode;

/** Working on tasks: the timer, finishing, putting aside, and what is learned from each. */
@RestController
@RequestMapping("/api")
class WorkController {
    private static final int UNKNOWN_MINUTES = 30;
    private static final int MOST_MINUTES = 100_000;

    private final TaskService tasks;
    private final WorkLog work;
    private final SuggestionService suggestions;
    private final AccountService accounts;
    private final Clock clock;

    WorkController(TaskService tasks, WorkLog work, SuggestionService suggestions, AccountService accounts,
            Clock clock) {
        this.tasks = tasks;
        this.work = work;
        this.suggestions = suggestions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The running timer; {@code task} and {@code since} are null where none runs. */
    @GetMapping("/timer")
    Map<String, Object> timer(Account account) {
        return timer(work.running(account.id()).orElse(null), account);
    }

    @PostMapping("/tasks/{id}/start")
    @Transactional
    public Map<String, Object> start(@PathVariable long id, Account account) {
        TaskKey key = tasks.require(TaskKey.of(account.id(), id)).key();
        WorkSession session = work.start(key);
        suggestions.feedback(key, Feedback.STARTED);
        return timer(session, account);
    }

    @PostMapping("/tasks/{id}/stop")
    @Transactional
    public Map<String, Object> stop(@PathVariable long id, Account account) {
        TaskKey key = tasks.require(TaskKey.of(account.id(), id)).key();
        stopIfOn(key);
        return view(tasks.require(key), account);
    }

    @PostMapping("/tasks/{id}/done")
    @Transactional
    public Map<String, Object> done(@PathVariable long id, Account account) {
        TaskKey key = tasks.require(TaskKey.of(account.id(), id)).key();
        stopIfOn(key);
        Task done = edit(key, new TaskEdit.Complete());
        suggestions.feedback(key, Feedback.DONE);
        return view(done, account);
    }

    private void stopIfOn(TaskKey key) {
        if (work.running(key.account()).filter(session -> session.task().equals(key)).isPresent())
            work.stop(key.account());
    }

    /** Puts a suggested task aside; the reason decides what follows from it. */
    @PostMapping("/tasks/{id}/skip")
    @Transactional
    public Map<String, Object> skip(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode json,
            Account account) {
        Task task = tasks.require(TaskKey.of(account.id(), id));
        if (json == null)
            return view(task, account);
        Body body = Body.of(json).only("reason", "until");
        String reason = body.optionalText("reason", 20);
        Feedback feedback = reason == null ? null : switch (reason) {
            case "tooLong" -> Feedback.TOO_LONG;
            case "notHere" -> Feedback.NOT_HERE;
            case "noMood" -> Feedback.NO_MOOD;
            case "blocked" -> Feedback.BLOCKED;
            default -> throw body.refused("reason", "tooLong, notHere, noMood or blocked is expected.");
        };
        Instant until = body.instant("until");
        if (feedback == null)
            return view(task, account);
        stopIfOn(task.key());
        suggestions.feedback(task.key(), feedback);
        return view(follow(task, feedback, until == null ? tomorrow(account) : until), account);
    }

    private Task follow(Task task, Feedback feedback, Instant until) {
        return switch (feedback) {
            case NO_MOOD, BLOCKED -> edit(task.key(), new TaskEdit.Hide(until));
            case TOO_LONG -> task.minutes() == null
                    ? task
                    : edit(task.key(),
                            new TaskEdit.Estimate(longer(task.minutes())));
            case NOT_HERE, SHOWN, STARTED, DONE -> tasks.require(task.key());
        };
    }

    /** Two thirds longer, in fives; the same as in the chat. */
    private static int longer(@Nullable Integer minutes) {
        int before = minutes == null ? UNKNOWN_MINUTES : minutes;
        return Math.min(MOST_MINUTES, Math.max(before + 5, (int) Math.round(before * 5 / 3.0 / 5) * 5));
    }

    private Instant tomorrow(Account account) {
        ZoneId zone = accounts.zoneOf(account);
        return clock.instant().atZone(zone).toLocalDate().plusDays(1).atTime(account.times().morning()).atZone(zone)
                .toInstant();
    }

    private Task edit(TaskKey key, TaskEdit edit) {
        return tasks.edit(key, null,
                List.of(new Proposed(edit, Provenance.user(clock.instant().truncatedTo(ChronoUnit.MICROS)))),
                ChangeSetId.random());
    }

    private Map<String, Object> timer(@Nullable WorkSession session, Account account) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("task", session == null ? null : view(tasks.require(session.task()), account));
        view.put("since", session == null ? null : Dates.format(session.since(), accounts.zoneOf(account)));
        return view;
    }

    private Map<String, Object> view(Task task, Account account) {
        return TaskView.of(task, clock.instant(), accounts.zoneOf(account));
    }
}
