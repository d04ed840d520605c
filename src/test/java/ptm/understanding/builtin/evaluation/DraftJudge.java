package ptm.understanding.builtin.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.task.Label;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.When;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import tools.jackson.databind.JsonNode;

/** Whether a draft has the values that a text asks for. */
final class DraftJudge {
    private static final int DATE = 10;

    private final EstimatorThemes themes = EstimatorThemes.load();

    /** Whether every one of the words, or of its alternatives, stands in the title or the description. */
    static boolean holds(JsonNode words, Task draft) {
        String text = plain(draft.title() + "\n" + draft.description());
        return words.valueStream().map(JsonNode::asString)
                .allMatch(word -> Arrays.stream(word.split("\\|", -1)).anyMatch(each -> text.contains(plain(each))));
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** A wanted day takes any time of it, a wanted moment the minute; a list or "|" takes any, ".." a span. */
    static boolean isWhen(JsonNode wanted, @Nullable When given, ZoneId zone) {
        if (wanted.isNull())
            return given == null;
        if (given == null)
            return false;
        return wanted.isArray()
                ? wanted.valueStream().anyMatch(each -> isWhen(each, given, zone))
                : Arrays.stream(wanted.asString().split("\\|", -1)).anyMatch(each -> isMoment(each, given, zone));
    }

    private static boolean isMoment(String wanted, When given, ZoneId zone) {
        int span = wanted.indexOf("..");
        if (span > 0) {
            String at = given.startsAt(zone).atZone(zone).toLocalDateTime().toString();
            String from = wanted.substring(0, span);
            String until = wanted.substring(span + 2);
            return at.compareTo(from) >= 0 && at.substring(0, Math.min(at.length(), until.length()))
                    .compareTo(until) <= 0;
        }
        if (wanted.length() == DATE)
            return given.dayIn(zone).equals(LocalDate.parse(wanted));
        Instant instant = wanted.matches(".*([+-]\\d\\d:\\d\\d|Z)")
                ? java.time.OffsetDateTime.parse(wanted).toInstant()
                : LocalDateTime.parse(wanted).atZone(zone).toInstant();
        return given instanceof When.Moment(Instant at)
                && Math.abs(ChronoUnit.SECONDS.between(at, instant)) < 60;
    }

    /** Minutes as one number or a range. */
    static boolean isLong(JsonNode wanted, @Nullable Integer minutes) {
        if (minutes == null)
            return false;
        return wanted.isArray()
                ? minutes >= wanted.get(0).asInt() && minutes <= wanted.get(1).asInt()
                : Math.abs(minutes - wanted.asInt()) <= 1;
    }

    static boolean isRule(String wanted, @Nullable String given) {
        return given != null && rule(wanted).equals(rule(given));
    }

    /** Every part that is wanted is there; more may be. */
    static boolean hasRule(String wanted, @Nullable String given) {
        return given != null && rule(given).entrySet().containsAll(rule(wanted).entrySet());
    }

    private static Map<String, String> rule(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).replace("RRULE:", "").split(";", -1))
                .map(part -> part.split("=", 2)).filter(part -> part.length == 2)
                .filter(part -> !part[0].equals("INTERVAL") || !part[1].equals("1"))
                .collect(Collectors.toMap(part -> part[0],
                        part -> Arrays.stream(part[1].split(",", -1)).sorted().collect(Collectors.joining(",")),
                        (one, _) -> one, TreeMap::new));
    }

    /** One field of what an estimate should give. */
    boolean isExpected(String field, JsonNode wanted, Task draft) {
        for (Scale scale : Scale.values())
            if (scale.jsonName().equals(field)) {
                Integer value = draft.scale(scale);
                return value != null && value >= wanted.get(0).asInt() && value <= wanted.get(1).asInt();
            }
        for (Label label : Label.values())
            if (label.jsonName().equals(field))
                return isNamed(label, wanted.valueStream().map(JsonNode::asString).toList(), draft.labels(label));
        return field.equals("minutes") && isLong(wanted, draft.minutes());
    }

    private boolean isNamed(Label label, List<String> accepted, List<String> given) {
        List<String> known = accepted.stream().map(name -> name(label, name)).toList();
        long right = given.stream().filter(name -> known.contains(name(label, name))).count();
        return right > 0 && (label == Label.THEMES || given.size() - right <= right);
    }

    private String name(Label label, String name) {
        return label == Label.THEMES ? Objects.requireNonNullElse(themes.findKey(name), plain(name)) : plain(name);
    }
}
