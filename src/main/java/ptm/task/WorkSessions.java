package ptm.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;

/** The stored stretches of work. */
@Repository
class WorkSessions {

    private static final String SELECT = "select * from work_session where account_id = :account ";

    private final JdbcClient jdbc;

    WorkSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time touch this person's timer; to be called before any task is locked. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('timer of ' || :account, 0))")
                .param("account", account.value()).query((_, _) -> true).list();
    }

    Optional<WorkSession> running(AccountId account) {
        return jdbc.sql(SELECT + "and until is null").param("account", account.value()).query(WorkSessions::read)
                .optional();
    }

    Optional<WorkSession> find(AccountId account, long id) {
        return jdbc.sql(SELECT + "and id = :id").param("account", account.value()).param("id", id)
                .query(WorkSessions::read).optional();
    }

    List<WorkSession> unanswered(AccountId account) {
        return jdbc.sql(SELECT + "and until is not null and not counted order by id").param("account", account.value())
                .query(WorkSessions::read).list();
    }

    WorkSession start(TaskKey task, Instant now) {
        return jdbc.sql("""
                insert into work_session (account_id, id, task_id, since)
                values (:account, nextval('work_session_id_seq'), :task, :now) returning *""")
                .param("account", task.account().value()).param("task", task.id().value())
                .param("now", TaskRow.at(now)).query(WorkSessions::read).single();
    }

    WorkSession stop(WorkSession session, Instant now) {
        return save(session.stopped(now));
    }

    /** Stops the timer if it runs on a task that was closed; the task with the minutes that adds. */
    Task stopOn(Task closed, Instant now) {
        return running(closed.key().account()).filter(session -> session.task().equals(closed.key()))
                .map(session -> closed.withSpent(stop(session, now).countedMinutes())).orElse(closed);
    }

    WorkSession save(WorkSession session) {
        return jdbc.sql("""
                update work_session set until = :until, minutes = :minutes, counted = :counted
                where account_id = :account and id = :id returning *""")
                .param("until", TaskRow.at(TaskRow.required(session.until()))).param("minutes", session.minutes())
                .param("counted", session.counted()).param("account", session.task().account().value())
                .param("id", session.id()).query(WorkSessions::read).single();
    }

    private static WorkSession read(ResultSet row, int number) throws SQLException {
        return new WorkSession(row.getLong("id"),
                TaskKey.of(new AccountId(row.getLong("account_id")), row.getLong("task_id")),
                TaskRow.required(TaskRow.moment(row, "since")), TaskRow.moment(row, "until"), row.getInt("minutes"),
                row.getBoolean("counted"));
    }
}
