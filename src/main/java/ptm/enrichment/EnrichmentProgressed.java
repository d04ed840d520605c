package ptm.enrichment;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;

/**
 * Enrichment of a message's tasks went on, or ended.
 *
 * @param stopped nothing more is being done now: the person stopped it, or the engine cannot be asked. In the latter
 *                case it may go on later
 */
public record EnrichmentProgressed(AccountId account, ChangeSetId changeSet, int done, int total, boolean stopped) {
    public boolean isOver() {
        return stopped || done >= total;
    }
}
