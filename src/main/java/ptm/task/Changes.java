package ptm.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;

/** The history: rows are only ever added; all that changes of one is whether it was taken back. */
@Repository
class Changes {

    /**
     * A change to be written.
     *
     * @param undoes the change this takes back, absent where it is a new one
     */
    record Line(TaskId task, ChangeSetId changeSet, TaskEdit edit, Provenance provenance, TaskEdit before,
            @Nullable Provenance wasBy, @Nullable Long undoes) {}

    /** @param undoes the change that a stored one took back, absent where it is none's undo */
    record Stored(TaskChange change, boolean undone, @Nullable Long undoes) {

        /** Whether it is how a task came to be: a restoring before which there was nothing. */
        boolean isMaking() {
            return change.edit() instanceof TaskEdit.Restore && change.wasBy() == null;
        }
    }

    private static final String INSERT =
            """
                    insert into task_change
                      (account_id, id, task_id, change_set, edit, provenance, before, was_by, at, undoes)
                    values (:account, nextval('task_change_id_seq'), :task, :set, cast(:edit as jsonb), cast(:provenance as jsonb),
                      cast(:before as jsonb), cast(:wasBy as jsonb), :at, :undoes)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    Changes(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void append(AccountId account, List<Line> lines, Instant at) {
        batch.batchUpdate(INSERT,
                lines.stream().map(line -> row(account, line, at)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(AccountId account, Line line, Instant at) {
        MapSqlParameterSource row = new MapSqlParameterSource("account", account.value())
                .addValue("task", line.task().value()).addValue("set", line.changeSet().value())
                .addValue("edit", TaskCodec.writeEdit(line.edit()))
                .addValue("provenance", TaskCodec.write(line.provenance()))
                .addValue("before", TaskCodec.writeEdit(line.before()))
                .addValue("wasBy", line.wasBy() == null ? null : TaskCodec.write(line.wasBy()), Types.VARCHAR)
                .addValue("undoes", line.undoes(), Types.BIGINT);
        TaskRow.moment(row, "at", at);
        return row;
    }

    List<TaskChange> of(TaskKey key) {
        return jdbc.sql("select * from task_change where account_id = :account and task_id = :task order by id desc")
                .param("account", key.account().value()).param("task", key.id().value()).query(Changes::read).list()
                .stream().map(Stored::change).toList();
    }

    /** What still holds of a change set, the newest first. */
    List<Stored> standing(AccountId account, ChangeSetId changeSet) {
        return jdbc.sql("""
                select * from task_change
                where account_id = :account and change_set = :set and not undone order by id desc""")
                .param("account", account.value()).param("set", changeSet.value()).query(Changes::read).list();
    }

    Optional<Stored> find(AccountId account, long id) {
        return jdbc.sql("select * from task_change where account_id = :account and id = :id")
                .param("account", account.value()).param("id", id).query(Changes::read).optional();
    }

    /** Changes of these tasks by a person's own hand or words, no undoing, that hold and came after the first of some. */
    List<Stored> byPersonSince(AccountId account, List<Long> tasks, long first) {
        return jdbc.sql("""
                select * from task_change
                where account_id = :account and task_id = any(:tasks) and id > :first
                  and (provenance ->> 'by' = 'user' or provenance ->> 'said' is not null)
                  and undoes is null and not undone""")
                .param("account", account.value()).param("tasks", tasks.toArray(Long[]::new)).param("first", first)
                .query(Changes::read).list();
    }

    /** What these changes took back themselves. */
    List<Long> undoneBy(AccountId account, List<Long> ids) {
        return jdbc.sql("""
                select undoes from task_change
                where account_id = :account and id = any(:ids) and undoes is not null""")
                .param("account", account.value()).param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1)).list();
    }

    void mark(AccountId account, List<Long> ids, boolean undone) {
        jdbc.sql("update task_change set undone = :undone where account_id = :account and id = any(:ids)")
                .param("undone", undone).param("account", account.value()).param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** The newest change set that a person caused and that is not taken back; the making of tasks is always theirs. */
    Optional<ChangeSetId> lastByPerson(AccountId account) {
        return jdbc
                .sql("""
                        select change_set from task_change
                        where account_id = :account and undoes is null and not undone
                          and (provenance ->> 'by' = 'user' or provenance ->> 'said' is not null or (edit ->> 'edit' = 'restore' and was_by is null))
                        order by id desc limit 1""")
                .param("account", account.value()).query(UUID.class).optional().map(ChangeSetId::new);
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        String wasBy = row.getString("was_by");
        TaskChange change = new TaskChange(row.getLong("id"), new TaskId(row.getLong("task_id")),
                new ChangeSetId(row.getObject("change_set", UUID.class)), TaskCodec.readEdit(TaskRow.text(row, "edit")),
                TaskCodec.readProvenance(TaskRow.text(row, "provenance")),
                TaskCodec.readEdit(TaskRow.text(row, "before")),
                wasBy == null ? null : TaskCodec.readProvenance(wasBy), TaskRow.required(TaskRow.moment(row, "at")));
        return new Stored(change, row.getBoolean("undone"), row.getObject("undoes", Long.class));
    }
}
