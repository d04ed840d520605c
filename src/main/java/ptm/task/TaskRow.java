package ptm.task;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

import ptm.account.AccountId;

/** A task as a row of the table {@code task}, both ways. */
final class TaskRow {

    private static final String KEY = "account_id = :account_id and id = :id";
    private static final Map<String, String> COLUMNS = columns();

    static final String INSERT = "insert into task (" + String.join(", ", COLUMNS.keySet()) + ") values ("
            + String.join(", ", COLUMNS.values()) + ")";
    static final String UPDATE = COLUMNS.entrySet().stream().filter(column -> !column.getKey().matches("account_id|id"))
            .map(column -> column.getKey() + " = " + column.getValue())
            .collect(Collectors.joining(", ", "update task set ", " where " + KEY));

    private TaskRow() {}

    /** Every column and the expression of its parameter. */
    private static Map<String, String> columns() {
        Map<String, String> out = new LinkedHashMap<>();
        for (String plain : List.of("account_id", "id", "version", "status", "source", "title", "description",
                "motivation", "created_at", "done_at", "start_day", "start_at", "due_day", "due_at", "due_kind",
                "minutes",
                "spent_minutes", "risk_reason", "risk_mitigation", "hidden_until", "waits_for", "repeat", "repeat_from",
                "previous_id", "deleted_at"))
            out.put(plain, ":" + plain);
        for (Scale scale : Scale.values())
            out.put(scale.jsonName(), ":" + scale.jsonName());
        for (Label label : Label.values())
            out.put(label.jsonName(), ":" + label.jsonName());
        for (String json : List.of("reasons", "subtasks", "links", "provenance"))
            out.put(json, "cast(:" + json + " as jsonb)");
        out.put("review_days", "cast(:review_days as date[])");
        out.put("review_times", "cast(:review_times as timestamptz[])");
        out.put("reminders", "cast(:reminders as timestamptz[])");
        return out;
    }

    static MapSqlParameterSource write(Task task) {
        MapSqlParameterSource row = new MapSqlParameterSource("account_id", task.key().account().value())
                .addValue("id", task.id().value()).addValue("version", task.version())
                .addValue("status", task.status().jsonName()).addValue("source", task.source())
                .addValue("title", task.title()).addValue("description", task.description())
                .addValue("motivation", task.motivation()).addValue("minutes", task.minutes(), Types.INTEGER)
                .addValue("spent_minutes", task.spentMinutes()).addValue("risk_reason", task.riskReason())
                .addValue("risk_mitigation", task.riskMitigation()).addValue("waits_for", task.waitsFor())
                .addValue("repeat", task.repeat(), Types.VARCHAR).addValue("repeat_from", task.repeatFrom().jsonName())
                .addValue("previous_id", task.previous() == null ? null : task.previous().value(), Types.BIGINT);
        writeDates(row, task);
        for (Scale scale : Scale.values())
            row.addValue(scale.jsonName(), task.scale(scale), Types.SMALLINT);
        for (Label label : Label.values())
            row.addValue(label.jsonName(), array(task.labels(label)));
        return row.addValue("reasons", TaskCodec.write(task.reasons()))
                .addValue("subtasks", TaskCodec.write(task.subtasks()))
                .addValue("links", TaskCodec.write(task.links()))
                .addValue("provenance", TaskCodec.write(task.provenance()));
    }

    private static void writeDates(MapSqlParameterSource row, Task task) {
        moment(row, "created_at", task.createdAt());
        moment(row, "done_at", task.doneAt());
        when(row, "start", task.start());
        when(row, "due", task.due());
        row.addValue("due_kind", task.dueKind().jsonName());
        moment(row, "hidden_until", task.hiddenUntil());
        moment(row, "deleted_at", task.deletedAt());
        row.addValue("review_days", array(task.reviews().stream().filter(When.Day.class::isInstance)
                .map(review -> ((When.Day) review).date().toString()).toList()));
        row.addValue("review_times", array(task.reviews().stream().filter(When.Moment.class::isInstance)
                .map(review -> ((When.Moment) review).instant().toString()).toList()));
        row.addValue("reminders", array(task.reminders().stream().map(Instant::toString).toList()));
    }

    private static void when(MapSqlParameterSource row, String name, @Nullable When when) {
        row.addValue(name + "_day", when instanceof When.Day(LocalDate date) ? date : null, Types.DATE);
        moment(row, name + "_at", when instanceof When.Moment(Instant instant) ? instant : null);
    }

    static void moment(MapSqlParameterSource row, String name, @Nullable Instant moment) {
        row.addValue(name, moment == null ? null : at(moment), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** A moment as the driver takes it. */
    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static SqlParameterValue array(Collection<String> values) {
        return new SqlParameterValue(Types.ARRAY, values.toArray(String[]::new));
    }

    static TaskTitle title(ResultSet row) throws SQLException {
        return new TaskTitle(new TaskId(row.getLong("id")), text(row, "title"), Status.valueOf(upper(row, "status")),
                when(row, "due"), DueKind.valueOf(upper(row, "due_kind")));
    }

    static Task read(ResultSet row, int number) throws SQLException {
        TaskBuilder out = new TaskBuilder(TaskKey.of(new AccountId(row.getLong("account_id")), row.getLong("id")),
                required(moment(row, "created_at")));
        out.version = row.getLong("version");
        out.status = Status.valueOf(upper(row, "status"));
        out.source = text(row, "source");
        out.title = text(row, "title");
        out.description = text(row, "description");
        out.motivation = text(row, "motivation");
        out.minutes = row.getObject("minutes", Integer.class);
        out.spentMinutes = row.getInt("spent_minutes");
        out.riskReason = text(row, "risk_reason");
        out.riskMitigation = text(row, "risk_mitigation");
        out.waitsFor = text(row, "waits_for");
        out.repeat = row.getString("repeat");
        out.repeatFrom = RepeatFrom.valueOf(upper(row, "repeat_from"));
        Long previous = row.getObject("previous_id", Long.class);
        out.previous = previous == null ? null : new TaskId(previous);
        readDates(row, out);
        readNames(row, out);
        return out.build();
    }

    private static void readDates(ResultSet row, TaskBuilder out) throws SQLException {
        out.doneAt = moment(row, "done_at");
        out.start = when(row, "start");
        out.due = when(row, "due");
        out.dueKind = DueKind.valueOf(upper(row, "due_kind"));
        out.hiddenUntil = moment(row, "hidden_until");
        out.deletedAt = moment(row, "deleted_at");
        List<When> reviews = new ArrayList<>();
        for (Date day : (Date[]) elements(row, "review_days"))
            reviews.add(new When.Day(day.toLocalDate()));
        for (Timestamp time : (Timestamp[]) elements(row, "review_times"))
            reviews.add(new When.Moment(time.toInstant()));
        out.reviews = reviews;
        out.reminders = Stream.of((Timestamp[]) elements(row, "reminders")).map(Timestamp::toInstant).toList();
    }

    private static void readNames(ResultSet row, TaskBuilder out) throws SQLException {
        for (Scale scale : Scale.values()) {
            Integer value = row.getObject(scale.jsonName(), Integer.class);
            if (value != null)
                out.scales.put(scale, value);
        }
        for (Label label : Label.values())
            out.labels.put(label, Arrays.asList((String[]) elements(row, label.jsonName())));
        out.reasons = TaskCodec.readTexts(text(row, "reasons"));
        out.subtasks = TaskCodec.readSteps(text(row, "subtasks"));
        out.links = TaskCodec.readLinks(text(row, "links"));
        out.provenance = TaskCodec.readProvenances(text(row, "provenance"));
    }

    static @Nullable Instant moment(ResultSet row, String name) throws SQLException {
        OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable When when(ResultSet row, String name) throws SQLException {
        LocalDate day = row.getObject(name + "_day", LocalDate.class);
        if (day != null)
            return new When.Day(day);
        Instant moment = moment(row, name + "_at");
        return moment == null ? null : new When.Moment(moment);
    }

    private static Object elements(ResultSet row, String name) throws SQLException {
        Array array = required(row.getArray(name));
        return array.getArray();
    }

    static String text(ResultSet row, String name) throws SQLException {
        return required(row.getString(name));
    }

    private static String upper(ResultSet row, String name) throws SQLException {
        return text(row, name).toUpperCase(Locale.ROOT);
    }

    static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
