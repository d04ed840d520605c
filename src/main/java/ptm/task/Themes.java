package ptm.task;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;

/** The areas of life and projects of people, used on tasks or described by them. */
@Repository
class Themes {

    private final JdbcClient jdbc;

    Themes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Theme> list(AccountId account) {
        return jdbc.sql("""
                with used as (
                  select name, count(*) times from (
                    select themes from task where account_id = :account and deleted_at is null
                    order by id desc limit 5000) lately, unnest(themes) name group by name),
                known as (select name, description from theme where account_id = :account)
                select name, coalesce(description, '') description from used full join known using (name)
                order by coalesce(times, 0) desc, name""")
                .param("account", account.value())
                .query((row, _) -> new Theme(TaskRow.text(row, "name"), TaskRow.text(row, "description"))).list();
    }

    void describe(AccountId account, Theme theme) {
        jdbc.sql("""
                insert into theme (account_id, name, description) values (:account, :name, :description)
                on conflict (account_id, name) do update set description = excluded.description""")
                .param("account", account.value()).param("name", theme.name())
                .param("description", theme.description()).update();
    }
}
