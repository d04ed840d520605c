package ptm.understanding.builtin.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things numbered, or marked with pictures, within one line: each is a line of its own. */
final class Enumeration {
    private static final Pattern MARK = Pattern.compile("(?<![^\\s:;,.!?(–—-])(?:"
            + "\\(?(\\d{1,2})[.)](?=\\s*[^\\s\\d])|(\\d{1,2})\\s?[-–—](?=\\s+\\p{L})|(\\d)\\uFE0F?\\u20E3|([①-⑳])"
            + "|\\(?([a-zа-я])\\)(?=\\s*\\p{L}))");
    private static final Pattern PICTURE =
            Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}"
                    + "\\x{231A}-\\x{23FF}\\x{25A0}-\\x{25FF}\\x{2190}-\\x{21FF}][\\uFE0F\\u200D\\x{1F3FB}-\\x{1F3FF}]*");
    private static final int FEW = 2;

    private Enumeration() {}

    static List<RawLine> of(RawLine line) {
        List<int[]> marks = numbers(line.text());
        if (marks.size() < FEW)
            marks = pictures(line.text());
        return marks.size() < FEW ? List.of(line) : parts(line, marks);
    }

    private static List<RawLine> parts(RawLine line, List<int[]> marks) {
        List<RawLine> parts = new ArrayList<>();
        int first = marks.getFirst()[0];
        if (line.text().substring(0, first).codePoints().anyMatch(Character::isLetterOrDigit))
            parts.add(line.part(0, first, false).asTitle());
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1)[0] : line.text().length();
            parts.add(line.part(marks.get(i)[1], end, true));
        }
        return parts;
    }

    /** Begin and end of each mark of a row that counts 1, 2, 3 or a, b, c. */
    private static List<int[]> numbers(String line) {
        List<int[]> row = new ArrayList<>();
        int next = 1;
        String kind = "";
        for (Matcher mark = MARK.matcher(line); mark.find();) {
            String is = kind(mark);
            if (value(mark) != next || next > 1 && !is.equals(kind))
                continue;
            row.add(new int[] { mark.start(), mark.end() });
            kind = is;
            next++;
        }
        return row;
    }

    private static String kind(Matcher mark) {
        for (int group = 1; group <= mark.groupCount(); group++)
            if (mark.group(group) != null)
                return group + mark.group().substring(mark.group().length() - 1);
        return "";
    }

    private static int value(Matcher mark) {
        if (mark.group(4) != null)
            return mark.group(4).charAt(0) - '①' + 1;
        if (mark.group(5) != null) {
            char letter = mark.group(5).charAt(0);
            return letter >= 'а' ? letter - 'а' + 1 : letter - 'a' + 1;
        }
        String number = mark.group(1) != null ? mark.group(1) : mark.group(2) != null ? mark.group(2) : mark.group(3);
        return Integer.parseInt(number);
    }

    /** Where the words begin after a picture that stands for a bullet. */
    static int afterPicture(String text) {
        Matcher mark = PICTURE.matcher(text);
        return mark.lookingAt() ? mark.end() : 0;
    }

    /** Pictures before things, where the line begins with one. */
    private static List<int[]> pictures(String line) {
        List<int[]> row = new ArrayList<>();
        int at = 0;
        for (Matcher mark = PICTURE.matcher(line); mark.find();) {
            boolean first = row.isEmpty();
            boolean words = line.substring(at, mark.start()).codePoints().anyMatch(Character::isLetterOrDigit);
            if (first && words)
                return List.of();
            if (!first && !words)
                row.getLast()[1] = mark.start();
            else
                row.add(new int[] { mark.start(), mark.start() });
            at = mark.end();
        }
        boolean trailing = !row.isEmpty() && line.substring(at).isBlank();
        if (trailing)
            row.removeLast();
        return row;
    }
}
