package ptm.understanding.builtin.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;
import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.filter.NaiveEvaluator;
import ptm.task.DueKind;
import ptm.task.Label;
import ptm.task.RepeatFrom;
import ptm.task.Scale;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskKey;
import ptm.task.When;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many different tasks: two filters mean the same when they choose the same ones. */
final class Universe {
    private static final List<String> EXAMPLES = List.of("/examples/tasks-en-life.jsonl",
            "/examples/tasks-en-work.jsonl", "/examples/tasks-en-mixed.jsonl", "/examples/tasks-ru.jsonl",
            "/examples/tasks-ru-mixed.jsonl");

    /** Every third example tells filters apart as well as all of them do. */
    private static final int STRIDE = 3;

    private final EstimatorThemes themes = EstimatorThemes.load();
    private final NaiveEvaluator evaluator;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<Filter, BitSet> chosen = new HashMap<>();
    private final Random random = new Random(20);
    private final ZonedDateTime now;

    Universe(ZonedDateTime now) throws IOException {
        this.now = now;
        this.evaluator = new NaiveEvaluator(now.toInstant(), now.getZone());
        for (String resource : EXAMPLES)
            try (InputStream in = Objects.requireNonNull(Universe.class.getResourceAsStream(resource))) {
                List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
                for (int i = 0; i < lines.size(); i += STRIDE)
                    if (!lines.get(i).isBlank())
                        tasks.add(task(JsonMapper.shared().readTree(lines.get(i))));
            }
    }

    /** The tasks that the filter holds for. */
    BitSet chosen(Filter filter) {
        return chosen.computeIfAbsent(canonical(filter), each -> {
            BitSet set = new BitSet();
            for (int i = 0; i < tasks.size(); i++)
                set.set(i, evaluator.holds(each, tasks.get(i)));
            return set;
        });
    }

    /** Two names of one theme are the same theme. */
    private Filter canonical(Filter filter) {
        return switch (filter) {
            case Filter.Names(var field, var names) when field == NameField.THEME ->
                    new Filter.Names(field, names.stream().map(this::key).distinct().toList());
            case Filter.All(var parts) -> new Filter.All(parts.stream().map(this::canonical).toList());
            case Filter.Any(var parts) -> new Filter.Any(parts.stream().map(this::canonical).toList());
            case Filter.Not(var part) -> new Filter.Not(canonical(part));
            default -> filter;
        };
    }

    private String key(String theme) {
        return Objects.requireNonNullElse(themes.findKey(theme), theme);
    }

    private Task task(JsonNode json) {
        Map<Scale, Integer> scales = new EnumMap<>(Scale.class);
        for (Scale scale : Scale.values())
            scales.put(scale, json.required(scale.jsonName()).asInt());
        Map<Label, List<String>> labels = new EnumMap<>(Label.class);
        for (Label label : Label.values())
            labels.put(label, random.nextInt(12) == 0 && label != Label.ACTIVITIES
                    ? List.of()
                    : json.required(label.jsonName()).valueStream().map(JsonNode::asString)
                            .map(name -> label == Label.THEMES ? key(name) : name).toList());
        Status status = random.nextInt(4) > 0 ? Status.OPEN : random.nextInt(4) > 0 ? Status.DONE : Status.DROPPED;
        Instant created = at(-120, 0);
        When due = maybe(45, random.nextBoolean() ? day(-20, 45) : new When.Moment(at(-20, 45)));
        String text = json.required("text").asString();
        return new Task(TaskKey.of(new AccountId(1), tasks.size() + 1L), 1, status, text, text, "", "", created,
                status == Status.DONE ? at(-60, 0) : null, maybe(15, day(-20, 20)), due,
                random.nextBoolean() ? DueKind.BY : DueKind.AT, maybe(92, json.required("minutes").asInt()), 0, scales,
                "", "", labels, Map.of(), List.of(), random.nextInt(10) == 0 ? List.of(day(-5, 30)) : List.of(),
                maybe(8, at(-5, 20)), random.nextInt(12) == 0 ? "an answer" : "", maybe(10, "FREQ=WEEKLY"),
                RepeatFrom.DUE, List.of(), List.of(), Map.of(), null, null);
    }

    private <T> @Nullable T maybe(int percent, T value) {
        return random.nextInt(100) < percent ? value : null;
    }

    private When day(int from, int until) {
        return new When.Day(now.toLocalDate().plusDays(random.nextInt(from, until)));
    }

    private Instant at(int from, int until) {
        return now.plusMinutes(random.nextInt(from * 1440, until * 1440 + 1)).toInstant();
    }

    /** 0 to 1: how alike two choices are (Jaccard 1901); of two empty ones it says nothing, so 0. */
    static double likeness(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        BitSet either = (BitSet) one.clone();
        either.or(other);
        return either.isEmpty() ? 0 : (double) both.cardinality() / either.cardinality();
    }

    static Set<Filter> parts(Filter filter) {
        return filter instanceof Filter.All(var parts) ? Set.copyOf(parts) : Set.of(filter);
    }
}
