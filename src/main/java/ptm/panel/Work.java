package ptm.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

/** What a person does with a task: the timer, the task and what is learned from it change together or not at all. */
@Service
class Work {
    private static final int UNKNOWN_MINUTES = 30;
    private static final int MOST_MINUTES = 100_000;

    private final TaskService tasks;
    private final WorkLog log;
    private final SuggestionService suggestions;
    private final Clock clock;

    Work(TaskService tasks, WorkLog log, SuggestionService suggestions, Clock clock) {
        this.tasks = tasks;
        this.log = log;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    @Transactional
    public WorkSession start(TaskKey key) {
        tasks.require(key);
        WorkSession session = log.start(key);
        suggestions.feedback(key, Feedback.STARTED);
        return session;
    }

    @Transactional
    public Task stop(TaskKey key) {
        tasks.require(key);
        stopIfOn(key);
        return tasks.require(key);
    }

    @Transactional
    public Task finish(TaskKey key) {
        tasks.require(key);
        stopIfOn(key);
        Task done = edit(key, new TaskEdit.Complete());
        suggestions.feedback(key, Feedback.DONE);
        return done;
    }

    /** @param until when the task is suggested again, where the reason hides it */
    @Transactional
    public Task putAside(TaskKey key, Feedback reason, Instant until) {
        Task task = tasks.require(key);
        stopIfOn(key);
        suggestions.feedback(key, reason);
        return switch (reason) {
            case NO_MOOD, BLOCKED -> edit(key, new TaskEdit.Hide(until));
            case TOO_LONG -> task.minutes() == null
                    ? task
                    : edit(key, new TaskEdit.Estimate(longer(task.minutes())));
            case NOT_HERE, SHOWN, STARTED, DONE -> tasks.require(key);
        };
    }

    private void stopIfOn(TaskKey key) {
        if (log.running(key.account()).filter(session -> session.task().equals(key)).isPresent())
            log.stop(key.account());
    }

    /** Two thirds longer, in fives; the same as in the chat. */
    private static int longer(@Nullable Integer minutes) {
        int before = minutes == null ? UNKNOWN_MINUTES : minutes;
        return Math.min(MOST_MINUTES, Math.max(before + 5, (int) Math.round(before * 5 / 3.0 / 5) * 5));
    }

    private Task edit(TaskKey key, TaskEdit edit) {
        return tasks.edit(key, null,
                List.of(new Proposed(edit, Provenance.user(clock.instant().truncatedTo(ChronoUnit.MICROS)))),
                ChangeSetId.random());
    }
}
