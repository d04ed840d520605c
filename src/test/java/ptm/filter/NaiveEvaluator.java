package ptm.filter;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

import ptm.task.Label;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.When;

/** Answers a filter for one task as literally as CONTRACT §2 says it, without SQL and without sharing code with it. */
public final class NaiveEvaluator {

    private final Instant now;
    private final ZoneId zone;

    public NaiveEvaluator(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public boolean holds(Filter filter, Task task) {
        return switch (filter) {
            case Filter.All all -> all.parts().stream().allMatch(part -> holds(part, task));
            case Filter.Any any -> any.parts().stream().anyMatch(part -> holds(part, task));
            case Filter.Not not -> !holds(not.part(), task);
            case Filter.Range range -> {
                Integer value = number(range.field(), task);
                yield value != null && (range.atLeast() == null || value >= range.atLeast())
                        && (range.atMost() == null || value <= range.atMost());
            }
            case Filter.Names names -> names.anyOf().stream().anyMatch(name -> named(names.field(), name, task));
            case Filter.Window window -> values(window.field(), task).stream().anyMatch(value -> within(value, window));
            case Filter.Present present -> present.present() == isPresent(present.field(), task);
            case Filter.Words words -> found(words.text(), task);
        };
    }

    private static @Nullable Integer number(NumberField field, Task task) {
        return switch (field) {
            case MINUTES -> task.minutes();
            case SPENT_MINUTES -> task.spentMinutes();
            case TEMPORAL -> task.minutes() == null
                    ? null
                    : Integer.valueOf(task.minutes() >= 2400
                            ? 3
                            : task.minutes() >= 480
                                    ? 2
                                    : task.minutes() > 30 ? 1 : 0);
            default -> task.scale(Objects.requireNonNull(Scale.find(field.jsonName())));
        };
    }

    private boolean named(NameField field, String name, Task task) {
        return switch (field) {
            case STATUS -> switch (name.toLowerCase(Locale.ROOT)) {
                case "overdue" -> overdue(task);
                case "waiting" -> task.isOpen() && !overdue(task);
                default -> task.status().jsonName().equalsIgnoreCase(name);
            };
            case THEME -> has(task.labels(Label.THEMES), name);
            case ACTIVITY -> has(task.labels(Label.ACTIVITIES), name);
            case CONTEXT -> has(task.labels(Label.CONTEXTS), name);
        };
    }

    private static boolean has(List<String> names, String name) {
        return names.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).replace('ё', 'е')
                .equals(name.toLowerCase(Locale.ROOT).replace('ё', 'е')));
    }

    private boolean overdue(Task task) {
        if (!task.isOpen() || task.due() == null)
            return false;
        return switch (task.due()) {
            case When.Day(LocalDate date) -> !now.isBefore(date.plusDays(1).atStartOfDay(zone).toInstant());
            case When.Moment(Instant at) -> {
                int length = task.dueKind().jsonName().equals("by") ? 0 : task.minutes() == null ? 60 : task.minutes();
                yield !now.isBefore(at.plus(Duration.ofMinutes(length)));
            }
        };
    }

    /** The instants that a window compares. */
    private List<Instant> values(DateField field, Task task) {
        return switch (field) {
            case CREATED -> List.of(task.createdAt());
            case DONE -> optional(task.doneAt());
            case HIDDEN_UNTIL -> optional(task.hiddenUntil());
            case START -> optional(task.start() == null ? null : first(task.start()));
            case DUE -> optional(task.due() == null ? null : last(task.due()));
            case REVIEW -> task.reviews().stream().map(this::first).toList();
        };
    }

    private static List<Instant> optional(@Nullable Instant instant) {
        return instant == null ? List.of() : List.of(instant);
    }

    private Instant first(When when) {
        return switch (when) {
            case When.Day(LocalDate date) -> date.atStartOfDay(zone).toInstant();
            case When.Moment(Instant at) -> at;
        };
    }

    private Instant last(When when) {
        return switch (when) {
            case When.Day(LocalDate date) -> date.plusDays(1).atStartOfDay(zone).toInstant().minus(1,
                    ChronoUnit.MICROS);
            case When.Moment(Instant at) -> at;
        };
    }

    private boolean within(Instant value, Filter.Window window) {
        if (window.from() != null) {
            Object from = when(window.from());
            Instant first = from instanceof LocalDate day ? first(new When.Day(day)) : (Instant) from;
            if (value.isBefore(first))
                return false;
        }
        if (window.until() != null) {
            Object until = when(window.until());
            Instant last = until instanceof LocalDate day ? last(new When.Day(day)) : (Instant) until;
            return !value.isAfter(last);
        }
        return true;
    }

    /** A {@link LocalDate} or an {@link Instant}. */
    private Object when(Moment moment) {
        return switch (moment) {
            case Moment.Day day -> day.date();
            case Moment.At at -> at.dateTime().toInstant();
            case Moment.Relative relative -> relative(relative);
        };
    }

    private Object relative(Moment.Relative relative) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = switch (relative.anchor()) {
            case NOW, TODAY -> today;
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.with(TemporalAdjusters.firstDayOfMonth());
        };
        ZonedDateTime at = relative.anchor() == Moment.Anchor.NOW ? now.atZone(zone) : day.atStartOfDay(zone);
        boolean wholeDay = relative.anchor() != Moment.Anchor.NOW;
        for (Moment.Shift shift : relative.shifts()) {
            switch (shift.unit()) {
                case DAYS -> day = day.plusDays(shift.amount());
                case WEEKS -> day = day.plusDays(7L * shift.amount());
                case MONTHS -> day = day.plusMonths(shift.amount());
                case HOURS, MINUTES -> wholeDay = false;
            }
            at = switch (shift.unit()) {
                case DAYS -> at.plusDays(shift.amount());
                case WEEKS -> at.plusWeeks(shift.amount());
                case MONTHS -> at.plusMonths(shift.amount());
                case HOURS -> at.plus(Duration.ofHours(shift.amount()));
                case MINUTES -> at.plus(Duration.ofMinutes(shift.amount()));
            };
        }
        return wholeDay ? day : at.toInstant();
    }

    private static boolean isPresent(FilterField field, Task task) {
        return switch (field) {
            case NumberField number -> number(number, task) != null;
            case NameField name -> switch (name) {
                case STATUS -> throw new IllegalArgumentException();
                case THEME -> !task.labels(Label.THEMES).isEmpty();
                case ACTIVITY -> !task.labels(Label.ACTIVITIES).isEmpty();
                case CONTEXT -> !task.labels(Label.CONTEXTS).isEmpty();
            };
            case DateField date -> switch (date) {
                case CREATED -> true;
                case START -> task.start() != null;
                case DUE -> task.due() != null;
                case DONE -> task.doneAt() != null;
                case REVIEW -> !task.reviews().isEmpty();
                case HIDDEN_UNTIL -> task.hiddenUntil() != null;
            };
            case PresenceField presence -> switch (presence) {
                case REPEAT -> task.repeat() != null;
                case WAITS_FOR -> !task.waitsFor().isEmpty();
            };
        };
    }

    /** Quotes hold words together; every other word is looked for alone. */
    private static boolean found(String text, Task task) {
        List<Predicate<List<String>>> wanted = new ArrayList<>();
        boolean inside = false;
        for (String stretch : text.split("\"", -1)) {
            List<String> words = words(stretch);
            if (inside && words.size() > 1)
                wanted.add(saying -> together(saying, words, Function.identity())
                        || together(saying, words, NaiveEvaluator::stem));
            else
                for (String word : words)
                    wanted.add(saying -> saying.stream()
                            .anyMatch(each -> each.startsWith(word) || stem(each).equals(stem(word))
                                    || stem(each).startsWith(word) || each.equals(stem(word))));
            inside = !inside;
        }
        List<List<String>> sayings = sayings(task);
        return !wanted.isEmpty() && wanted.stream().allMatch(each -> sayings.stream().anyMatch(each));
    }

    private static boolean together(List<String> saying, List<String> words, Function<String, String> form) {
        for (int i = 0; i + words.size() <= saying.size(); i++)
            if (saying.subList(i, i + words.size()).stream().map(form).toList()
                    .equals(words.stream().map(form).toList()))
                return true;
        return false;
    }

    private static List<List<String>> sayings(Task task) {
        List<List<String>> sayings = new ArrayList<>();
        sayings.add(words(task.title()));
        sayings.add(words(task.description()));
        sayings.add(words(task.source()));
        for (Step step : task.subtasks())
            for (String text : List.of(step.title(), step.description(), step.instruction(), step.motivation()))
                sayings.add(words(text));
        return sayings;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char character : (text + " ").toLowerCase(Locale.ROOT).toCharArray())
            if (Character.isLetterOrDigit(character))
                word.append(character == 'ё' ? 'е' : character);
            else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        return words;
    }

    private static String stem(String word) {
        SnowballStemmer stemmer = word.chars().allMatch(character -> character < 128)
                ? new EnglishStemmer()
                : new RussianStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** By the keys, absent last both ways, then by id. */
    Comparator<Task> by(List<OrderKey> order, Comparator<String> alphabet) {
        Comparator<Task> comparator = (_, _) -> 0;
        for (OrderKey key : order)
            comparator = comparator.thenComparing(by(key, alphabet));
        return comparator.thenComparing(task -> task.id().value());
    }

    private Comparator<Task> by(OrderKey key, Comparator<String> alphabet) {
        if (key.by() == OrderField.TITLE) {
            Comparator<Task> byTitle = Comparator.comparing(Task::title, alphabet);
            return key.descending() ? byTitle.reversed() : byTitle;
        }
        Comparator<Long> values = key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(task -> value(key.by(), task), Comparator.nullsLast(values));
    }

    private @Nullable Long value(OrderField field, Task task) {
        return switch (field) {
            case CREATED -> micros(task.createdAt());
            case START -> task.start() == null ? null : micros(first(task.start()));
            case DUE -> task.due() == null ? null : micros(last(task.due()));
            case DONE -> task.doneAt() == null ? null : micros(task.doneAt());
            case HIDDEN_UNTIL -> task.hiddenUntil() == null ? null : micros(task.hiddenUntil());
            case OVERDUE -> overdue(task) ? 1L : 0L;
            case TITLE, FIT -> throw new IllegalArgumentException();
            default -> {
                Integer number = number(NumberField.valueOf(field.name()), task);
                yield number == null ? null : Long.valueOf(number);
            }
        };
    }

    private static Long micros(Instant instant) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(LocalDate.EPOCH, LocalTime.MIDNIGHT)
                .toInstant(java.time.ZoneOffset.UTC), instant);
    }
}
