package ptm.task;

import java.util.Optional;

import org.springframework.stereotype.Service;

import ptm.account.AccountId;

/** The timer of a person and what it recorded. One timer runs per person. */
@Service
public class WorkLog {

    /** Starts the timer on a task, stopping another that runs; starting twice changes nothing. */
    public WorkSession start(TaskKey key) {
        throw new UnsupportedOperationException();
    }

    /** Stops the running timer and adds its minutes to the task; empty if none runs. */
    public Optional<WorkSession> stop(AccountId account) {
        throw new UnsupportedOperationException();
    }

    public Optional<WorkSession> running(AccountId account) {
        throw new UnsupportedOperationException();
    }
}
