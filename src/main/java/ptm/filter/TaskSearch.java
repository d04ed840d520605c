package ptm.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.task.TaskId;

/** Asks the database which tasks a filter holds for. */
@Component
class TaskSearch {

    private static final String STANDING = " from task where account_id = ? and deleted_at is null and (";

    private final JdbcClient jdbc;

    TaskSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next the cursor of the next page, absent at the end */
    record Ids(List<TaskId> ids, @Nullable String next) {}

    /** @throws FilterError if the order names {@code fit}, the limit is out of range or the cursor is not of this order */
    Ids find(AccountId account, Filter filter, List<OrderKey> order, PageRequest page, Language language, Instant now,
            ZoneId zone) {
        if (page.limit() < 1 || page.limit() > PageRequest.MAX_LIMIT)
            throw FilterError.atPointer("/limit", "pageLimit", PageRequest.MAX_LIMIT);
        SqlCompiler compiler = new SqlCompiler(now, zone);
        String keys = keys(compiler, order, language.code() + "-x-icu");
        List<Object> parameters = compiler.parameters();
        parameters.add(account.value());
        String rows = "select id" + keys + STANDING + compiler.condition(filter) + ")";
        String after = page.cursor() == null
                ? ""
                : " where " + after(Cursor.read(page.cursor(), order), order,
                        parameters);
        String sql = "select * from (" + rows + ") as found" + after + " order by " + ordering(order) + " limit "
                + (page.limit() + 1);
        List<Cursor> found = jdbc.sql(sql).params(parameters).query((row, _) -> cursor(row, order)).list();
        boolean more = found.size() > page.limit();
        List<Cursor> shown = more ? found.subList(0, page.limit()) : found;
        return new Ids(shown.stream().map(each -> new TaskId(each.id())).toList(),
                more ? shown.getLast().text(order) : null);
    }

    long count(AccountId account, Filter filter, Instant now, ZoneId zone) {
        SqlCompiler compiler = new SqlCompiler(now, zone);
        compiler.parameters().add(account.value());
        String sql = "select count(*)" + STANDING + compiler.condition(filter) + ")";
        return jdbc.sql(sql).params(compiler.parameters()).query(Long.class).single();
    }

    /** Whether the filter holds for this task. */
    boolean holds(AccountId account, TaskId task, Filter filter, Instant now, ZoneId zone) {
        SqlCompiler compiler = new SqlCompiler(now, zone);
        compiler.parameters().add(account.value());
        String sql = "select count(*)" + STANDING + compiler.condition(filter) + ") and id = ?";
        compiler.parameters().add(task.value());
        return jdbc.sql(sql).params(compiler.parameters()).query(Long.class).single() > 0;
    }

    private static String keys(SqlCompiler compiler, List<OrderKey> order, String collation) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < order.size(); i++)
            keys.append(", ").append(compiler.orderValue(order.get(i).by(), collation)).append(" as k").append(i);
        return keys.toString();
    }

    private static String ordering(List<OrderKey> order) {
        StringBuilder ordering = new StringBuilder();
        for (int i = 0; i < order.size(); i++)
            ordering.append('k').append(i).append(order.get(i).descending() ? " desc" : " asc").append(" nulls last, ");
        return ordering.append("id").toString();
    }

    /** Rows that come after the cursor's: later by the first key, or level there and later by the rest. */
    private static String after(Cursor cursor, List<OrderKey> order, List<Object> parameters) {
        StringBuilder open = new StringBuilder();
        StringBuilder close = new StringBuilder();
        for (int i = 0; i < order.size(); i++) {
            Object value = cursor.values().get(i);
            if (value == null)
                open.append("(k").append(i).append(" is null and ");
            else {
                open.append("(k").append(i).append(order.get(i).descending() ? " < ?" : " > ?").append(" or k")
                        .append(i).append(" is null or k").append(i).append(" = ? and ");
                parameters.add(value);
                parameters.add(value);
            }
            close.append(')');
        }
        parameters.add(cursor.id());
        return open + "id > ?" + close;
    }

    private static Cursor cursor(ResultSet row, List<OrderKey> order) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            boolean moment = Cursor.Kind.of(order.get(i).by()) == Cursor.Kind.MOMENT;
            values.add(moment ? row.getObject("k" + i, OffsetDateTime.class) : row.getObject("k" + i));
        }
        return new Cursor(values, row.getLong("id"));
    }
}
