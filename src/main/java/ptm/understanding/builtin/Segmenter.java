package ptm.understanding.builtin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.task.When;
import ptm.understanding.builtin.DumpWords.Part;

/** Cuts a dump into the words of its tasks, and leaves the chatter. */
final class Segmenter {
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<!\\b(?:dr|mr|mrs|ms|st|no|vs|e\\.g|i\\.e|etc|т\\.е|т\\.д"
                    + "|г|ул|им|руб|тыс|мин|ч|\\p{Lu}))[.!?…]+(?=\\s)|;(?=\\s)|\\s[→](?=\\s)(?!.*[→])",
            Pattern.CASE_INSENSITIVE
                    | Pattern.UNICODE_CASE);
    private static final int LABEL = 4;

    private final DumpWords lexicon = DumpWords.load();
    private final DumpLines lines = new DumpLines(lexicon);
    private final Chatter chatter = new Chatter(lexicon);
    private final TimeReader times = new TimeReader();

    List<Segment> cut(String text, TimeScene scene) {
        List<Segment> segments = new ArrayList<>();
        List<DumpLines.Line> read = lines.read(text);
        boolean alone = read.size() == 1;
        LocalDate headline = null;
        for (DumpLines.Line line : read) {
            if (line.isHeading()) {
                headline = day(line.text(), scene);
                continue;
            }
            if (!line.steps().isEmpty()) {
                segments.add(new Segment(line.text(), line.from(), line.steps(), headline));
                continue;
            }
            line(segments, line, headline, alone, scene);
        }
        if (segments.isEmpty() && alone && !read.isEmpty() && !read.getFirst().isDone())
            segments.add(new Segment(read.getFirst().text(), read.getFirst().from(), List.of(), null));
        return segments;
    }

    private @Nullable LocalDate day(String words, TimeScene scene) {
        return times.read(words, scene).due().map(TimeValue.Due::when)
                .map(when -> when instanceof When.Day(LocalDate date) ? date : when.dayIn(scene.now().getZone()))
                .orElse(null);
    }

    private void line(List<Segment> segments, DumpLines.Line line, @Nullable LocalDate headline, boolean alone,
            TimeScene scene) {
        Matcher end = SENTENCE_END.matcher(line.text());
        List<int[]> sentences = new ArrayList<>();
        int from = 0;
        while (end.find()) {
            sentences.add(new int[] { from, end.start() });
            from = end.end();
        }
        sentences.add(new int[] { from, line.text().length() });
        for (int[] sentence : sentences)
            sentence(segments, line, sentence[0], sentence[1], headline, scene);
    }

    private void sentence(List<Segment> segments, DumpLines.Line line, int from, int until,
            @Nullable LocalDate headline, TimeScene scene) {
        String sentence = line.text().substring(from, until);
        int start = label(sentence, scene);
        LocalDate day = headline;
        if (start > 0 && isTime(sentence.substring(0, start - 1), scene)
                && new Clauses(lexicon, Words.of(sentence.substring(start))).cut().size() == 1) {
            segments.add(new Segment(sentence.strip(), line.from() + from + sentence.indexOf(sentence.strip()),
                    List.of(), headline));
            return;
        }
        if (start > 0) {
            LocalDate said = day(sentence.substring(0, start - 1), scene);
            day = said == null ? headline : said;
        }
        String body = sentence.substring(start);
        List<Word> words = Words.of(body);
        List<Clauses.Range> clauses = new Clauses(lexicon, words).cut();
        boolean listed = line.isBullet() || start > 0 || clauses.size() >= 3;
        for (Clauses.Range range : clauses) {
            List<Word> clause = words.subList(range.from(), range.until());
            if (clause.stream().allMatch(Word::isMark))
                continue;
            int at = clause.getFirst().from();
            String piece = body.substring(at, clause.getLast().until());
            boolean dated = times.read(piece, scene.on(day)).hasDate();
            if (line.isBullet() || chatter.isTask(clause, listed, dated))
                segments.add(new Segment(piece, line.from() + from + start + at, List.of(), day));
        }
    }

    /** Where the things begin after a label such as "tasks:" or "tomorrow:"; 0 where there is none. */
    private int label(String sentence, TimeScene scene) {
        int colon = sentence.indexOf(": ");
        if (colon < 0 || sentence.startsWith("//", colon + 1))
            return 0;
        List<Word> words = Words.of(sentence.substring(0, colon)).stream().filter(word -> !word.isMark()).toList();
        if (words.isEmpty() || words.size() > LABEL)
            return 0;
        boolean generic = words.size() <= 3 && lexicon.has(Part.LABELS, words);
        boolean rest = new Clauses(lexicon, Words.of(sentence.substring(colon + 1))).cut().size() > 1;
        boolean verb = lexicon.isVerb(words.getFirst()) && words.size() > 1;
        return generic || isTime(sentence.substring(0, colon), scene) || rest && !verb ? colon + 1 : 0;
    }

    /** Words of time and nothing else. */
    private boolean isTime(String words, TimeScene scene) {
        TimeReading reading = times.read(words, scene);
        int read = reading.pieces().stream().mapToInt(piece -> piece.until() - piece.from()).sum();
        return reading.hasDate() && read + 2 >= words.strip().codePointCount(0, words.strip().length());
    }
}
