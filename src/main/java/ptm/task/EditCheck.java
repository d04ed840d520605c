package ptm.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Refuses what no field takes, and tidies what it does: trims, orders, drops repeats. */
final class EditCheck {

    static final int MAX_TITLE = 200;
    static final int MAX_TEXT = 20_000;
    static final int MAX_MINUTES = 100_000;
    static final int MAX_ENTRIES = 100;
    static final int MAX_NAME = 80;
    static final int MAX_URL = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "tg");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+-]*):.*");
    private static final Comparator<When> DAYS_FIRST = Comparator.comparing((When when) -> when instanceof When.Moment)
            .thenComparing(when -> when.startsAt(ZoneOffset.UTC));

    private EditCheck() {}

    /**
     * The edit as it will be kept.
     *
     * @throws RefusedValue if a value is out of range
     */
    static TaskEdit check(TaskEdit edit) {
        String at = "/" + edit.field().jsonName();
        return switch (edit) {
            case TaskEdit.Rename(String title) -> new TaskEdit.Rename(title(at, title));
            case TaskEdit.Describe(Field field, String text) -> new TaskEdit.Describe(field, text(at, text));
            case TaskEdit.Begin(When start) -> new TaskEdit.Begin(when(at, start));
            case TaskEdit.Reschedule(When due, DueKind kind) -> new TaskEdit.Reschedule(when(at, due), kind);
            case TaskEdit.Estimate(Integer minutes) -> new TaskEdit.Estimate(minutes(at, minutes));
            case TaskEdit.Rate(Scale scale, Integer value) -> new TaskEdit.Rate(scale, scaleValue(at, value));
            case TaskEdit.Relabel relabel -> relabel(at, relabel);
            case TaskEdit.Repeat(String rule, RepeatFrom from) ->
                    new TaskEdit.Repeat(rule == null || rule.isBlank() ? null : Recurrence.check(at, rule), from);
            case TaskEdit.Plan(List<Step> steps) -> new TaskEdit.Plan(steps(at, steps));
            case TaskEdit.Remind(List<Instant> moments) -> new TaskEdit.Remind(moments(at, moments));
            case TaskEdit.Review(List<When> moments) -> new TaskEdit.Review(reviews(at, moments));
            case TaskEdit.Attach(List<Link> links) -> new TaskEdit.Attach(links(at, links));
            case TaskEdit.Hide(Instant until) -> new TaskEdit.Hide(until == null ? null : instant(at, until));
            case TaskEdit.Complete _,TaskEdit.Drop _,TaskEdit.Reopen _,TaskEdit.Delete _,TaskEdit.Restore _,TaskEdit.Lock _ ->
                    edit;
        };
    }

    /** The words a task is made from, kept whole but for what no database can hold. */
    static String source(String words) {
        String kept = words.replace("\0", "");
        return isWellFormed(kept)
                ? kept
                : new String(kept.getBytes(UTF_8),
                        UTF_8);
    }

    /** A title out of any words, cut at a word's end where they are too long; empty if they show nothing. */
    static String titleFrom(String words) {
        String line = source(words).strip().replaceAll("\\s+", " ");
        if (isInvisible(line))
            return "";
        if (line.codePointCount(0, line.length()) <= MAX_TITLE)
            return line;
        String cut = line.substring(0, line.offsetByCodePoints(0, MAX_TITLE - 1));
        int space = cut.lastIndexOf(' ');
        return (space > MAX_TITLE / 2 ? cut.substring(0, space) : cut) + "…";
    }

    private static String title(String at, String title) {
        String tidy = text(at, title).strip().replaceAll("\\s+", " ");
        if (isInvisible(tidy) || tidy.codePointCount(0, tidy.length()) > MAX_TITLE)
            throw new RefusedValue(at, "A title has 1 to " + MAX_TITLE + " characters.");
        return tidy;
    }

    private static String text(String at, String text) {
        if (text.length() > MAX_TEXT)
            throw new RefusedValue(at, "A text has at most " + MAX_TEXT + " characters.");
        if (text.indexOf('\0') >= 0 || !isWellFormed(text))
            throw new RefusedValue(at, "A text has no NUL and no half characters.");
        return text;
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static boolean isInvisible(String text) {
        return text.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT || Character.isSpaceChar(point));
    }

    private static @Nullable When when(String at, @Nullable When when) {
        return switch (when) {
            case null -> null;
            case When.Day(LocalDate date) -> {
                inYears(at, date);
                yield when;
            }
            case When.Moment(Instant instant) -> new When.Moment(instant(at, instant));
        };
    }

    static Instant instant(String at, Instant instant) {
        if (instant.getEpochSecond() < 0
                || instant.getEpochSecond() > LAST_DAY.toEpochSecond(LocalTime.MAX, ZoneOffset.UTC))
            throw yearsOnly(at);
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static void inYears(String at, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY))
            throw yearsOnly(at);
    }

    private static RefusedValue yearsOnly(String at) {
        return new RefusedValue(at, "A date lies in the years 1970 to 2200.");
    }

    static int spent(int minutes) {
        if (minutes < 0)
            throw new RefusedValue("/spentMinutes", "Spent minutes are 0 or more.");
        return minutes;
    }

    private static @Nullable Integer minutes(String at, @Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES))
            throw new RefusedValue(at, "Minutes are 1 to " + MAX_MINUTES + ", or null.");
        return minutes;
    }

    private static @Nullable Integer scaleValue(String at, @Nullable Integer value) {
        if (value != null && (value < 0 || value > Scale.MAX))
            throw new RefusedValue(at, "A scale goes from 0 to " + Scale.MAX + ", or is null.");
        return value;
    }

    private static TaskEdit.Relabel relabel(String at, TaskEdit.Relabel edit) {
        atMost(at, edit.names());
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < edit.names().size(); i++) {
            String name = name(at + "/" + i, edit.label(), edit.names().get(i));
            if (seen.add(name.toLowerCase(Locale.ROOT)))
                names.add(name);
        }
        Map<String, String> reasons = new HashMap<>();
        edit.reasons().forEach((name, why) -> reasons.put(name.strip(), text("/reasons", why)));
        reasons.keySet().retainAll(names);
        return new TaskEdit.Relabel(edit.label(), names, reasons);
    }

    private static String name(String at, Label label, String name) {
        String tidy = text(at, name).strip().replaceAll("\\s+", " ");
        if (isInvisible(tidy) || tidy.length() > MAX_NAME)
            throw new RefusedValue(at, "A name has 1 to " + MAX_NAME + " characters.");
        return label == Label.ACTIVITIES ? activity(at, tidy) : tidy;
    }

    private static String activity(String at, String name) {
        for (Activity activity : Activity.values())
            if (activity.jsonName().equalsIgnoreCase(name))
                return activity.jsonName();
        throw new RefusedValue(at,
                "An activity is one of " + List.of(Activity.values()).toString().toLowerCase(Locale.ROOT) + ".");
    }

    static Theme theme(Theme theme) {
        return new Theme(name("/name", Label.THEMES, theme.name()), text("/description", theme.description()));
    }

    private static List<Step> steps(String at, List<Step> steps) {
        atMost(at, steps);
        List<Step> out = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++)
            out.add(step(at + "/" + i, steps.get(i)));
        return out;
    }

    private static Step step(String at, Step step) {
        return new Step(step.id(), title(at + "/title", step.title()), text(at + "/description", step.description()),
                text(at + "/instruction", step.instruction()), text(at + "/motivation", step.motivation()),
                minutes(at + "/minutes", step.minutes()), step.done());
    }

    private static List<Instant> moments(String at, List<Instant> moments) {
        atMost(at, moments);
        TreeSet<Instant> out = new TreeSet<>();
        for (int i = 0; i < moments.size(); i++)
            out.add(instant(at + "/" + i, moments.get(i)));
        return List.copyOf(out);
    }

    private static List<When> reviews(String at, List<When> moments) {
        atMost(at, moments);
        TreeSet<When> out = new TreeSet<>(DAYS_FIRST);
        for (int i = 0; i < moments.size(); i++)
            out.add(Objects.requireNonNull(when(at + "/" + i, moments.get(i))));
        return List.copyOf(out);
    }

    private static List<Link> links(String at, List<Link> links) {
        atMost(at, links);
        List<Link> out = new ArrayList<>();
        for (int i = 0; i < links.size(); i++)
            out.add(new Link(url(at + "/" + i + "/url", links.get(i).url()),
                    text(at + "/" + i + "/title", links.get(i).title()).strip()));
        return out.stream().distinct().toList();
    }

    private static String url(String at, String url) {
        String tidy = text(at, url).strip();
        if (tidy.isEmpty() || tidy.length() > MAX_URL
                || tidy.codePoints().anyMatch(point -> Character.isWhitespace(point) || Character.isISOControl(point)))
            throw new RefusedValue(at, "A link has 1 to " + MAX_URL + " characters and no spaces.");
        var scheme = SCHEME.matcher(tidy);
        if (scheme.matches() && !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT)))
            throw new RefusedValue(at, "A link begins with http, https, mailto, tel or tg.");
        return tidy;
    }

    private static void atMost(String at, List<?> entries) {
        if (entries.size() > MAX_ENTRIES)
            throw new RefusedValue(at, "A list has at most " + MAX_ENTRIES + " entries.");
    }
}
