package ptm.enrichment;

import org.springframework.stereotype.Service;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;

/** The one door to enrichment: durable jobs that ask the annotating engine about captured tasks. */
@Service
public class EnrichmentService {
    /** Stops what is under way for a message's tasks; whether there was anything to stop. */
    public boolean stop(AccountId account, ChangeSetId changeSet) {
        throw new UnsupportedOperationException();
    }
}
