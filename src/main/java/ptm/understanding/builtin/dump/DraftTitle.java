package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** A title from the words of a task: without what was read as time, without what only leads up to it. */
final class DraftTitle {
    private static final int MAX = 200;
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\([\\s,;!.?:-]*\\)|\\[\\s*\\]");
    private static final Pattern TAG = Pattern.compile("(?<!\\S)#\\p{L}[\\p{L}\\d_-]*(?=\\s|$|[,.!])");
    /** Pictures at either end; those within are the person's words. */
    private static final Pattern PICTURES =
            Pattern.compile("^[\\s\\p{So}\\uFE0F\\u200D]+|[\\p{So}\\uFE0F\\u200D][\\s\\p{So}\\uFE0F\\u200D]*$");
    static final Pattern LOOSE_END = Pattern.compile("[\\s,;:!—–/+|-]+$|^[\\s,;:.!?—–/+|→-]+");

    private final DumpWords lexicon;

    DraftTitle(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    /** With a verb that was said before others only: "call", "the school". */
    String of(String verb, String text, TimeReading reading) {
        String title = of(text, reading);
        boolean name = text.isEmpty() || Character.isUpperCase(text.strip().codePointAt(0));
        return verb.isEmpty()
                ? title
                : shortened(capitalised(verb + " " + (name
                        ? title
                        : title.substring(0, 1).toLowerCase(Locale.ROOT)
                                + title.substring(1))));
    }

    /** Empty where nothing is left that names a task. */
    String of(String text, TimeReading reading) {
        String clean = clean(text, reading);
        String title = withoutTail(withoutLead(plain(PICTURES.matcher(TAG.matcher(clean).replaceAll("")).replaceAll("")
                .strip())));
        if (title.codePoints().noneMatch(Character::isLetterOrDigit))
            title = text.strip();
        if (title.endsWith(")") && title.indexOf('(') < 0)
            title = title.replaceFirst("[\\s:;]*\\)+$", "");
        return shortened(capitalised(title));
    }

    /** The text without the words read as time. */
    String clean(String text, TimeReading reading) {
        int length = text.codePointCount(0, text.length());
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (TimePiece piece : reading.pieces()) {
            if (!piece.debris() || piece.from() < at || piece.until() > length)
                continue;
            kept.append(text, text.offsetByCodePoints(0, at), text.offsetByCodePoints(0, piece.from())).append(' ');
            at = piece.until();
        }
        kept.append(text.substring(text.offsetByCodePoints(0, at)));
        // white space first: every later pattern would look back over a long run of it again and again
        String clean = EMPTY_BRACKETS.matcher(kept).replaceAll(" ").replaceAll("\\s{2,}", " ")
                .replaceAll("\\s([,.;:!?)])", "$1").strip();
        return LOOSE_END.matcher(clean).replaceAll("").replaceFirst("[.]$", "");
    }

    /** Without "please" between commas. */
    private String plain(String title) {
        List<Word> words = Words.of(title);
        for (int i = words.size() - 2; i > 0; i--)
            if (lexicon.is(Part.POLITE, words.get(i))) {
                int from = words.get(i - 1).isComma() ? words.get(i - 1).from() : words.get(i).from();
                int until = words.get(i + 1).isComma() ? words.get(i + 1).until() : words.get(i).until();
                return title.substring(0, from).stripTrailing() + " " + title.substring(until).stripLeading();
            }
        return title;
    }

    /** Whether there is more than words that lead from one thing to another. */
    boolean saysMore(String words) {
        return Words.of(words).stream().anyMatch(word -> !word.isMark() && !lexicon.is(Part.FILLER, word)
                && !lexicon.is(Part.PRONOUN, word) && !lexicon.is(Part.JOIN, word) && !lexicon.is(Part.LOOSE_TAIL, word)
                && !lexicon.is(Part.DETAIL, word));
    }

    private String withoutLead(String title) {
        List<Word> words = Words.of(title);
        int at = 0;
        while (at < words.size() - 1) {
            int step = Math.max(lexicon.match(Part.LEAD_IN, words, at), words.get(at).isComma() && at > 0 ? 1 : 0);
            step = step == 0 && at > 0 && !Character.isUpperCase(words.get(at).text().codePointAt(0))
                    ? lexicon.match(Part.LEAD_ON, words, at)
                    : step;
            if (step == 0 || at + step >= words.size())
                break;
            at += step;
        }
        if (at == 0)
            return title;
        String rest = LOOSE_END.matcher(title.substring(words.get(at).from())).replaceAll("");
        return rest.endsWith("?") ? rest.substring(0, rest.length() - 1).stripTrailing() : rest;
    }

    private String withoutTail(String title) {
        List<Word> words = Words.of(title);
        int until = words.size();
        while (until > 1 && (words.get(until - 1).isComma() || lexicon.is(Part.LOOSE_TAIL, words.get(until - 1))))
            until--;
        return until == words.size() || until == 0
                ? title
                : LOOSE_END.matcher(title.substring(0, words.get(until - 1).until())).replaceAll("");
    }

    private static String capitalised(String title) {
        if (title.isEmpty() || title.startsWith("http"))
            return title;
        int first = title.codePointAt(0);
        return new StringBuilder().appendCodePoint(Character.toUpperCase(first))
                .append(title.substring(Character.charCount(first))).toString();
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= MAX
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX - 1)) + "…";
    }
}
