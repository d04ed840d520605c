package ptm.enrichment;

import java.util.List;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;
import ptm.task.TaskId;

/** The tasks of one message on their way through the annotating engine. */
record EnrichmentRun(AccountId account, ChangeSetId changeSet, List<TaskId> tasks, int done, boolean isOver) {
    EnrichmentRun {
        tasks = List.copyOf(tasks);
    }

    /** What is left, the next batch first. */
    List<TaskId> next(int batch) {
        return tasks.subList(Math.min(done, tasks.size()), Math.min(done + batch, tasks.size()));
    }
}
