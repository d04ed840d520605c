package ptm.enrichment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.understanding.Annotator;
import ptm.understanding.UnderstandingService;

/** Goes through the tasks of a message in batches: asks with no transaction open, writes each batch in a short one. */
@Component
class EnrichmentWork {
    /** Tasks one call of the engine is asked about. */
    private static final int BATCH = 10;

    private final EnrichmentRuns runs;
    private final ObjectProvider<Annotator> annotator;
    private final UnderstandingService understanding;
    private final AccountService accounts;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<ChangeSetId, Thread> running = new ConcurrentHashMap<>();

    EnrichmentWork(EnrichmentRuns runs, ObjectProvider<Annotator> annotator, UnderstandingService understanding,
            AccountService accounts, TaskService tasks, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.annotator = annotator;
        this.understanding = understanding;
        this.accounts = accounts;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
    }

    void run(AccountId account, ChangeSetId changeSet) {
        Optional<EnrichmentRun> run = runs.find(account, changeSet).filter(found -> !found.isOver());
        Optional<Account> person = accounts.find(account);
        Annotator engine = annotator.getIfAvailable();
        if (run.isEmpty() || person.isEmpty() || engine == null)
            return;
        running.put(changeSet, Thread.currentThread());
        try {
            boolean goesOn = progressed(run.get(), run.get().done());
            while (goesOn)
                goesOn = step(engine, person.get(), run.get().account(), changeSet);
        } finally {
            running.remove(changeSet);
        }
    }

    /** Asks about the next batch and writes what was said; whether there is more to do. */
    private boolean step(Annotator engine, Account person, AccountId account, ChangeSetId changeSet) {
        Optional<EnrichmentRun> run = runs.find(account, changeSet).filter(found -> !found.isOver());
        if (run.isEmpty())
            return false;
        List<TaskId> batch = run.get().next(BATCH);
        List<Task> open = tasks.findAll(account, batch).stream().filter(Task::isOpen).toList();
        Map<TaskId, List<Proposed>> said = open.isEmpty()
                ? Map.of()
                : engine.annotate(person, open, understanding.vocabulary(account));
        int done = run.get().done() + batch.size();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!runs.advance(run.get(), done))
                return false;
            said.forEach((id, edits) -> edit(new TaskKey(account, id), edits, changeSet));
            publish(run.get(), done, false);
            return done < run.get().tasks().size();
        }));
    }

    private void edit(TaskKey key, List<Proposed> edits, ChangeSetId changeSet) {
        if (tasks.find(key).filter(Task::isOpen).isPresent())
            tasks.edit(key, null, edits, changeSet);
    }

    private boolean progressed(EnrichmentRun run, int done) {
        transaction.executeWithoutResult(status -> publish(run, done, false));
        return done < run.tasks().size();
    }

    private void publish(EnrichmentRun run, int done, boolean stopped) {
        events.publishEvent(
                new EnrichmentProgressed(run.account(), run.changeSet(), done, run.tasks().size(), stopped));
    }

    /** Ends it here and now: what is being asked is hung up on, what comes late is thrown away. */
    boolean stop(AccountId account, ChangeSetId changeSet) {
        return end(account, changeSet, "stopped");
    }

    /** The engine could not be asked, again and again: the built-in values stand, and nobody is told of plumbing. */
    void giveUp(AccountId account, ChangeSetId changeSet) {
        end(account, changeSet, "failed");
    }

    private boolean end(AccountId account, ChangeSetId changeSet, String state) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<EnrichmentRun> run = runs.find(account, changeSet);
            if (run.isEmpty() || !runs.end(account, changeSet, state))
                return false;
            publish(run.get(), run.get().done(), true);
            Thread thread = running.get(changeSet);
            if (thread != null)
                thread.interrupt();
            return true;
        }));
    }
}
