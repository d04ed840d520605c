package ptm.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/**
 * A repeat rule and where it ends. The end is kept apart because every occurrence is a task of its own: COUNT has to be
 * counted down from one to the next, and UNTIL may be a day where the task has a moment, which RFC 5545 forbids.
 *
 * @param rule  without its end
 * @param count how many occurrences are left, this one included; absent where there is no such limit
 * @param until the last day or moment, as it stands in the rule
 */
record RepeatEnd(RecurrenceRule rule, @Nullable Integer count, @Nullable String until) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** @param text a rule that was checked */
    static RepeatEnd of(String text) {
        try {
            String count = part(text, "COUNT=");
            return new RepeatEnd(new RecurrenceRule(without(text), RfcMode.RFC5545_STRICT),
                    count == null ? null : Integer.valueOf(count), part(text, "UNTIL="));
        } catch (InvalidRecurrenceRuleException broken) {
            throw new IllegalArgumentException("not a repeat rule", broken);
        }
    }

    boolean isHourly() {
        return rule.getFreq() == Freq.HOURLY;
    }

    /** Whether an occurrence at that place lies beyond the end. */
    boolean isOver(LocalDateTime at, ZoneId zone) {
        if (until == null)
            return false;
        if (until.length() == 8)
            return at.toLocalDate().isAfter(LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE));
        LocalDateTime last = LocalDateTime.parse(until.replace("Z", ""), MOMENT);
        Instant end = last.atZone(until.endsWith("Z") ? ZoneOffset.UTC : zone).toInstant();
        return at.atZone(zone).toInstant().isAfter(end);
    }

    /** The rule of the occurrence that so many further on, or null where that is beyond the last one. */
    @Nullable
    String after(int occurrences) {
        String bare = rule.toString();
        if (count != null)
            return count - occurrences < 1 ? null : bare + ";COUNT=" + (count - occurrences);
        return until == null ? bare : bare + ";UNTIL=" + until;
    }

    private static @Nullable String part(String text, String name) {
        return Arrays.stream(text.split(";")).filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length())).findFirst().orElse(null);
    }

    private static String without(String text) {
        Predicate<String> isEnd = part -> part.startsWith("COUNT=") || part.startsWith("UNTIL=");
        return Arrays.stream(text.split(";")).filter(isEnd.negate())
                .collect(Collectors.joining(";"));
    }
}
