package ptm.understanding.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads "by light I mean under 15 minutes": a word and what it stands for. */
final class TeachReader {

    /** @param meaning the words that explain it */
    record Lesson(String word, String meaning) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String WORD = "[\"«“”„*']?([\\p{L}][\\p{L} -]{0,38}?)[\"»“”*']?";
    private static final Pattern[] PATTERNS = {
        Pattern.compile("^\\s*(?:when i say|by|if i say)\\s+" + WORD
                + ",?\\s+(?:i mean|that means|it means|means)[:,]?\\s+(.+)$", FLAGS),
        Pattern.compile("^\\s*" + WORD + "\\s+(?:means|should mean|stands for|shall mean)[:,]?\\s+(.+)$", FLAGS),
        Pattern.compile("^\\s*(?:под словом|под|словом|говоря)\\s+" + WORD
                + ",?\\s+(?:я\\s+)?(?:понимаю|имею в виду|подразумеваю|имею ввиду)[:,]?\\s+(.+)$", FLAGS),
        Pattern.compile("^\\s*(?:когда (?:я )?говорю|если (?:я )?говорю)\\s+" + WORD
                + ",?\\s+(?:то )?(?:это|значит|это значит|я имею в виду|имею в виду)[:,]?\\s+(.+)$", FLAGS),
        Pattern.compile("^\\s*(?:запомни[:,]?\\s+)?" + WORD
                + "\\s*(?:[-–—]\\s*это|это значит|значит|означает|[-–—]\\s*значит)[:,]?\\s+(.+)$", FLAGS) };

    @Nullable
    Lesson read(String text) {
        if (text.length() > 300 || text.indexOf('\n') >= 0)
            return null;
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches() && matcher.group(1).split("\\s+").length <= 3)
                return new Lesson(matcher.group(1).strip(), matcher.group(2).strip());
        }
        return null;
    }
}
