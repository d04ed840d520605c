package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeScene;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.builtin.dump.Clause.Kind;
import ptm.understanding.builtin.dump.DumpWords.Part;

/** Cuts a dump into the words of its tasks, and leaves the chatter. */
final class Segmenter {
    private static final int HEADLINE = 8;
    private static final int TITLE = 4;
    /** What is shorter, in chars, may need the words that it answers to be understood. */
    private static final int BRIEF = 60;

    private final DumpWords lexicon = DumpWords.load();
    private final DumpLines lines = new DumpLines(lexicon);
    private final TimeReader times = new TimeReader();

    /** @param leftOut whole clauses that are of no task, as written */
    record Cutting(List<Segment> segments, List<String> leftOut) {}

    Cutting cut(String text, TimeScene scene) {
        Cut cut = new Cut(text, scene);
        return new Cutting(cut.run(), cut.leftOut.words());
    }

    /** One dump being cut. */
    private final class Cut {
        private final String dump;
        private final TimeScene scene;
        private final List<Segment> segments = new ArrayList<>();
        private final LeftOut leftOut = new LeftOut(lexicon);
        private @Nullable Heading headline;
        /** The day last named, for "that day". */
        private @Nullable Heading lastDay;
        private boolean alone;
        /** Whether the dump says of some things that they are the person's own to do: then others' names count. */
        private boolean assigns;
        /** Whether the headline stands above bullets, absent until the line after it is read. */
        private @Nullable Boolean overBullets;

        Cut(String dump, TimeScene scene) {
            this.dump = dump;
            this.scene = scene;
        }

        List<Segment> run() {
            List<DumpLines.Line> read = lines.read(dump);
            alone = read.size() == 1;
            assigns = read.stream().anyMatch(line -> line.isBullet() && line.text().indexOf(':') > 0
                    && Words.of(line.text().substring(0, line.text().indexOf(':'))).stream()
                            .allMatch(word -> lexicon.is(Part.MYSELF, word)));
            for (DumpLines.Line line : read)
                line(line);
            if (segments.isEmpty() && alone && !isGreeting(read.getFirst().text())) {
                leftOut.clear();
                segments.add(Segment.whole(read.getFirst().text(), read.getFirst().from(), List.of(), null));
            }
            return segments;
        }

        /** "Your Parcel Team", at the end of what began with a greeting. */
        private boolean signs(String line, int[] range) {
            List<Word> words = Words.of(line.substring(range[0], range[1])).stream().filter(word -> !word.isMark())
                    .toList();
            return lexicon.match(Part.GREETING, Words.of(line.substring(0, Math.min(line.length(), BRIEF))), 0) > 0
                    && !words.isEmpty() && words.size() <= 4 && words.stream().noneMatch(lexicon::isGoods)
                    && words.stream().allMatch(Word::isCapitalised)
                    && !lexicon.has(Part.NEED, words) && words.stream().noneMatch(lexicon::isVerb)
                    && new Sentence(lexicon, line.substring(range[0], range[1]), scene).head(0, 1) == 0;
        }

        /** Nothing but what the lexicon knows for chatter. */
        private boolean isGreeting(String text) {
            Sentence sentence = new Sentence(lexicon, text, scene);
            List<Clause> clauses = new Clauses(lexicon, sentence).cut();
            return clauses.stream().allMatch(clause -> clause.kind() == Kind.TALK);
        }

        private void line(DumpLines.Line line) {
            if (line.isHeading()) {
                List<int[]> before = Sentences.of(line.text());
                for (int[] sentence : before.subList(0, before.size() - 1))
                    sentence(line, sentence[0], sentence[1], false, segments.size());
                headline = headline(line);
                overBullets = null;
                return;
            }
            overBullets = overBullets == null ? line.isBullet() : overBullets;
            if (overBullets && !line.isBullet() && line.opens())
                headline = null;
            if (!line.steps().isEmpty() || line.isBullet()) {
                bullet(line);
            } else {
                List<int[]> sentences = Sentences.of(line.text());
                boolean single = alone && sentences.size() == 1;
                int first = segments.size();
                for (int i = 0; i < sentences.size(); i++)
                    if ((i < 2 || i + 1 < sentences.size() || !signs(line.text(), sentences.get(i)))
                            && !titles(line, sentences, i))
                        sentence(line, sentences.get(i)[0], sentences.get(i)[1], single, first);
            }
        }

        /** "Big clear-out. Sell: cot, buggy. Give away: …": a name for all that follows. */
        private boolean titles(DumpLines.Line line, List<int[]> sentences, int i) {
            if (i > 0 || sentences.size() < 2)
                return false;
            if (namesPlace(line, sentences.getFirst()))
                return true;
            int[] next = sentences.get(1);
            int colon = line.text().indexOf(": ", next[0]);
            Sentence sentence = new Sentence(lexicon, line.text().substring(0, sentences.getFirst()[1]), scene);
            List<Clause> clauses = new Clauses(lexicon, sentence).cut();
            return colon > 0 && colon < next[1] && Words.of(line.text().substring(next[0], colon)).size() <= 2
                    && clauses.size() == 1 && clauses.getFirst().kind() == Kind.THING && sentence.size() <= TITLE
                    && (!sentence.hasTime(0, sentence.size()) || lexicon.has(Part.LIST_NAME, sentence.words()));
        }

        /** «объект на Ленина.» before what is to be done there. */
        private boolean namesPlace(DumpLines.Line line, int[] range) {
            List<Word> words = Words.of(line.text().substring(range[0], range[1])).stream()
                    .filter(word -> !word.isMark()).toList();
            return words.size() <= TITLE && lexicon.match(Part.PLACE, words, 0) > 0
                    && words.stream().noneMatch(lexicon::isVerb);
        }

        /** One thing, which its first sentence names; what is nothing but talk at its end goes. */
        private void bullet(DumpLines.Line said) {
            DumpLines.Line line = assigned(said);
            if (line == null) {
                leftOut.add(said.text());
                return;
            }
            List<int[]> sentences = Sentences.of(line.text());
            int last = sentences.size() - 1;
            while (last > 0 && isTalk(line, sentences.get(last)))
                last--;
            for (int[] more : sentences.subList(last + 1, sentences.size()))
                leftOut(line, more);
            if (sentences.isEmpty() || isOthers(line, sentences.getFirst())
                    || assigns && isReport(line, sentences.getFirst())) {
                leftOut.add(line.text());
                return;
            }
            String text = line.text().substring(0, last + 1 == sentences.size()
                    ? line.text().length()
                    : sentences.get(last)[1]);
            int core = Math.min(line.core(), sentences.getFirst()[1]);
            segments.add(new Segment(text, line.from(), Math.min(core, text.length()), line.steps(), headline, "", ""));
        }

        /** Without "me:" before it; absent where another's name stands there and the list is of who does what. */
        private DumpLines.@Nullable Line assigned(DumpLines.Line line) {
            int colon = line.text().indexOf(": ");
            if (colon < 0 || colon > BRIEF)
                return line;
            List<Word> words = Words.of(line.text().substring(0, colon));
            if (words.stream().allMatch(word -> lexicon.is(Part.MYSELF, word) || word.isMark()))
                return line.from(colon + 2);
            return assigns && words.size() <= 2 && words.getFirst().isCapitalised()
                    && !lexicon.isVerb(words.getFirst()) ? null : line;
        }

        private boolean isTalk(DumpLines.Line line, int[] range) {
            Sentence sentence = new Sentence(lexicon, line.text().substring(range[0], range[1]), scene, line.voice());
            return new Clauses(lexicon, sentence).cut().stream().allMatch(clause -> clause.kind() == Kind.TALK);
        }

        /** "budget looks fine", in the notes of a meeting: how things are, and nothing to see to. */
        private boolean isReport(DumpLines.Line line, int[] range) {
            Sentence sentence = new Sentence(lexicon, line.text().substring(range[0], range[1]), scene, line.voice());
            ClauseKinds kinds = new ClauseKinds(lexicon, sentence);
            return !sentence.hasTime(0, sentence.size()) && new Clauses(lexicon, sentence).cut().stream()
                    .allMatch(clause -> clause.kind() == Kind.TALK || clause.kind() == Kind.STATE
                            && !kinds.isProblem(sentence.head(clause.from(), clause.until()), clause.until()));
        }

        private void leftOut(DumpLines.Line line, int[] range) {
            Sentence sentence = new Sentence(lexicon, line.text().substring(range[0], range[1]), scene, line.voice());
            leftOut.of(sentence, new Clauses(lexicon, sentence).cut(), List.of());
        }

        /** Somebody else does it, or it is done. */
        private boolean isOthers(DumpLines.Line line, int[] range) {
            Sentence sentence = new Sentence(lexicon, line.text().substring(range[0], range[1]), scene, line.voice());
            ClauseKinds kinds = new ClauseKinds(lexicon, sentence);
            return kinds.isNoneOfOnes(0, sentence.size())
                    || new Clauses(lexicon, sentence).cut().stream().allMatch(kinds::isTold);
        }

        /** The day that a short line above others names. */
        private @Nullable Heading headline(DumpLines.Line line) {
            int[] last = Sentences.of(line.text()).getLast();
            String words = line.text().substring(last[0], last[1]);
            return Words.of(words).size() > HEADLINE ? null : heading(words, line.from() + last[0]);
        }

        private @Nullable Heading heading(String words, int from) {
            TimeReading reading = times.read(words, scene);
            return reading.pieces().isEmpty() ? null : new Heading(reading, from);
        }

        private void sentence(DumpLines.Line line, int from, int until, boolean single, int firstOfLine) {
            int begin = from;
            Heading heading = headline;
            Label.Found label = new Label(lexicon, line.text().substring(begin, until), scene).find();
            boolean listed = false;
            boolean shop = false;
            if (label.isTalk()) {
                if (segments.size() > firstOfLine && !single)
                    extend(line.from() + until);
                return;
            }
            if (label.isWhole()) {
                whole(line, from, until, heading);
                return;
            }
            if (label.end() > 0) {
                Heading said = thatDay(line.text().substring(begin, begin + label.end()), line.from() + begin);
                heading = said == null ? heading : said;
                listed = label.isList();
                shop = label.isShop();
                begin += label.end();
            }
            Sentence sentence = new Sentence(lexicon, line.text().substring(begin, until), scene, line.voice());
            Errands errands = new Errands(lexicon, sentence, listed, shop);
            boolean before = segments.size() > firstOfLine;
            List<Clause> clauses = new Clauses(lexicon, sentence).cut();
            List<Errand> found = errands.of(clauses, single, before);
            leftOut.of(sentence, clauses.stream().filter(clause -> !errands.isElsewhere(clause)).toList(), found);
            if (errands.isMoreOfBefore() && before)
                extend(line.from() + begin + sentence.at(errands.moreUntil() - 1).until());
            if (listed && found.size() == 1 && (shop || label.isTime())) {
                int end = begin + sentence.at(found.getFirst().until() - 1).until();
                add(line, from, end, begin + sentence.at(found.getFirst().core() - 1).until(),
                        label.isTime() ? headline : heading, "");
                return;
            }
            Heading lead = found.size() <= Errands.FEW ? lead(errands, found, sentence, line.from() + begin) : null;
            Clause each = errands.each();
            if (each != null && heading == null)
                heading = heading(sentence.text().substring(sentence.at(each.from()).from(),
                        sentence.at(each.until() - 1).until()), line.from() + begin + sentence.at(each.from()).from());
            for (int i = 0; i < found.size(); i++) {
                Errand errand = found.get(i);
                boolean dated = sentence.hasDate(errand.from(), errand.until());
                if (dated && sentence.hasDay(errand.from(), errand.until()))
                    lead = i == 0 ? lead : null;
                Heading own = i > 0 && lead != null && errand.inherits() ? lead : heading;
                add(line, begin + sentence.at(errand.from()).from(), begin + sentence.at(errand.until() - 1).until(),
                        begin + sentence.at(errand.core() - 1).until(), own, errand.verb());
            }
            remember(line, begin, sentence);
        }

        /** One task, whose steps may stand behind a colon. */
        private void whole(DumpLines.Line line, int from, int end, @Nullable Heading heading) {
            int until = end < line.text().length() && line.text().charAt(end - 1) == '?' ? end - 1 : end;
            int colon = line.text().indexOf(": ", from);
            List<String> steps = steps(line.text().substring(Math.min(until, colon + 1), until), line.voice());
            if (colon > from && steps.size() > 1)
                segments.add(new Segment(line.text().substring(from, until).strip(), line.from() + from
                        + indent(line.text(), from), colon - from - indent(line.text(), from), steps, heading, "", ""));
            else
                add(line, from, until, until, heading, "");
        }

        private static int indent(String text, int from) {
            int at = from;
            while (Character.isWhitespace(text.charAt(at)))
                at++;
            return at - from;
        }

        /** What is to do one by one, none where anything else is said. */
        private List<String> steps(String text, Voice voice) {
            Sentence sentence = new Sentence(lexicon, text, scene, voice);
            List<Clause> clauses = new Clauses(lexicon, sentence).cut();
            return clauses.stream().allMatch(clause -> clause.kind() == Kind.ACT)
                    ? clauses.stream().map(clause -> text
                            .substring(sentence.at(clause.from()).from(), sentence.at(clause.until() - 1).until()))
                            .toList()
                    : List.of();
        }

        /** The day that opens the sentence, for all that is told to do in it. */
        private @Nullable Heading lead(Errands errands, List<Errand> found, Sentence sentence, int from) {
            if (found.size() < 2)
                return null;
            int day = errands.leadingDay(found.getFirst());
            if (day < 0)
                return null;
            int start = sentence.at(day).from();
            int end = sentence.at(sentence.afterTime(day) - 1).until();
            return heading(sentence.text().substring(start, end), from + start);
        }

        private @Nullable Heading thatDay(String label, int from) {
            return lexicon.has(Part.THAT_DAY, Words.of(label)) && lastDay != null ? lastDay : heading(label, from);
        }

        private void remember(DumpLines.Line line, int begin, Sentence sentence) {
            for (int i = 0; i < sentence.size(); i++)
                if (sentence.isDay(i)) {
                    int start = sentence.at(i).from();
                    int end = sentence.at(sentence.afterTime(i) - 1).until();
                    Heading day = heading(sentence.text().substring(start, end), line.from() + begin + start);
                    lastDay = day == null ? lastDay : day;
                    i = sentence.afterTime(i);
                }
        }

        private void add(DumpLines.Line line, int from, int until, int core, @Nullable Heading heading,
                String verb) {
            String words = line.text().substring(from, until);
            String text = words.strip();
            int start = from + words.indexOf(text);
            if (!text.isEmpty())
                segments.add(new Segment(text, line.from() + start, Math.clamp(core - start, 1, text.length()),
                        List.of(), heading, text.length() <= BRIEF && start == 0 ? quoteBefore(line.from()) : "",
                        verb));
        }

        /** The lines with ">" right above, which a brief line answers. */
        private String quoteBefore(int line) {
            int from = dump.lastIndexOf('\n', line - 1) + 1;
            int at = from;
            while (at > 0) {
                int above = at == 1 ? 0 : dump.lastIndexOf('\n', at - 2) + 1;
                if (dump.charAt(above) != '>')
                    break;
                at = above;
            }
            return dump.substring(at, from).replaceAll("(?m)^[> ]+", "").strip();
        }

        /** The last task goes on to here: what follows its name describes it. */
        private void extend(int until) {
            Segment last = segments.getLast();
            if (until - last.from() > Sentences.PIECE) {
                segments.add(Segment.whole(dump.substring(last.until(), until), last.until(), List.of(), null));
                return;
            }
            segments.removeLast();
            segments.add(new Segment(dump.substring(last.from(), until), last.from(), last.core(), last.steps(),
                    last.heading(), last.context(), last.verb()));
        }
    }
}
