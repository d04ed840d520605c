package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** The lines of a dump: bullets, what is nested under them, headings, what is ticked off, what a mailer added. */
final class DumpLines {
    private static final Pattern LINE = Pattern.compile(
            "(\\s*)((?:[-*•·–—+▪◦]|\\(?\\d{1,2}[.)]|\\d{1,2}(?=\\s+\\p{Lu})|\\p{L}\\)|[b-hj-z](?=\\s+\\p{L}{2}))\\s+)?(.*)");
    private static final Pattern RULE = Pattern.compile("[\\s|:+=_*~-]+");
    private static final Pattern DECORATED = Pattern.compile("(#{1,6}\\s+|[*_]{2}|={2,}\\s*)(.*?)[*_=#:\\s]*");
    private static final int HEADING_WORDS = 5;
    private static final int TITLE_WORDS = 9;
    private static final int NAME_WORDS = 3;

    private final DumpWords lexicon;

    DumpLines(DumpWords lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param from      char offset of the text in the dump
     * @param core      how many chars of the text name the thing; what follows says more about it
     * @param isHeading a line above things that belong to it, which is none itself
     * @param isDone    ticked off
     * @param opens     whether an empty line or nothing stands before it
     */
    record Line(String text, int from, int core, int indent, boolean isBullet, boolean isHeading, boolean isDone,
            Voice voice, boolean opens, List<String> steps) {
        /** What stands from a char on. */
        Line from(int begin) {
            return new Line(text.substring(begin), from + begin, Math.max(1, core - begin), indent, isBullet, isHeading,
                    isDone,
                    voice, opens, steps);
        }

        Line with(List<String> steps, boolean isHeading) {
            return new Line(text, from, core, indent, isBullet, isHeading, isDone, voice, opens, List.copyOf(steps));
        }
    }

    List<Line> read(String text) {
        List<Line> read = new ArrayList<>();
        List<RawLine> framed = new Transcript(lexicon).read(new MailFrame(lexicon, text).lines());
        boolean pictured = framed.stream().filter(line -> Enumeration.afterPicture(line.text()) > 0).count() > 1;
        boolean table = framed.stream().filter(line -> isRow(line.text())).count() > 1;
        for (RawLine line : framed)
            if (table && isRow(line.text()))
                row(read, line);
            else
                Enumeration.of(line).forEach(part -> add(read, part, indent(line.text()), pictured));
        return headed(nested(read)).stream().filter(line -> !line.isDone()).toList();
    }

    /** "Today's plan", "План на среду". */
    private boolean namesList(String line) {
        List<Word> words = Words.of(line).stream().filter(word -> !word.isMark()).toList();
        return !lexicon.isVerb(words.getFirst()) && lexicon.has(Part.LIST_NAME, words)
                || lexicon.is(Part.LIST_NAME, words.getFirst()) || lexicon.is(Part.LIST_NAME, words.getLast());
    }

    private void add(List<Line> lines, RawLine raw, int indent, boolean pictured) {
        Matcher matcher = LINE.matcher(raw.text());
        if (!matcher.matches() || RULE.matcher(raw.text()).matches())
            return;
        Body body = new Body(matcher.group(3), matcher.start(3), matcher.group(2) != null || raw.isItem());
        boolean done = lexicon.doneSigns().stream().anyMatch(body.text().strip()::startsWith)
                || lexicon.doneSigns().stream().anyMatch(body.text().strip()::endsWith);
        Body named = done ? body : body.withoutSign(lexicon.openSigns(), pictured);
        Matcher decorated = DECORATED.matcher(named.text().strip());
        boolean heads = raw.isTitle() || !named.bullet() && decorated.matches();
        if (heads && !raw.isTitle())
            named = new Body(decorated.group(2), named.at() + decorated.start(2), false);
        String words = named.text().strip();
        int at = named.at() + named.text().indexOf(words);
        if (words.codePoints().anyMatch(Character::isLetterOrDigit))
            lines.add(new Line(words, raw.from() + at, words.length(), indent, named.bullet(), heads,
                    done, raw.voice(), raw.opens(), List.of()));
    }

    /** What stands on a line behind its bullet. */
    private record Body(String text, int at, boolean bullet) {
        /** Without a box to tick, or a picture for a bullet. */
        Body withoutSign(List<String> signs, boolean pictured) {
            for (String sign : signs)
                if (text.startsWith(sign))
                    return new Body(text.substring(sign.length()), at + sign.length(), true);
            int picture = Enumeration.afterPicture(text);
            return picture == 0 ? this : new Body(text.substring(picture), at + picture, bullet || pictured);
        }
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at)))
            at++;
        return at;
    }

    private static boolean isRow(String line) {
        String bare = line.strip();
        return bare.startsWith("|") && bare.endsWith("|") && bare.length() > 2 || bare.contains("\t");
    }

    /** A row of a table: its first cell of words names the thing, the others say more. */
    private void row(List<Line> lines, RawLine raw) {
        if (RULE.matcher(raw.text()).matches())
            return;
        int from = 0;
        while (from < raw.text().length() && !Character.isLetter(raw.text().charAt(from)))
            from++;
        String words = raw.text().substring(from).replaceAll("[\\s|]+$", "");
        List<String> cells = List.of(words.split("\\s*[|\t]\\s*"));
        boolean header = cells.stream().filter(cell -> !cell.isEmpty()).allMatch(cell -> lexicon.is(Part.COLUMN,
                Words.of(cell).getFirst()));
        if (words.isEmpty() || header)
            return;
        boolean done = cells.stream().skip(1).anyMatch(cell -> cell.equals("x") || lexicon.doneSigns().contains(cell)
                || !cell.isEmpty() && lexicon.match(Part.DONE, Words.of(cell), 0) == Words.of(cell).size());
        lines.add(new Line(words, raw.from() + from, cells.getFirst().length(), 0, true, false, done, raw.voice(),
                raw.opens(), List.of()));
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
        boolean blocks = lines.stream().filter(Line::opens).count() > 1;
        List<Line> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean next = i + 1 < lines.size();
            boolean heads = next && !line.isBullet() && line.steps().isEmpty()
                    && (line.isHeading() && leads(line) || heads(line, lines.get(i + 1))
                            || i == 0 && i + 2 < lines.size() && namesList(line.text()) && words(line) <= HEADING_WORDS
                            || namesBlock(line, lines.get(i + 1), blocks));
            out.add(line.with(line.steps(), heads));
        }
        return out;
    }

    private boolean heads(Line line, Line next) {
        return line.text().endsWith(":") || next.isBullet() && isTitle(line);
    }

    /** Whether what stands before numbered things only leads to them: it names them or says that they are to do. */
    private boolean leads(Line line) {
        List<Word> words = Words.of(line.text());
        int need = lexicon.match(Part.NEED, words, 0);
        return line.text().endsWith(":") || line.text().endsWith("-") || line.text().endsWith("—")
                || isTitle(line) && (!lexicon.isVerb(words.getFirst()) || need > 0 && words.size() <= need + 2);
    }

    /** So short, or without a word for doing something, that it is only a name for what follows. */
    private boolean isTitle(Line line) {
        List<Word> words = Words.of(line.text());
        return line.text().endsWith(":") || words(line) <= HEADING_WORDS && !isStopped(line.text())
                || words(line) <= TITLE_WORDS && !isStopped(line.text())
                        && !lexicon.isVerb(words.getFirst()) && !lexicon.has(Part.NEED, words);
    }

    private static boolean isStopped(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
    }

    /** "HOME" above the things of the house, where empty lines part such blocks. */
    private boolean namesBlock(Line line, Line next, boolean blocks) {
        List<Word> words = Words.of(line.text()).stream().filter(word -> !word.isMark()).toList();
        if (next.opens() || words.size() > NAME_WORDS || lexicon.has(Part.NEED, words))
            return false;
        boolean shouted = words.stream().allMatch(word -> word.text().length() > 2
                && word.text().equals(word.text().toUpperCase(Locale.ROOT))
                && Character.isLetter(word.text().charAt(0)))
                && !next.text().equals(next.text().toUpperCase(Locale.ROOT));
        boolean named = lexicon.match(Part.LABEL, words, 0) == words.size()
                || lexicon.match(Part.SHOP, words, 0) == words.size();
        return line.opens() && (shouted || blocks && named);
    }

    private static long words(Line line) {
        return Words.of(line.text()).stream().filter(word -> !word.isMark()).count();
    }
}
