package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a dump into the words of its tasks: lines, bullets with what is nested under them, sentences, commas. */
final class Segmenter {
    private static final Pattern LINE = Pattern.compile("([ \\t]*)(?:(?:[-*•–—+]|\\d{1,2}[.)]|\\[ \\])\\s+)?(.*)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s+\\p{Lu})|[;,]\\s+(?=\\S)");

    List<Segment> cut(String text) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            line(segments, line, at);
            at += line.length() + 1;
        }
        return segments;
    }

    private static void line(List<Segment> segments, String line, int at) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || matcher.group(2).isBlank())
            return;
        boolean nested = matcher.group(1).length() > 1 && !segments.isEmpty();
        if (nested) {
            Segment parent = segments.removeLast();
            List<String> steps = new ArrayList<>(parent.steps());
            steps.add(matcher.group(2).strip());
            segments.add(new Segment(parent.text(), parent.from(), steps, parent.headline()));
            return;
        }
        parts(segments, matcher.group(2), at + matcher.start(2));
    }

    private static void parts(List<Segment> segments, String line, int at) {
        Matcher end = SENTENCE_END.matcher(line);
        int from = 0;
        while (end.find()) {
            add(segments, line, from, end.start(), at);
            from = end.end();
        }
        add(segments, line, from, line.length(), at);
    }

    private static void add(List<Segment> segments, String line, int from, int until, int at) {
        String part = line.substring(from, until);
        String stripped = part.strip();
        if (stripped.codePoints().anyMatch(Character::isLetterOrDigit))
            segments.add(new Segment(stripped, at + from + part.indexOf(stripped), List.of(), null));
    }
}
