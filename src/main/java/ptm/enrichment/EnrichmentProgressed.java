package ptm.enrichment;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;

/** Enrichment of a message's tasks went on, or ended with {@code done == total} or {@code stopped}. */
public record EnrichmentProgressed(AccountId account, ChangeSetId changeSet, int done, int total, boolean stopped) {
    public boolean isOver() {
        return stopped || done >= total;
    }
}
