package ptm.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.suggestion.Feedback;
import ptm.task.Task;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.WorkLog;
import ptm.task.WorkSession;
import tools.jackson.databind.JsonNode;

/** Working on tasks: the timer, finishing, putting aside, and what is learned from each. */
@RestController
@RequestMapping("/api")
class WorkController {
    private final Work work;
    private final WorkLog log;
    private final TaskService tasks;
    private final AccountService accounts;
    private final Clock clock;

    WorkController(Work work, WorkLog log, TaskService tasks, AccountService accounts, Clock clock) {
        this.work = work;
        this.log = log;
        this.tasks = tasks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The running timer; {@code task} and {@code since} are null where none runs. */
    @GetMapping("/timer")
    Map<String, Object> timer(Account account) {
        return timer(log.running(account.id()).orElse(null), account);
    }

    @PostMapping("/tasks/{id}/start")
    Map<String, Object> start(@PathVariable long id, Account account) {
        return timer(work.start(TaskKey.of(account.id(), id)), account);
    }

    @PostMapping("/tasks/{id}/stop")
    Map<String, Object> stop(@PathVariable long id, Account account) {
        return view(work.stop(TaskKey.of(account.id(), id)), account);
    }

    @PostMapping("/tasks/{id}/done")
    Map<String, Object> done(@PathVariable long id, Account account) {
        return view(work.finish(TaskKey.of(account.id(), id)), account);
    }

    /** Puts a suggested task aside; the reason decides what follows from it. */
    @PostMapping("/tasks/{id}/skip")
    Map<String, Object> skip(@PathVariable long id, @RequestBody(required = false) @Nullable JsonNode json,
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
        return view(feedback == null
                ? task
                : work.putAside(task.key(), feedback, until == null ? tomorrow(account) : until), account);
    }

    private Instant tomorrow(Account account) {
        ZoneId zone = accounts.zoneOf(account);
        return clock.instant().atZone(zone).toLocalDate().plusDays(1).atTime(account.times().morning()).atZone(zone)
                .toInstant();
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
