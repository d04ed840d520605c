package ptm.enrichment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.AiChoices;
import ptm.task.ChangeSetId;
import ptm.task.Proposed;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.understanding.Annotator;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.UnderstandingService;
import ptm.understanding.Vocabulary;

/** Goes through the tasks of a message in batches: asks with no transaction open, writes each batch in a short one. */
@Component
class EnrichmentWork {
    /** Tasks one call of the engine is asked about. */
    private static final int BATCH = 10;
    /** Corrected tasks that examples are chosen from. */
    private static final int LESSONS = 50;

    private final EnrichmentRuns runs;
    private final ObjectProvider<Annotator> annotator;
    private final UnderstandingService understanding;
    private final AccountService accounts;
    private final AiChoices choices;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    /** Who asks the engine at this moment, and is to be interrupted when it is stopped. */
    private final Map<ChangeSetId, Thread> asking = new ConcurrentHashMap<>();

    EnrichmentWork(EnrichmentRuns runs, ObjectProvider<Annotator> annotator, UnderstandingService understanding,
            AccountService accounts, AiChoices choices, TaskService tasks, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.annotator = annotator;
        this.understanding = understanding;
        this.accounts = accounts;
        this.choices = choices;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Goes on where the message's run stands, if it is not over.
     *
     * @throws AnnotatorUnavailable if the engine could not be asked; what was found so far is kept
     */
    void run(AccountId account, ChangeSetId changeSet) {
        Optional<EnrichmentRun> run = unfinished(account, changeSet);
        Optional<Account> person = accounts.find(account);
        Annotator engine = annotator.getIfAvailable();
        if (run.isEmpty() || person.isEmpty() || engine == null)
            return;
        boolean goesOn = begun(run.get());
        while (goesOn)
            goesOn = step(engine, person.get(), changeSet);
    }

    private Optional<EnrichmentRun> unfinished(AccountId account, ChangeSetId changeSet) {
        return runs.find(account, changeSet).filter(found -> !found.isOver());
    }

    /** Asks about the next batch and writes what was said; whether there is more to do. */
    private boolean step(Annotator engine, Account person, ChangeSetId changeSet) {
        Optional<EnrichmentRun> run = unfinished(person.id(), changeSet);
        if (run.isEmpty())
            return false;
        if (!choices.isGiven(person.id())) {
            end(person.id(), changeSet, "stopped");
            return false;
        }
        List<TaskId> batch = run.get().next(BATCH);
        Map<TaskId, List<Proposed>> said;
        try {
            said = ask(engine, person, batch, changeSet);
        } catch (AnnotatorUnavailable unavailable) {
            if (unfinished(person.id(), changeSet).isEmpty())
                return false; // it was stopped: that is why there is no answer
            throw unavailable;
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> write(run.get(), batch, said)));
    }

    private Map<TaskId, List<Proposed>> ask(Annotator engine, Account person, List<TaskId> batch,
            ChangeSetId changeSet) {
        List<Task> open = tasks.findAll(person.id(), batch).stream().filter(Task::isOpen).toList();
        if (open.isEmpty())
            return Map.of();
        Vocabulary vocabulary = understanding.vocabulary(person.id());
        asking.put(changeSet, Thread.currentThread());
        try {
            return engine.annotate(person, open, vocabulary, tasks.lessons(person.id(), LESSONS));
        } finally {
            asking.remove(changeSet);
            Thread.interrupted(); // what came too late to stop the engine must not break the database's work
        }
    }

    private boolean write(EnrichmentRun run, List<TaskId> batch, Map<TaskId, List<Proposed>> said) {
        int done = run.done() + batch.size();
        if (!runs.advance(run, done))
            return false;
        said.forEach((id, edits) -> edit(new TaskKey(run.account(), id), edits, run.changeSet()));
        publish(run, done, false);
        return done < run.tasks().size();
    }

    private void edit(TaskKey key, List<Proposed> edits, ChangeSetId changeSet) {
        if (tasks.find(key).filter(Task::isOpen).isPresent())
            tasks.edit(key, null, edits, changeSet);
    }

    private boolean begun(EnrichmentRun run) {
        transaction.executeWithoutResult(_ -> publish(run, run.done(), false));
        return run.done() < run.tasks().size();
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

    /** It goes on in a while: until then nobody is made to look at a line that does not move. */
    void pause(AccountId account, ChangeSetId changeSet) {
        transaction.executeWithoutResult(
                _ -> unfinished(account, changeSet).ifPresent(run -> publish(run, run.done(), true)));
    }

    private boolean end(AccountId account, ChangeSetId changeSet, String state) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<EnrichmentRun> run = runs.find(account, changeSet);
            if (run.isEmpty() || !runs.end(account, changeSet, state))
                return false;
            publish(run.get(), run.get().done(), true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    hangUp(changeSet);
                }
            });
            return true;
        }));
    }

    private void hangUp(ChangeSetId changeSet) {
        asking.computeIfPresent(changeSet, (_, thread) -> {
            thread.interrupt();
            return thread;
        });
    }
}
