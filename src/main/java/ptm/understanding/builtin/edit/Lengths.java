package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads by how much something is moved: "by a week", «на полчаса», «на 2 дня». */
final class Lengths {

    /** @param from first word; {@code until} after the last */
    record Said(TemporalAmount amount, int from, int until) {}

    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.5)?)(mo|m|h|d|w|y)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");

    private final Lexicon lexicon;

    Lengths(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Nullable
    Said find(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            int number = number(words, i);
            int next = number < 0 ? i : i + 1;
            String unit = number < 0 || next >= words.size() ? "" : unit(words, next);
            Said said = unit.isEmpty() ? amount(words, i) : new Said(amount(number, unit), start(words, i), next + 1);
            if (said != null)
                return said;
        }
        return null;
    }

    private @Nullable Said amount(List<Word> words, int at) {
        String unit = unit(words, at);
        if (!unit.isEmpty() && !words.get(at).isNumber())
            return new Said(amount(1, unit), start(words, at), at + 1);
        for (Lexicon.Match match : lexicon.all(words, at).reversed())
            for (Entry entry : match.entries()) {
                Matcher matcher = AMOUNT.matcher(entry.amount());
                if (matcher.matches() && match.gapEnd() == 0)
                    return new Said(amount((int) Double.parseDouble(matcher.group(1)), matcher.group(2)),
                            start(words, at), at + match.length());
            }
        return null;
    }

    /** The word before belongs to it: "by", «на», «ещё на». */
    private static int start(List<Word> words, int at) {
        return at > 0 && EditWords.is(words.get(at - 1), "filler") ? at - 1 : at;
    }

    private int number(List<Word> words, int at) {
        if (WHOLE.matcher(words.get(at).plain()).matches())
            return Integer.parseInt(words.get(at).plain());
        for (Lexicon.Match match : lexicon.all(words, at))
            for (Entry entry : match.entries())
                if (match.length() == 1 && WHOLE.matcher(entry.amount()).matches())
                    return Integer.parseInt(entry.amount());
        return -1;
    }

    private String unit(List<Word> words, int at) {
        for (Lexicon.Match match : lexicon.all(words, at))
            for (Entry entry : match.entries())
                if (match.length() == 1 && AMOUNT.matcher("1" + entry.unit()).matches())
                    return entry.unit();
        return "";
    }

    private static TemporalAmount amount(int number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "w" -> Period.ofWeeks(number);
            case "mo" -> Period.ofMonths(number);
            case "y" -> Period.ofYears(number);
            default -> Period.ofDays(number);
        };
    }
}
