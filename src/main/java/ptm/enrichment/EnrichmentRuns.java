package ptm.enrichment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;
import ptm.task.TaskId;

/** How far each message's tasks have come; a run that is over never starts again. */
@Repository
class EnrichmentRuns {
    private final JdbcClient jdbc;
    private final Clock clock;

    EnrichmentRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it is new. */
    boolean add(AccountId account, ChangeSetId changeSet, List<TaskId> tasks) {
        return jdbc.sql("""
                insert into enrichment_run (account_id, change_set_id, tasks, state, created_at)
                values (:account, :changeSet, :tasks, 'waiting', :at) on conflict do nothing""")
                .param("account", account.value()).param("changeSet", changeSet.value())
                .param("tasks", tasks.stream().map(TaskId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(clock.instant())).update() > 0;
    }

    Optional<EnrichmentRun> find(AccountId account, ChangeSetId changeSet) {
        return jdbc.sql("""
                select account_id, change_set_id, tasks, done, state from enrichment_run
                where account_id = :account and change_set_id = :changeSet""").param("account", account.value())
                .param("changeSet", changeSet.value()).query(EnrichmentRuns::run).optional();
    }

    /** Whether it went on: false once it was stopped or somebody else went on, so that a late answer is thrown away. */
    boolean advance(EnrichmentRun run, int done) {
        return jdbc.sql("""
                update enrichment_run set done = :done,
                    state = case when :done >= cardinality(tasks) then 'done' else 'running' end
                where account_id = :account and change_set_id = :changeSet and state in ('waiting', 'running')
                  and done = :before""").param("before", run.done())
                .param("done", done).param("account", run.account().value())
                .param("changeSet", run.changeSet().value()).update() > 0;
    }

    /** Ends a run that is not over yet; whether there was one. */
    boolean end(AccountId account, ChangeSetId changeSet, String state) {
        return jdbc.sql("""
                update enrichment_run set state = :state
                where account_id = :account and change_set_id = :changeSet and state in ('waiting', 'running')""")
                .param("state", state).param("account", account.value()).param("changeSet", changeSet.value())
                .update() > 0;
    }

    private static EnrichmentRun run(ResultSet row, int number) throws SQLException {
        Array tasks = row.getArray("tasks");
        String state = row.getString("state");
        return new EnrichmentRun(new AccountId(row.getLong("account_id")),
                new ChangeSetId(row.getObject("change_set_id", java.util.UUID.class)),
                Arrays.stream((Long[]) tasks.getArray()).map(TaskId::new).toList(), row.getInt("done"),
                !state.equals("waiting") && !state.equals("running"));
    }
}
