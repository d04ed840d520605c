package ptm.task;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;

/** The stored tasks. Nothing is found by a bare id: every statement names the account. */
@Repository
class Tasks {

    private static final String SELECT = "select * from task where account_id = :account ";

    /** In the words of the index of V022, or it would not be used. */
    private static final String LESSON =
            """
                    and deleted_at is null and (status = 'done' or jsonb_path_exists(
                        provenance - array['title', 'description', 'status', 'start', 'due', 'hiddenUntil', 'waitsFor', 'reminders',
                            'reviews', 'links'], '$.*.by ? (@ == "user")'))""";

    /** How many tasks back a name in use is looked for. */
    private static final int LATELY = 5_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    Tasks(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<TaskId> nextIds(int count) {
        return jdbc.sql("select nextval('task_id_seq') from generate_series(1, :count)").param("count", count)
                .query((row, _) -> row.getLong(1)).list().stream().map(TaskId::new).toList();
    }

    void insert(List<Task> tasks) {
        batch.batchUpdate(TaskRow.INSERT, tasks.stream().map(TaskRow::write).toArray(SqlParameterSource[]::new));
    }

    void update(List<Task> tasks) {
        batch.batchUpdate(TaskRow.UPDATE, tasks.stream().map(TaskRow::write).toArray(SqlParameterSource[]::new));
    }

    Optional<Task> find(TaskKey key) {
        return jdbc.sql(SELECT + "and id = :id and deleted_at is null").param("account", key.account().value())
                .param("id", key.id().value()).query(TaskRow::read).optional();
    }

    /** A task that stands or is deleted, and nobody else's until the transaction ends. */
    Optional<Task> lock(TaskKey key) {
        return Optional.ofNullable(lock(key.account(), List.of(key.id())).get(key.id()));
    }

    /** Locked in the order of ids, so that two who lock the same tasks wait for each other and never in a ring. */
    Map<TaskId, Task> lock(AccountId account, Collection<TaskId> ids) {
        return byId(jdbc.sql(SELECT + "and id = any(:ids) order by id for update").param("account", account.value())
                .param("ids", ids.stream().map(TaskId::value).toArray(Long[]::new)).query(TaskRow::read).list());
    }

    List<Task> findAll(AccountId account, List<TaskId> ids) {
        Map<TaskId, Task> found = byId(jdbc.sql(SELECT + "and id = any(:ids) and deleted_at is null")
                .param("account", account.value()).param("ids", ids.stream().map(TaskId::value).toArray(Long[]::new))
                .query(TaskRow::read).list());
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    List<TaskId> nextOf(TaskKey key) {
        return jdbc.sql("""
                select id from task
                where account_id = :account and previous_id = :id and deleted_at is null order by id""")
                .param("account", key.account().value()).param("id", key.id().value()).query((row, _) -> row.getLong(1))
                .list().stream()
                .map(TaskId::new).toList();
    }

    List<TaskTitle> titles(AccountId account, Instant doneSince, int limit) {
        return jdbc.sql("""
                select id, title, status, due_day, due_at, due_kind from task
                where account_id = :account and deleted_at is null and (status = 'open' or done_at >= :since)
                order by id desc limit :limit""")
                .param("account", account.value()).param("since", TaskRow.at(doneSince)).param("limit", limit)
                .query((row, _) -> TaskRow.title(row))
                .list();
    }

    /** Finished, or with a person's own word about effort, scales or names. */
    List<Task> lessons(AccountId account, int limit) {
        return jdbc.sql(SELECT + LESSON + " order by id desc limit :limit").param("account", account.value())
                .param("limit", limit).query(TaskRow::read).list();
    }

    /** Finished tasks that have an estimate and recorded minutes, the newest first. */
    List<Task> timed(AccountId account, int limit) {
        return jdbc.sql(SELECT + """
                and deleted_at is null and status = 'done' and minutes is not null and spent_minutes > 0
                order by done_at desc limit :limit""").param("account", account.value()).param("limit", limit)
                .query(TaskRow::read).list();
    }

    /** Names in use on the newest tasks that stand, the most used first. */
    List<String> names(AccountId account, Label label) {
        return jdbc
                .sql("select name from (select " + label.jsonName()
                        + """
                                 as names from task where account_id = :account and deleted_at is null order by id desc limit :lately) task,
                                unnest(names) name group by name order by count(*) desc, name""")
                .param("account", account.value()).param("lately", LATELY)
                .query((row, _) -> TaskRow.text(row, "name")).list();
    }

    /** Erases what was deleted before a moment, with its history, whoever's it is. */
    int eraseDeletedBefore(Instant moment) {
        return jdbc.sql("delete from task where deleted_at < :moment").param("moment", TaskRow.at(moment)).update();
    }

    private static Map<TaskId, Task> byId(List<Task> tasks) {
        Map<TaskId, Task> out = new HashMap<>();
        tasks.forEach(task -> out.put(task.id(), task));
        return out;
    }
}
