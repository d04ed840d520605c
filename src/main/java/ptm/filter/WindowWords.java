package ptm.filter;

import static ptm.filter.ConditionWords.say;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.filter.Moment.Anchor;
import ptm.filter.Moment.Shift;
import ptm.filter.Moment.Unit;

/** The words for a window of time. */
final class WindowWords {

    private WindowWords() {}

    static String describe(Filter.Window window, Language language) {
        String label = ConditionWords.label(window.field().jsonName(), language);
        Moment from = window.from();
        Moment until = window.until();
        String named = named(from, until);
        if (named != null)
            return say("window.named", language, label, say("window." + named, language));
        if (from == null && until != null)
            return until(window.field(), label, until, language);
        if (until == null && from != null)
            return from(label, from, language);
        if (from == null || until == null)
            throw new IllegalArgumentException("a window needs a bound");
        if (from.equals(until))
            return say("window.on", language, label, moment(from, language));
        Integer ahead = daysFromToday(until);
        if (ahead != null && ahead > 1 && isTodayOrNow(from))
            return say("window.within", language, label, ahead);
        Integer back = daysFromToday(from);
        if (back != null && back < -1 && isTodayOrNow(until))
            return say("window.last", language, label, -back);
        return say("window.between", language, label, moment(from, language), moment(until, language));
    }

    private static String until(DateField field, String label, Moment until, Language language) {
        Integer days = daysFromToday(until);
        if (field == DateField.DUE && (until.equals(Moment.now()) || days != null && days == -1))
            return say("window.past", language);
        if (days != null && days > 1)
            return say("window.within", language, label, days);
        if (days != null && days < -1)
            return say("window.ago", language, label, -days);
        return say("window.until", language, label, moment(until, language));
    }

    private static String from(String label, Moment from, Language language) {
        Integer days = daysFromToday(from);
        if (days != null && days < -1)
            return say("window.last", language, label, -days);
        return say("window.from", language, label, moment(from, language));
    }

    /** The key of a window that has a name of its own, or null. */
    private static @Nullable String named(@Nullable Moment from, @Nullable Moment until) {
        if (from == null || until == null)
            return null;
        return switch (Moments.print(from) + ".." + Moments.print(until)) {
            case "week..week+6d", "today..week+6d", "week..week+1w-1d", "today..week+1w-1d" -> "thisWeek";
            case "week+1w..week+1w+6d", "week+1w..week+2w-1d", "week+7d..week+13d" -> "nextWeek";
            case "week-1w..week-1d", "week-7d..week-1d" -> "lastWeek";
            case "month..month+1mo-1d", "today..month+1mo-1d" -> "thisMonth";
            case "month+1mo..month+2mo-1d" -> "nextMonth";
            case "month-1mo..month-1d" -> "lastMonth";
            default -> null;
        };
    }

    private static boolean isTodayOrNow(Moment moment) {
        return moment.equals(Moment.now()) || moment.equals(Moment.today());
    }

    /** How many days after today it is, or null if it is no such day. */
    private static @Nullable Integer daysFromToday(Moment moment) {
        if (!(moment instanceof Moment.Relative(Anchor anchor, List<Shift> shifts)) || anchor != Anchor.TODAY)
            return null;
        int days = 0;
        for (Shift shift : shifts) {
            if (shift.unit() != Unit.DAYS && shift.unit() != Unit.WEEKS)
                return null;
            days += shift.amount() * (shift.unit() == Unit.WEEKS ? 7 : 1);
        }
        return days;
    }

    private static String moment(Moment moment, Language language) {
        return switch (moment) {
            case Moment.Day(LocalDate date) -> date(date, language);
            case Moment.At(OffsetDateTime at) -> "%s, %d:%02d".formatted(date(at.toLocalDate(), language),
                    at.getHour(), at.getMinute());
            case Moment.Relative relative -> relative(relative, language);
        };
    }

    private static String date(LocalDate date, Language language) {
        return date.getDayOfMonth() + " " + say("month." + date.getMonthValue(), language) + " " + date.getYear();
    }

    private static String relative(Moment.Relative relative, Language language) {
        String text = Moments.print(relative);
        Integer days = daysFromToday(relative);
        String key = "moment." + (days != null && Math.abs(days) <= 1 ? "today" + (days == 0 ? "" : days) : text);
        return Wording.FILTER.knows(key) ? say(key, language) : text;
    }
}
