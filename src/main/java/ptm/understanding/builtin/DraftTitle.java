package ptm.understanding.builtin;

import java.util.regex.Pattern;

/** A title from the words of a task: without what was read as time, without what only leads up to it. */
final class DraftTitle {
    private static final int MAX = 200;
    private static final Pattern LEAD =
            Pattern.compile("(?iu)^(?:(?:oh|and|also|then|so|um|uh|okay|ok|well|btw|please|pls"
                    + "|и|а|ещё|еще|потом|так|ну|значит|в общем|кстати|также|пожалуйста)\\b[, ]*)*"
                    + "(?:(?:i )?(?:really )?(?:need|have|want|ought|got) to |i must |i should |(?:don'?t forget|remember) to "
                    + "|remind me to |(?:мне )?(?:надо|нужно|следует|должна?|не забыть|не забудь|напомни(?:те)?)(?: мне)?(?: бы)? )?");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*[,;]?\\s*\\)|\\[\\s*\\]");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:—–-]+$|^[\\s,;:.—–-]+");

    /** Empty where nothing is left that names a task. */
    String of(String text, TimeReading reading) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (TimePiece piece : reading.pieces()) {
            if (!piece.debris() || piece.from() < at)
                continue;
            kept.append(text, text.offsetByCodePoints(0, at), text.offsetByCodePoints(0, piece.from())).append(' ');
            at = piece.until();
        }
        kept.append(text.substring(text.offsetByCodePoints(0, at)));
        String clean = EMPTY_BRACKETS.matcher(kept).replaceAll(" ").replaceAll("\\s+([,.;:!?)])", "$1")
                .replaceAll("\\s{2,}", " ").strip();
        String bare = LEAD.matcher(LOOSE_END.matcher(clean).replaceAll("")).replaceFirst("");
        String title = LOOSE_END.matcher(bare).replaceAll("").replaceFirst("[.]$", "");
        if (title.codePoints().noneMatch(Character::isLetterOrDigit))
            title = text.strip();
        return shortened(capitalised(title));
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
