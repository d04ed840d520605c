package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.List;

import ptm.understanding.builtin.DumpWords.Part;

/** Cuts one sentence or line into the clauses of its tasks: at commas, "and", "then", where a new task begins. */
final class Clauses {
    /** From so many parts on, short ones, commas separate tasks even where no verb says so. */
    private static final int LIST = 4;
    private static final double SHORT = 4.5;
    /** Longer runs of words without a mark are dictation. */
    private static final int RUN_ON = 12;

    private final DumpWords lexicon;
    private final List<Word> words;

    Clauses(DumpWords lexicon, List<Word> words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** A range of words, {@code until} exclusive. */
    record Range(int from, int until) {
        int length() {
            return until - from;
        }
    }

    List<Range> cut() {
        List<Range> parts = atMarks();
        boolean list = isList(parts);
        List<Range> clauses = new ArrayList<>();
        for (Range part : parts)
            for (Range piece : atJoins(part)) {
                if (clauses.isEmpty() || list || begins(piece, clauses.getLast()))
                    clauses.add(piece);
                else
                    clauses.add(new Range(clauses.removeLast().from(), piece.until()));
            }
        return clauses;
    }

    private List<Range> atMarks() {
        List<Range> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            String mark = words.get(i).plain();
            depth += mark.equals("(") ? 1 : mark.equals(")") ? -1 : 0;
            if (depth <= 0 && (words.get(i).isComma() || isDash(i))) {
                add(parts, from, i);
                from = i + 1;
            }
        }
        add(parts, from, words.size());
        return parts;
    }

    /** A slash or arrow with space around it, between things. */
    private boolean isDash(int at) {
        return words.get(at).plain().equals("/") && at > 0 && at + 1 < words.size()
                && words.get(at).from() > words.get(at - 1).until()
                && words.get(at + 1).from() > words.get(at).until();
    }

    private static void add(List<Range> parts, int from, int until) {
        if (until > from)
            parts.add(new Range(from, until));
    }

    /** A list of short things: each a task, unless it is goods of one errand. */
    private boolean isList(List<Range> parts) {
        if (parts.size() < LIST)
            return false;
        double mean = parts.stream().mapToInt(Range::length).average().orElse(0);
        long verbs = parts.stream().filter(this::hasVerb).count();
        boolean goods = verbs == 0 && parts.stream().allMatch(part -> part.length() <= 2)
                || verbs == 1 && buys(parts.getFirst());
        return mean <= SHORT && !goods;
    }

    private boolean buys(Range part) {
        int at = skipFillers(part);
        return at < part.until() && lexicon.match(Part.BUY, words, at) > 0;
    }

    /** A part without marks falls at "and" and "then" where a task follows, and in dictation at words that go on. */
    private List<Range> atJoins(Range part) {
        List<Range> pieces = new ArrayList<>();
        int from = part.from();
        boolean long_ = part.length() > RUN_ON;
        for (int i = part.from() + 1; i < part.until(); i++) {
            if (i <= from)
                continue;
            boolean joins = isAnd(i) && i + 1 < part.until() && beginsAt(i + 1, part.until())
                    || lexicon.match(Part.JOINS, words, i) > 0 && i + 1 < part.until()
                            && (long_ || beginsAt(i, part.until()))
                    || long_ && isNeed(i) && i - from > 2;
            if (joins && hasContent(new Range(from, i))) {
                add(pieces, from, i);
                from = i;
            }
        }
        add(pieces, from, part.until());
        return pieces;
    }

    private boolean isAnd(int at) {
        return switch (words.get(at).plain()) {
            case "and", "&", "и", "а" -> true;
            default -> false;
        };
    }

    /** "I need to", "we have to", «надо»: said anew, it begins something new. */
    private boolean isNeed(int at) {
        String plain = words.get(at).plain();
        boolean subject = plain.equals("i") || plain.equals("we") || plain.equals("ive");
        return subject && at + 1 < words.size() && (plain.equals("ive") || lexicon.match(Part.NEEDS, words, at + 1) > 0)
                || plain.equals("надо") || plain.equals("нужно");
    }

    private boolean hasContent(Range range) {
        return skipFillers(range) < range.until();
    }

    /** Whether a piece after a comma is a task of its own rather than more about the one before. */
    private boolean begins(Range piece, Range before) {
        if (beginsAt(piece.from(), piece.until()))
            return true;
        boolean timed = hasFigure(piece) && hasFigure(before) && !buys(before);
        return timed && piece.length() > 1 && !startsWithFigureOnly(piece);
    }

    private boolean startsWithFigureOnly(Range piece) {
        return piece.length() <= 2 && words.get(piece.from()).isNumber();
    }

    private boolean hasFigure(Range range) {
        return words.subList(range.from(), range.until()).stream()
                .anyMatch(word -> word.plain().matches("\\d{1,2}[:.]\\d\\d"));
    }

    private boolean beginsAt(int from, int until) {
        Range rest = new Range(from, until);
        int at = from;
        boolean needs = false;
        while (at < until) {
            int need = lexicon.match(Part.NEEDS, words, at);
            int filler = lexicon.match(Part.FILLERS, words, at);
            if (need > 0)
                needs = true;
            else if (filler == 0)
                break;
            at += Math.max(need, filler);
        }
        if (at >= until)
            return false;
        if (needs)
            return true;
        Word first = words.get(at);
        if (Stems.isCyrillic(first.plain()))
            return hasInfinitive(rest) || lexicon.isVerb(first);
        return lexicon.isVerb(first) && at + 1 < until;
    }

    private boolean hasInfinitive(Range range) {
        return words.subList(range.from(), range.until()).stream().anyMatch(word -> lexicon.isInfinitive(word.plain()));
    }

    private boolean hasVerb(Range range) {
        int at = skipFillers(range);
        return at < range.until() && (lexicon.isVerb(words.get(at)) && at + 1 < range.until() || hasInfinitive(range));
    }

    private int skipFillers(Range range) {
        int at = range.from();
        while (at < range.until() && (words.get(at).isMark() || lexicon.match(Part.FILLERS, words, at) > 0))
            at += Math.max(1, lexicon.match(Part.FILLERS, words, at));
        return at;
    }
}
