package ptm.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.springframework.stereotype.Service;

import ptm.account.AccountId;

/** Finds a person's tasks by a filter. Deleted tasks never match. */
@Service
public class TaskFinder {

    /**
     * One keyset page of what matches.
     *
     * @param now  the moment that relative moments and {@code overdue} are read at
     * @param zone the person's zone
     * @throws FilterError if the order names {@code fit} or the cursor is not one of this order
     */
    public Page find(AccountId account, Filter filter, List<OrderKey> order, PageRequest page, Instant now,
            ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** How many match. */
    public long count(AccountId account, Filter filter, Instant now, ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
