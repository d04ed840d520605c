package ptm.reminder;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;
import ptm.task.TaskId;
import ptm.task.TaskKey;

/** The moments at which tasks are to be spoken of. */
@Repository
class Reminders {

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Reminder(TaskId task, Instant at) {}

    /** Those of the task that are neither given nor in the list are forgotten. */
    void keepOnly(TaskKey task, List<Instant> moments) {
        jdbc.sql("delete from reminder where account_id = ? and task_id = ? and given_at is null"
                + " and at <> all (?::timestamptz[])").param(task.account().value()).param(task.id().value())
                .param(moments.stream().map(Instant::toString).toArray(String[]::new)).update();
    }

    /** Nothing happens where the moment is known already. */
    void add(TaskKey task, Instant moment) {
        jdbc.sql("insert into reminder (account_id, task_id, at) values (?, ?, ?) on conflict do nothing")
                .param(task.account().value()).param(task.id().value()).param(utc(moment)).update();
    }

    /** Marks as given what is due by then, and returns it, the earliest first; each is returned to one caller only. */
    List<Reminder> take(AccountId account, Instant due, Instant now) {
        return jdbc.sql("with taken as (update reminder set given_at = ? where account_id = ? and given_at is null"
                + " and at <= ? returning task_id, at) select task_id, at from taken order by at, task_id")
                .param(utc(now)).param(account.value()).param(utc(due))
                .query((row, _) -> new Reminder(new TaskId(row.getLong("task_id")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whoever has a reminder that should have been given by then: work of the system, not of a person. */
    List<AccountId> overdue(Instant since) {
        return jdbc.sql("select distinct account_id from reminder where given_at is null and at <= ?")
                .param(utc(since)).query((row, _) -> new AccountId(row.getLong("account_id"))).list();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
