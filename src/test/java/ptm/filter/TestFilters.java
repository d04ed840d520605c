package ptm.filter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import ptm.task.Activity;

/** Random filters that ask about what {@link TestTaskRows} are made of. */
final class TestFilters {

    static final List<String> THEMES = List.of("work", "health", "Ёлка", "dr. Who", "a,b", "c:d", "e\"f", "g\\", "..",
            "-x", "or", "дача", "two words");
    static final List<String> CONTEXTS = List.of("home", "office", "errand", "outdoors", "computer", "phone", "Метро");
    static final List<String> WORDS = List.of("passport", "slides", "паспорт", "ёлка", "and", "has:x", "\"two words\"",
            "two words", "back\\slash", "say \"two words\" again", "-minus", "(paren)", "x", "\"", "мама");

    private final RandomGenerator random;
    private final LocalDate around;

    TestFilters(RandomGenerator random, LocalDate around) {
        this.random = random;
        this.around = around;
    }

    /** Of at most {@code depth} groups within one another. */
    Filter filter(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        return switch (kind) {
            case 0, 1 -> new Filter.All(parts(depth));
            case 2, 3 -> new Filter.Any(parts(depth));
            case 4 -> new Filter.Not(filter(depth - 1));
            default -> predicate();
        };
    }

    private List<Filter> parts(int depth) {
        List<Filter> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--)
            parts.add(filter(depth - 1));
        return parts;
    }

    Filter predicate() {
        return switch (random.nextInt(6)) {
            case 0 -> range();
            case 1 -> names();
            case 2, 3 -> window();
            case 4 -> new Filter.Present(presence(), random.nextBoolean());
            default -> new Filter.Words(pick(WORDS));
        };
    }

    private Filter range() {
        NumberField field = pick(List.of(NumberField.values()));
        int most = field.isScale() ? 4 : 700;
        int side = random.nextInt(3);
        return new Filter.Range(field, side == 0 ? null : Integer.valueOf(random.nextInt(most)),
                side == 1 ? null : Integer.valueOf(random.nextInt(most)));
    }

    private Filter names() {
        NameField field = pick(List.of(NameField.values()));
        List<String> from = switch (field) {
            case STATUS -> List.of("open", "done", "dropped", "overdue", "waiting");
            case THEME -> THEMES;
            case ACTIVITY -> List.of(Activity.values()).stream().map(Activity::jsonName).toList();
            case CONTEXT -> CONTEXTS;
        };
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--)
            names.add(recased(pick(from)));
        return new Filter.Names(field, names);
    }

    private String recased(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(java.util.Locale.ROOT);
            case 1 -> name.replace('ё', 'е').replace('Ё', 'Е');
            default -> name;
        };
    }

    private Filter window() {
        int side = random.nextInt(3);
        Moment from = moment();
        return new Filter.Window(pick(List.of(DateField.values())), side == 0 ? null : from,
                side == 1 ? null : random.nextInt(6) == 0 ? from : moment());
    }

    private FilterField presence() {
        List<FilterField> fields = new ArrayList<>(FilterField.all());
        fields.remove(NameField.STATUS);
        return pick(fields);
    }

    Moment moment() {
        return switch (random.nextInt(4)) {
            case 0 -> new Moment.Day(around.plusDays(random.nextInt(-4, 5)));
            case 1 -> new Moment.At(OffsetDateTime.of(around, java.time.LocalTime.MIDNIGHT,
                    ZoneOffset.ofHours(random.nextInt(-3, 4))).plusMinutes(30L * random.nextInt(-100, 100))
                    .plus(random.nextInt(3), ChronoUnit.MICROS));
            default -> new Moment.Relative(pick(List.of(Moment.Anchor.values())), shifts());
        };
    }

    private List<Moment.Shift> shifts() {
        List<Moment.Shift> shifts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Moment.Unit unit = pick(List.of(Moment.Unit.values()));
            int most = switch (unit) {
                case MINUTES -> 500;
                case HOURS -> 50;
                case DAYS -> 5;
                case WEEKS, MONTHS -> 2;
            };
            shifts.add(new Moment.Shift(random.nextInt(-most, most), unit));
        }
        return shifts;
    }

    List<OrderKey> order(boolean withFit) {
        List<OrderField> fields = new ArrayList<>(List.of(OrderField.values()));
        if (!withFit)
            fields.remove(OrderField.FIT);
        List<OrderKey> keys = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--)
            keys.add(new OrderKey(pick(fields), random.nextBoolean()));
        return keys;
    }

    @Nullable
    Integer limit() {
        return random.nextBoolean() ? null : Integer.valueOf(random.nextInt(1, 501));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
