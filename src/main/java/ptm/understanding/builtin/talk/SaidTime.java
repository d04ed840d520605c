package ptm.understanding.builtin.talk;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.understanding.Topic;

/** A time of day after "my morning is at". */
final class SaidTime {

    private static final int HALF_A_DAY = 12;
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})(?:[:. ](\\d{2}))?\\s*(am|a m|утра|часов утра|pm|p m|вечера|дня|часов вечера|часов|час|часа|oclock|ночи)?");

    private SaidTime() {}

    /** «07:30», or null where it is no time. */
    static @Nullable String read(Topic part, String words) {
        Matcher matcher = TIME.matcher(words);
        if (!matcher.matches())
            return null;
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        String half = matcher.group(3) == null ? "" : matcher.group(3);
        if (hour > 0 && hour < HALF_A_DAY && isAfterNoon(part, half, hour))
            hour += HALF_A_DAY;
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute).toString();
    }

    private static boolean isAfterNoon(Topic part, String half, int hour) {
        if (half.startsWith("p") || half.endsWith("вечера") || half.equals("дня"))
            return true;
        if (half.startsWith("a") || half.endsWith("утра") || half.equals("ночи"))
            return false;
        return switch (part) {
            case AFTERNOON, END_OF_DAY, EVENING -> true;
            case NIGHT -> hour > 5;
            case LUNCH -> hour < 6;
            default -> false;
        };
    }
}
