package ptm.task;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.account.Belongings;

/** Tells {@code ptm.account} whether a person keeps tasks here: two accounts are joined only where one is empty. */
@Component
class TaskBelongings implements Belongings {
    private final JdbcClient db;

    TaskBelongings(JdbcClient db) {
        this.db = db;
    }

    /** Deleted tasks count: they can still be brought back. */
    @Override
    public boolean has(AccountId account) {
        return db.sql("select exists(select 1 from task where account_id = ?)").param(account.value())
                .query(Boolean.class).single();
    }
}
