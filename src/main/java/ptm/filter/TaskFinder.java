package ptm.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Language;
import ptm.task.TaskKey;
import ptm.task.TaskService;

/** Finds a person's tasks by a filter. Deleted tasks never match. */
@Service
public class TaskFinder {

    private final TaskSearch search;
    private final TaskService tasks;
    private final AccountService accounts;

    TaskFinder(TaskSearch search, TaskService tasks, AccountService accounts) {
        this.search = search;
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /**
     * One keyset page of what matches.
     *
     * @param now  the moment that relative moments and {@code overdue} are read at
     * @param zone the person's zone
     * @throws FilterError if the order names {@code fit}, the limit is out of range or the cursor is not one of this
     *                     order
     */
    @Transactional(readOnly = true)
    public Page find(AccountId account, Filter filter, List<OrderKey> order, PageRequest page, Instant now,
            ZoneId zone) {
        boolean byTitle = order.stream().anyMatch(key -> key.by() == OrderField.TITLE);
        Language language = byTitle ? accounts.require(account).language() : Language.EN;
        TaskSearch.Ids found = search.find(account, filter, order, page, language, now, zone);
        boolean whole = page.cursor() == null && found.next() == null;
        long count = whole ? found.ids().size() : search.count(account, filter, now, zone);
        return new Page(tasks.findAll(account, found.ids()), found.next(), count);
    }

    /** How many match. */
    public long count(AccountId account, Filter filter, Instant now, ZoneId zone) {
        return search.count(account, filter, now, zone);
    }

    /** Whether the filter holds for this task; a deleted or a stranger's task is held by none. */
    public boolean holds(TaskKey task, Filter filter, Instant now, ZoneId zone) {
        return search.holds(task.account(), task.id(), filter, now, zone);
    }
}
