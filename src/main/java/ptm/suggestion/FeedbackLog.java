package ptm.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;
import ptm.task.TaskId;
import ptm.task.TaskKey;

/** What people did with suggestions, and the weights that follow from it. */
@Repository
class FeedbackLog {

    private final JdbcClient jdbc;

    FeedbackLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(TaskId task, Feedback feedback, Instant at) {}

    /** Nothing happens where the account has no such task. */
    void add(TaskKey task, Feedback feedback, Instant at) {
        jdbc.sql("insert into suggestion_feedback (account_id, task_id, feedback, at)"
                + " select account_id, id, ?, ? from task where account_id = ? and id = ?")
                .param(feedback.name()).param(at.atOffset(ZoneOffset.UTC)).param(task.account().value())
                .param(task.id().value()).update();
    }

    int count(TaskKey task, Feedback feedback) {
        return jdbc.sql("select count(*) from suggestion_feedback where account_id = ? and task_id = ?"
                + " and feedback = ?").param(task.account().value()).param(task.id().value()).param(feedback.name())
                .query(Integer.class).single();
    }

    /** The newest first. */
    List<Line> since(AccountId account, Instant since) {
        return jdbc.sql("select task_id, feedback, at from suggestion_feedback where account_id = ? and at >= ?"
                + " order by at desc, id desc limit 500").param(account.value()).param(since.atOffset(ZoneOffset.UTC))
                .query(FeedbackLog::line).list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(new TaskId(row.getLong("task_id")), Feedback.valueOf(row.getString("feedback")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** How often each of the account's tasks was put off for want of time or mood; tasks that never were are left out. */
    Map<TaskId, Integer> putOff(AccountId account) {
        Map<TaskId, Integer> counts = new HashMap<>();
        jdbc.sql("select task_id, count(*) as times from suggestion_feedback where account_id = ?"
                + " and feedback in ('TOO_LONG', 'NO_MOOD') group by task_id").param(account.value())
                .query(row -> {
                    counts.put(new TaskId(row.getLong("task_id")), row.getInt("times"));
                });
        return counts;
    }

    Weights weights(AccountId account) {
        Map<Part, Double> factors = new EnumMap<>(Part.class);
        jdbc.sql("select part, factor from suggestion_weight where account_id = ?").param(account.value())
                .query(row -> {
                    for (Part part : Part.values())
                        if (part.jsonName().equals(row.getString("part")))
                            factors.put(part, row.getDouble("factor"));
                });
        return new Weights(factors);
    }

    void save(AccountId account, Weights weights) {
        weights.factors().forEach((part, factor) -> jdbc
                .sql("insert into suggestion_weight (account_id, part, factor) values (?, ?, ?)"
                        + " on conflict (account_id, part) do update set factor = excluded.factor")
                .param(account.value()).param(part.jsonName()).param(factor).update());
    }

    void forgetWeights(AccountId account) {
        jdbc.sql("delete from suggestion_weight where account_id = ?").param(account.value()).update();
    }
}
