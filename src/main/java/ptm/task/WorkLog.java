package ptm.task;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;

/** The timer of a person and what it recorded. One timer runs per person. */
@Service
public class WorkLog {

    private final WorkSessions sessions;
    private final Tasks tasks;
    private final TaskWriter writer;
    private final Clock clock;

    WorkLog(WorkSessions sessions, Tasks tasks, TaskWriter writer, Clock clock) {
        this.sessions = sessions;
        this.tasks = tasks;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Starts the timer on a task, stopping another that runs; starting twice changes nothing.
     *
     * @throws TaskNotFound if there is no such task in the account
     * @throws RefusedValue if the task is done or dropped
     */
    @Transactional
    public WorkSession start(TaskKey key) {
        sessions.lock(key.account());
        Task task = tasks.find(key).orElseThrow(() -> new TaskNotFound(key.id()));
        if (!task.isOpen())
            throw new RefusedValue("/status", "Only an open task can be started.");
        Optional<WorkSession> running = sessions.running(key.account());
        if (running.isPresent() && running.get().task().equals(key))
            return running.get();
        running.ifPresent(this::stop);
        return sessions.start(key, clock.instant());
    }

    /**
     * Stops the running timer and adds its minutes to the task, unless it {@link WorkSession#needsAnswer() ran so long}
     * that the person is asked first; empty if none runs.
     */
    @Transactional
    public Optional<WorkSession> stop(AccountId account) {
        sessions.lock(account);
        return sessions.running(account).map(this::stop);
    }

    private WorkSession stop(WorkSession session) {
        WorkSession stopped = sessions.stop(session, clock.instant());
        addToTask(stopped, stopped.countedMinutes());
        return stopped;
    }

    public Optional<WorkSession> running(AccountId account) {
        return sessions.running(account);
    }

    /** Sessions over four hours that wait to be told how long they were, the oldest first. */
    public List<WorkSession> unanswered(AccountId account) {
        return sessions.unanswered(account);
    }

    /**
     * Counts a long session as the person says; empty if there is no such session or it was counted already.
     *
     * @param minutes how long it really was, 0 to not count it at all
     * @throws RefusedValue if the minutes are out of range
     */
    @Transactional
    public Optional<WorkSession> answer(AccountId account, long session, int minutes) {
        requireMinutes(minutes);
        sessions.lock(account);
        return sessions.find(account, session).filter(WorkSession::needsAnswer).map(asked -> {
            addToTask(asked, minutes);
            return sessions.save(asked.lasting(minutes));
        });
    }

    /**
     * A counted session was another length than its timer says; empty if there is no such session, it still runs, or
     * that is its length already.
     *
     * @param minutes how long it really was
     * @throws RefusedValue if the minutes are out of range
     */
    @Transactional
    public Optional<WorkSession> correct(AccountId account, long session, int minutes) {
        requireMinutes(minutes);
        sessions.lock(account);
        return sessions.find(account, session)
                .filter(found -> !found.isRunning() && found.counted() && found.minutes() != minutes)
                .map(found -> {
                    addToTask(found, minutes - found.minutes());
                    return sessions.save(found.lasting(minutes));
                });
    }

    private static void requireMinutes(int minutes) {
        if (minutes < 0 || minutes > EditCheck.MAX_MINUTES)
            throw new RefusedValue("/minutes", "Minutes are 0 to " + EditCheck.MAX_MINUTES + ".");
    }

    /** How long things take this person compared with their estimates. */
    public Pace pace(AccountId account) {
        return Pace.of(tasks.timed(account, Pace.ENOUGH));
    }

    private void addToTask(WorkSession session, int minutes) {
        if (minutes == 0)
            return;
        tasks.lock(session.task()).ifPresent(task -> writer.update(session.task().account(),
                List.of(new TaskWriter.Changed(task, task.withSpent(minutes))), List.of(), ChangeSetId.random(),
                clock.instant()));
    }
}
