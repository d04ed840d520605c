package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a dump: bullets, what is nested under them, headings, what is ticked off, what a mailer added. */
final class DumpLines {
    private static final Pattern LINE = Pattern.compile(
            "(\\s*)((?:[-*•·–—+▪◦]|\\(?\\d{1,2}[.)]|\\d{1,2}(?=\\s+\\p{Lu})|\\p{L}\\)|[a-z](?=\\s+\\p{L}{2}))\\s+)?(.*)");
    private static final Pattern MAIL = Pattern.compile("(?iu)(re|fwd?|from|to|cc|subject|date|sent|от|кому|тема|дата)"
            + "\\s*:.*|-{3,}.*|>.*|sent from my .*|отправлено с .*|пересланное сообщение.*|переслано из.*|forwarded message.*");
    private static final int HEADING_WORDS = 5;
    private static final int SIGNATURE = 300;

    private final DumpWords lexicon;

    DumpLines(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param from      char offset of the text in the dump
     * @param isHeading a line above things that belong to it, which is none itself
     * @param isDone    ticked off
     */
    record Line(String text, int from, int indent, boolean isBullet, boolean isHeading, boolean isDone,
            List<String> steps) {
        Line with(List<String> steps, boolean isHeading) {
            return new Line(text, from, indent, isBullet, isHeading, isDone, List.copyOf(steps));
        }
    }

    List<Line> read(String text) {
        List<Line> raw = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            if (line.strip().equals("--") || isSignOff(line) && text.length() - at < SIGNATURE)
                break;
            if (!line.isBlank() && !MAIL.matcher(line.strip()).matches())
                add(raw, line, at);
            at += line.length() + 1;
        }
        if (raw.isEmpty())
            quoted(raw, text);
        return headed(nested(raw)).stream().filter(line -> !line.isDone()).toList();
    }

    /** A forward of nothing but quoted lines is about those. */
    private void quoted(List<Line> raw, String text) {
        int at = 0;
        for (String line : text.split("\n", -1)) {
            int mark = 0;
            while (mark < line.length() && (line.charAt(mark) == '>' || line.charAt(mark) == ' '))
                mark++;
            String words = line.substring(mark);
            if (isSignOff(words))
                break;
            if (line.startsWith(">") && !words.isBlank() && !MAIL.matcher(words.strip()).matches())
                add(raw, words, at + mark);
            at += line.length() + 1;
        }
    }

    /** "Best regards,": the name and what follows it are no tasks. */
    private boolean isSignOff(String line) {
        List<Word> words = Words.of(line).stream().filter(word -> !word.isMark()).toList();
        return !words.isEmpty() && words.size() <= 5 && lexicon.match(DumpWords.Part.SIGN_OFF, words, 0) > 0;
    }

    /** "Today's plan", "План на среду". */
    private boolean namesList(String line) {
        List<Word> words = Words.of(line).stream().filter(word -> !word.isMark()).toList();
        return lexicon.is(DumpWords.Part.LIST_NAME, words.getFirst())
                || lexicon.is(DumpWords.Part.LIST_NAME, words.getLast());
    }

    private void add(List<Line> lines, String line, int at) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches())
            return;
        String body = matcher.group(3).stripTrailing();
        boolean bullet = matcher.group(2) != null;
        int start = matcher.start(3);
        for (String sign : lexicon.doneSigns())
            if (body.startsWith(sign)) {
                lines.add(new Line(body.substring(sign.length()).strip(), at + start, matcher.group(1).length(), true,
                        false, true, List.of()));
                return;
            }
        for (String sign : lexicon.openSigns())
            if (body.startsWith(sign)) {
                String rest = body.substring(sign.length());
                start += sign.length() + rest.length() - rest.stripLeading().length();
                body = rest.strip();
                bullet = true;
                break;
            }
        if (body.codePoints().anyMatch(Character::isLetterOrDigit))
            lines.add(new Line(body, at + start, matcher.group(1).length(), bullet, false, false, List.of()));
    }

    /** What is indented further than the line before are its steps. */
    private static List<Line> nested(List<Line> lines) {
        List<Line> out = new ArrayList<>();
        for (Line line : lines) {
            boolean under = !out.isEmpty() && line.indent() > out.getLast().indent();
            if (!under) {
                out.add(line);
                continue;
            }
            Line parent = out.removeLast();
            List<String> steps = new ArrayList<>(parent.steps());
            if (!line.isDone())
                steps.add(line.text());
            out.add(parent.with(steps, false));
        }
        return out;
    }

    /** A short line without a bullet above lines with bullets only names them; one that ends in a colon always does. */
    private List<Line> headed(List<Line> lines) {
        List<Line> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean next = i + 1 < lines.size();
            boolean colon = line.text().endsWith(":");
            boolean above = next && lines.get(i + 1).isBullet() && !line.isBullet();
            boolean brief = Words.of(line.text()).stream().filter(word -> !word.isMark()).count() <= HEADING_WORDS;
            boolean names = brief && i == 0 && i + 2 < lines.size() && namesList(line.text());
            boolean heads = line.steps().isEmpty() && next && !line.isBullet() && (colon || above && brief || names);
            out.add(heads ? line.with(List.of(), true) : line);
        }
        return out;
    }
}
