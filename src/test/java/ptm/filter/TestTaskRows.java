package ptm.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccountId;
import ptm.task.Activity;
import ptm.task.DueKind;
import ptm.task.Label;
import ptm.task.RepeatFrom;
import ptm.task.Scale;
import ptm.task.Status;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskKey;
import ptm.task.When;
import tools.jackson.databind.json.JsonMapper;

/** Random tasks around a day, and their rows in the database, written as they are without anyone's rules. */
final class TestTaskRows {

    private static final List<String> WORDS = List.of("passport", "passports", "slides", "slide", "running", "run",
            "паспорт", "паспорта", "ёлка", "елки", "мама", "мамой", "two", "words", "and", "and", "not", "x", "has:x",
            "back\\slash", "say", "again", "minus", "paren", "release 2.10", "mail@example.org", "на", "к");

    private final RandomGenerator random;
    private final LocalDate around;

    TestTaskRows(RandomGenerator random, LocalDate around) {
        this.random = random;
        this.around = around;
    }

    Task task(AccountId account, long id) {
        Status status = random.nextInt(3) > 0 ? Status.OPEN : pick(List.of(Status.DONE, Status.DROPPED));
        Map<Scale, Integer> scales = new EnumMap<>(Scale.class);
        for (Scale scale : Scale.values())
            if (random.nextInt(3) > 0)
                scales.put(scale, random.nextInt(4));
        return new Task(TaskKey.of(account, id), 1, status, words(), title(), words(), "", instant(),
                maybe(instant()), maybe(when()), maybe(when()), pick(List.of(DueKind.values())),
                maybe(random.nextBoolean() ? random.nextInt(1, 90) : random.nextInt(1, 3000)),
                random.nextInt(3) * random.nextInt(700), scales, "", "", labels(), Map.of(), steps(), whens(),
                maybe(instant()), random.nextInt(4) == 0 ? "a reply" : "", random.nextBoolean() ? null : "FREQ=DAILY",
                RepeatFrom.DUE, List.of(), List.of(), Map.of(), null, null);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private String title() {
        String words = words();
        return words.isBlank() ? "x" : words;
    }

    private String words() {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--)
            words.add(pick(WORDS));
        String text = String.join(random.nextBoolean() ? " " : ", ", words);
        return random.nextInt(4) == 0 ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    private Map<Label, List<String>> labels() {
        Map<Label, List<String>> labels = new EnumMap<>(Label.class);
        labels.put(Label.THEMES, some(TestFilters.THEMES));
        labels.put(Label.ACTIVITIES, some(List.of(Activity.values()).stream().map(Activity::jsonName).toList()));
        labels.put(Label.CONTEXTS, some(TestFilters.CONTEXTS));
        return labels;
    }

    private List<String> some(List<String> names) {
        return names.stream().filter(_ -> random.nextInt(4) == 0).toList();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--)
            steps.add(new Step(i, title(), words(), "", "", null, random.nextBoolean()));
        return steps;
    }

    private List<When> whens() {
        List<When> whens = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--)
            whens.add(when());
        return whens;
    }

    private When when() {
        return random.nextBoolean() ? new When.Day(around.plusDays(random.nextInt(-6, 7))) : new When.Moment(instant());
    }

    /** Often on a round hour, sometimes a microsecond beside it. */
    private Instant instant() {
        return around.atStartOfDay(ZoneOffset.UTC).toInstant().plus(random.nextInt(-150, 150), ChronoUnit.HOURS)
                .plus(random.nextInt(4) == 0 ? random.nextInt(-1, 2) : 0, ChronoUnit.MICROS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static void insert(JdbcClient jdbc, Task task) {
        Map<String, @Nullable Object> row = new java.util.LinkedHashMap<>();
        row.put("account_id", task.key().account().value());
        row.put("id", task.id().value());
        row.put("version", task.version());
        row.put("status", task.status().jsonName());
        row.put("source", task.source());
        row.put("title", task.title());
        row.put("description", task.description());
        row.put("created_at", at(task.createdAt()));
        row.put("done_at", at(task.doneAt()));
        row.put("start_day", task.start() instanceof When.Day day ? day.date() : null);
        row.put("start_at", task.start() instanceof When.Moment moment ? at(moment.instant()) : null);
        row.put("due_day", task.due() instanceof When.Day day ? day.date() : null);
        row.put("due_at", task.due() instanceof When.Moment moment ? at(moment.instant()) : null);
        row.put("due_kind", task.dueKind().jsonName());
        row.put("minutes", task.minutes());
        row.put("spent_minutes", task.spentMinutes());
        for (Scale scale : Scale.values())
            row.put(scale.jsonName(), task.scale(scale));
        row.put("themes", task.labels(Label.THEMES).toArray(String[]::new));
        row.put("activities", task.labels(Label.ACTIVITIES).toArray(String[]::new));
        row.put("contexts", task.labels(Label.CONTEXTS).toArray(String[]::new));
        row.put("subtasks", new JsonMapper().writeValueAsString(task.subtasks()));
        row.put("hidden_until", at(task.hiddenUntil()));
        row.put("waits_for", task.waitsFor());
        row.put("repeat", task.repeat());
        row.put("deleted_at", at(task.deletedAt()));
        row.put("review_days", task.reviews().stream().filter(When.Day.class::isInstance)
                .map(each -> ((When.Day) each).date().toString()).toArray(String[]::new));
        row.put("review_times", task.reviews().stream().filter(When.Moment.class::isInstance)
                .map(each -> ((When.Moment) each).instant().toString()).toArray(String[]::new));
        String values = String.join(", ", row.keySet().stream().map(TestTaskRows::parameter).toList());
        jdbc.sql("insert into task (" + String.join(", ", row.keySet()) + ") values (" + values + ")")
                .params(new ArrayList<>(row.values())).update();
    }

    private static String parameter(String column) {
        return switch (column) {
            case "subtasks" -> "?::jsonb";
            case "review_days" -> "?::date[]";
            case "review_times" -> "?::timestamptz[]";
            default -> "?";
        };
    }

    private static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
