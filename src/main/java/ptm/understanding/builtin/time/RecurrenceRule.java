package ptm.understanding.builtin.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A recurrence as read from words; a part of RFC 5545.
 *
 * @param weekdays  1 = Monday
 * @param ordinals  which of the month's such weekdays, −1: the last; none: all
 * @param monthDays days of the month, −1: the last
 * @param months    1–12
 * @param until     the last day it may fall on
 */
record RecurrenceRule(Frequency frequency, int interval, List<Integer> weekdays, List<Integer> ordinals,
        List<Integer> monthDays,
        List<Integer> months, @Nullable LocalDate until) {

    enum Frequency {
        MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY
    }

    private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int FARTHEST = 366 * 8;

    RecurrenceRule {
        weekdays = weekdays.stream().distinct().sorted().toList();
        ordinals = List.copyOf(ordinals);
        monthDays = List.copyOf(monthDays);
        months = List.copyOf(months);
    }

    static RecurrenceRule every(int interval, Frequency frequency) {
        return new RecurrenceRule(frequency, interval, List.of(), List.of(), List.of(), List.of(), null);
    }

    static RecurrenceRule onWeekdays(int interval, List<Integer> weekdays) {
        return new RecurrenceRule(Frequency.WEEKLY, interval, weekdays, List.of(), List.of(), List.of(), null);
    }

    static RecurrenceRule onNth(int ordinal, int weekday) {
        return new RecurrenceRule(Frequency.MONTHLY, 1, List.of(weekday), List.of(ordinal), List.of(), List.of(), null);
    }

    static RecurrenceRule onMonthDays(List<Integer> days) {
        return new RecurrenceRule(Frequency.MONTHLY, 1, List.of(), List.of(), days, List.of(), null);
    }

    static RecurrenceRule onDate(int month, int day) {
        return new RecurrenceRule(Frequency.YEARLY, 1, List.of(), List.of(), List.of(day), List.of(month), null);
    }

    static RecurrenceRule every(DurationStretch stretch) {
        int count = stretch.whole();
        return switch (stretch.unit()) {
            case MINUTE -> count % 60 == 0 ? every(count / 60, Frequency.HOURLY) : every(count, Frequency.MINUTELY);
            case HOUR -> stretch.count() == 1.5 ? every(90, Frequency.MINUTELY) : every(count, Frequency.HOURLY);
            case DAY, WORKDAY -> every(count, Frequency.DAILY);
            case WEEK -> every(count, Frequency.WEEKLY);
            case MONTH -> every(count, Frequency.MONTHLY);
            case YEAR -> every(count, Frequency.YEARLY);
        };
    }

    /** Its weekdays without some: "every day except Sunday". */
    RecurrenceRule without(List<Integer> days) {
        List<Integer> all = weekdays.isEmpty() ? List.of(1, 2, 3, 4, 5, 6, 7) : weekdays;
        List<Integer> left = all.stream().filter(day -> !days.contains(day)).toList();
        boolean daily = frequency == Frequency.DAILY && interval == 1 || frequency == Frequency.WEEKLY;
        return daily && !left.isEmpty() ? onWeekdays(interval, left) : this;
    }

    RecurrenceRule withUntil(LocalDate day) {
        return new RecurrenceRule(frequency, interval, weekdays, ordinals, monthDays, months, day);
    }

    /** This with what the other says more exactly; the wider frequency keeps its interval. */
    RecurrenceRule with(RecurrenceRule other) {
        boolean bare = weekdays.isEmpty() && monthDays.isEmpty() && months.isEmpty();
        if (!bare || interval > 1 && other.interval > 1) {
            return this;
        }
        boolean widens = other.frequency.ordinal() >= frequency.ordinal() && frequency == Frequency.DAILY;
        Frequency wide =
                widens || !other.ordinals.isEmpty() && frequency == Frequency.WEEKLY ? other.frequency : frequency;
        return new RecurrenceRule(wide, Math.max(interval, other.interval), other.weekdays, other.ordinals,
                other.monthDays, other.months, until == null ? other.until : until);
    }

    boolean isByClock() {
        return frequency == Frequency.HOURLY || frequency == Frequency.MINUTELY;
    }

    /** RFC 5545 text without a name before it. */
    String text() {
        var text = new StringBuilder("FREQ=").append(frequency);
        if (interval > 1) {
            text.append(";INTERVAL=").append(interval);
        }
        if (!months.isEmpty()) {
            text.append(";BYMONTH=").append(joined(months));
        }
        if (!monthDays.isEmpty()) {
            text.append(";BYMONTHDAY=").append(joined(monthDays));
        }
        if (!weekdays.isEmpty()) {
            text.append(";BYDAY=").append(weekdays.stream()
                    .flatMap(day -> ordinals.isEmpty() || isOfSet()
                            ? Stream.of(NAMES.get(day - 1))
                            : ordinals.stream().map(nth -> nth + NAMES.get(day - 1)))
                    .collect(Collectors.joining(",")));
        }
        if (isOfSet()) {
            text.append(";BYSETPOS=").append(joined(ordinals));
        }
        if (until != null) {
            text.append(";UNTIL=").append(until.format(DateTimeFormatter.BASIC_ISO_DATE));
        }
        return text.toString();
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The first day it falls on, from a day on; that day itself where none is found within eight years. */
    LocalDate first(LocalDate from) {
        for (int i = 0; i < FARTHEST; i++) {
            LocalDate day = from.plusDays(i);
            if (fallsOn(day)) {
                return day;
            }
        }
        return from;
    }

    /** The day of its so-manieth occurrence, from a day on. */
    LocalDate nth(int count, LocalDate from) {
        LocalDate day = first(from);
        for (int i = 1; i < count; i++) {
            day = first(day.plusDays(1));
        }
        return day;
    }

    private boolean fallsOn(LocalDate day) {
        boolean month = months.isEmpty() || months.contains(day.getMonthValue());
        boolean monthDay = monthDays.isEmpty() || monthDays.contains(day.getDayOfMonth())
                || monthDays.contains(-1) && day.equals(day.with(TemporalAdjusters.lastDayOfMonth()));
        boolean weekday = weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek().getValue()) && isNth(day);
        return month && monthDay && weekday;
    }

    /** "the last working day": the ordinals count all its weekdays together. */
    private boolean isOfSet() {
        return weekdays.size() > 1 && !ordinals.isEmpty();
    }

    private boolean isNthOfSet(LocalDate day) {
        List<LocalDate> all = day.withDayOfMonth(1).datesUntil(day.withDayOfMonth(1).plusMonths(1))
                .filter(other -> weekdays.contains(other.getDayOfWeek().getValue())).toList();
        return ordinals.stream().anyMatch(nth -> all.get(nth < 0 ? all.size() + nth : nth - 1).equals(day));
    }

    private boolean isNth(LocalDate day) {
        if (isOfSet()) {
            return isNthOfSet(day);
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return ordinals.isEmpty() || ordinals.stream()
                .anyMatch(nth -> day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday))));
    }
}
