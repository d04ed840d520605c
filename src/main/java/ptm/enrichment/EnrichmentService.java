package ptm.enrichment;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

import ptm.account.AccountId;
import ptm.account.AiChoices;
import ptm.task.Actor;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.Provenance;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TasksCaptured;
import ptm.understanding.Annotator;

/** The one door to enrichment: durable jobs that ask the annotating engine about captured tasks. */
@Service
public class EnrichmentService {
    private final EnrichmentRuns runs;
    private final EnrichmentWork work;
    private final EnrichmentJob.EnrichmentQueue queue;
    private final ObjectProvider<Annotator> annotator;
    private final AiChoices choices;
    private final Clock clock;

    EnrichmentService(EnrichmentRuns runs, EnrichmentWork work, EnrichmentJob.EnrichmentQueue queue,
            ObjectProvider<Annotator> annotator, AiChoices choices, Clock clock) {
        this.runs = runs;
        this.work = work;
        this.queue = queue;
        this.annotator = annotator;
        this.choices = choices;
        this.clock = clock;
    }

    /** Schedules one job for all tasks of the message, in the transaction that saved them. */
    @EventListener
    void schedule(TasksCaptured captured) {
        List<TaskId> ids = captured.tasks().stream().filter(EnrichmentService::isNew).map(Task::id).toList();
        if (ids.isEmpty() || annotator.getIfAvailable() == null || !choices.isGiven(captured.account()))
            return;
        if (runs.add(captured.account(), captured.changeSet(), ids))
            queue.add(captured.account(), captured.changeSet(), clock.instant());
    }

    /** Imported tasks come as somebody left them; the next of a repeating task has what its last one had. */
    private static boolean isNew(Task task) {
        Provenance title = task.provenance().get(Field.TITLE);
        return task.isOpen() && task.previous() == null && (title == null || title.by() != Actor.IMPORT);
    }

    /** Stops what is under way for a message's tasks; whether there was anything to stop. */
    public boolean stop(AccountId account, ChangeSetId changeSet) {
        return work.stop(account, changeSet);
    }
}
