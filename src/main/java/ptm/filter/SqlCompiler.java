package ptm.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.task.Task;

/**
 * Compiles a filter to a condition on a row of {@code task}. What a person wrote only ever becomes a parameter. Every
 * condition is true or false, never null, so that {@code not} is plain negation.
 */
final class SqlCompiler {

    private static final String TEMPORAL = "(case when minutes <= 30 then 0 when minutes < 480 then 1"
            + " when minutes < 2400 then 2 when minutes is not null then 3 end)";

    private final Instant now;
    private final ZoneId zone;
    private final List<Object> parameters = new ArrayList<>();

    SqlCompiler(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** What the question marks of all conditions compiled so far stand for, in order. */
    List<Object> parameters() {
        return parameters;
    }

    String condition(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.isEmpty() ? "true" : joined(parts, " and ");
            case Filter.Any(List<Filter> parts) -> parts.isEmpty() ? "false" : joined(parts, " or ");
            case Filter.Not(Filter part) -> "not " + inParentheses(condition(part));
            case Filter.Range(NumberField field, Integer atLeast, Integer atMost) ->
                    bounded(column(field), atLeast, "<=", atMost);
            case Filter.Names(NameField field, List<String> anyOf) ->
                    field == NameField.STATUS ? status(anyOf) : labelled(labels(field), anyOf);
            case Filter.Window window -> window(window);
            case Filter.Present(FilterField field, boolean present) ->
                    present ? present(field) : "not " + inParentheses(present(field));
            case Filter.Words(String text) -> words(text);
        };
    }

    private String joined(List<Filter> parts, String by) {
        return parts.stream().map(part -> inParentheses(condition(part))).collect(Collectors.joining(by));
    }

    private static String inParentheses(String sql) {
        return "(" + sql + ")";
    }

    static String column(NumberField field) {
        return switch (field) {
            case MINUTES -> "minutes";
            case SPENT_MINUTES -> "spent_minutes";
            case TEMPORAL -> TEMPORAL;
            case IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL, INTELLECTUAL,
                    MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL ->
                    field.jsonName();
        };
    }

    private String bounded(String column, @Nullable Object from, String untilOperator, @Nullable Object until) {
        List<String> conditions = new ArrayList<>();
        if (from != null)
            conditions.add(column + " >= " + parameter(from));
        if (until != null)
            conditions.add(column + " " + untilOperator + " " + parameter(until));
        conditions.add(column + " is not null");
        return String.join(" and ", conditions);
    }

    private String parameter(Object value) {
        parameters.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return "?";
    }

    private String status(List<String> names) {
        return names.stream().map(NameField::folded).map(name -> switch (name) {
            case NameField.OVERDUE -> inParentheses(overdue());
            case NameField.WAITING -> "status = 'open' and not " + inParentheses(overdue());
            default -> "status = " + parameter(name);
        }).collect(Collectors.joining(" or "));
    }

    /** Open, and its due moment is past. */
    String overdue() {
        String day = "due_day is not null and due_day < " + parameter(dayOf(now));
        String moment = "due_at is not null and due_at + (case when due_kind = 'at' then coalesce(minutes, "
                + Task.DEFAULT_APPOINTMENT_MINUTES + ") else 0 end) * interval '1 minute' <= " + parameter(now);
        return "status = 'open' and (" + day + " or " + moment + ")";
    }

    private static String labels(NameField field) {
        return switch (field) {
            case STATUS -> throw new IllegalArgumentException("status is no label");
            case THEME -> "themes";
            case ACTIVITY -> "activities";
            case CONTEXT -> "contexts";
        };
    }

    private String labelled(String column, List<String> anyOf) {
        String names = anyOf.stream().map(name -> parameter(NameField.folded(storable(name))))
                .collect(Collectors.joining(", "));
        return "folded(" + column + ") && array[" + names + "]::text[]";
    }

    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private static String present(FilterField field) {
        return switch (field) {
            case NumberField number -> column(number) + " is not null";
            case NameField name -> "cardinality(" + labels(name) + ") > 0";
            case DateField date -> switch (date) {
                case CREATED -> "true";
                case START -> "start_day is not null or start_at is not null";
                case DUE -> "due_day is not null or due_at is not null";
                case DONE -> "done_at is not null";
                case REVIEW -> "cardinality(review_days) + cardinality(review_times) > 0";
                case HIDDEN_UNTIL -> "hidden_until is not null";
            };
            case PresenceField presence -> switch (presence) {
                case REPEAT -> "repeat is not null";
                case WAITS_FOR -> "waits_for <> ''";
            };
        };
    }

    private String window(Filter.Window window) {
        Instant from = window.from() == null ? null : Moments.resolve(window.from(), now, zone).from();
        Instant until = window.until() == null ? null : Moments.resolve(window.until(), now, zone).until();
        return switch (window.field()) {
            case CREATED -> bounded("created_at", from, "<", until);
            case DONE -> bounded("done_at", from, "<", until);
            case HIDDEN_UNTIL -> bounded("hidden_until", from, "<", until);
            case START -> starting("start_day", from, until) + " or " + moment("start_at", from, until);
            case DUE -> ending("due_day", from, until) + " or " + moment("due_at", from, until);
            case REVIEW -> "exists (select from unnest(review_days) as day where " + starting("day", from, until)
                    + ") or exists (select from unnest(review_times) as at where " + moment("at", from, until) + ")";
        };
    }

    private String moment(String column, @Nullable Instant from, @Nullable Instant until) {
        return inParentheses(bounded(column, from, "<", until));
    }

    /** Days whose first instant is within the bounds. */
    private String starting(String column, @Nullable Instant from, @Nullable Instant until) {
        return inParentheses(bounded(column, from == null ? null : dayOf(from.minus(Moments.TICK)).plusDays(1), "<=",
                until == null ? null : dayOf(until.minus(Moments.TICK))));
    }

    /** Days whose last instant is within the bounds. */
    private String ending(String column, @Nullable Instant from, @Nullable Instant until) {
        return inParentheses(
                bounded(column, from == null ? null : dayOf(from), "<", until == null ? null : dayOf(until)));
    }

    /** The last day that has begun by then. Mostly the day on the calendar, but a clock can be put back over midnight. */
    private LocalDate dayOf(Instant instant) {
        LocalDate next = instant.atZone(zone).toLocalDate().plusDays(1);
        return next.atStartOfDay(zone).toInstant().isAfter(instant) ? next.minusDays(1) : next;
    }

    private String words(String text) {
        List<List<String>> phrases = SearchWords.of(text);
        return phrases.isEmpty()
                ? "false"
                : "search @@ (" + phrases.stream().map(this::query).collect(Collectors.joining(" && ")) + ")";
    }

    /** A word as it stands, as a prefix or in any form; a phrase as it stands or in any form. */
    private String query(List<String> phrase) {
        String words = String.join(" ", phrase);
        String raw = phrase.size() == 1
                ? "to_tsquery('ptm_raw', " + parameter(words + ":*") + ")"
                : "phraseto_tsquery('ptm_raw', " + parameter(words) + ")";
        return "(" + raw + " || phraseto_tsquery('ptm_stem', " + parameter(words) + "))";
    }

    /** The value that orders by the field; null where the task has none. */
    String orderValue(OrderField field, String collation) {
        return switch (field) {
            case CREATED -> "created_at";
            case START -> "coalesce(start_at, start_day::timestamp at time zone " + parameter(zone.getId()) + ")";
            case DUE -> "coalesce(due_at, (due_day + 1)::timestamp at time zone " + parameter(zone.getId())
                    + " - interval '1 microsecond')";
            case DONE -> "done_at";
            case HIDDEN_UNTIL -> "hidden_until";
            case TITLE -> "title collate \"" + collation + "\"";
            case OVERDUE -> "(" + overdue() + ")::int";
            case FIT -> throw FilterError.atPointer("/order", "noFit");
            case MINUTES, SPENT_MINUTES, TEMPORAL, IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY,
                    DISSONANCE, PHYSICAL, INTELLECTUAL, MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL ->
                    column(NumberField.valueOf(field.name()));
        };
    }
}
