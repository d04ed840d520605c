package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.dump.DumpWords.Part;

/** Tells words that only say how somebody feels or how a day was from what might be something to do. */
final class Tones {
    private static final int SHORT = 7;

    private final Sentence sentence;

    Tones(Sentence sentence) {
        this.sentence = sentence;
    }

    boolean isTalk(int from, int head, int until) {
        return disclaims(from, until) || isMood(head, until);
    }

    /** How somebody feels, or how something was. */
    boolean isMood(int head, int until) {
        return feels(head, until) || judges(head, until);
    }

    /** "not my job", "(Darren's job)": nobody's business here. */
    boolean disclaims(int from, int until) {
        for (int i = from; i < until; i++)
            if (sentence.is(Part.DISCLAIM, i) && i + sentence.match(Part.DISCLAIM, i) <= until
                    || sentence.isPossessive(i) && sentence.at(i).isCapitalised() && isDuty(i + 1))
                return true;
        return false;
    }

    private boolean isDuty(int i) {
        return switch (sentence.plain(i)) {
            case "job", "task", "turn", "responsibility", "problem", "department" -> true;
            default -> false;
        };
    }

    /** "so tired today", «очень устала». */
    private boolean feels(int head, int until) {
        int at = past(head, until);
        int feeling = at < until ? sentence.match(Part.FEELING, at) : 0;
        return feeling > 0 && until - head <= SHORT && !sentence.has(Part.NEED, at + feeling, until);
    }

    /** "what a long week", «тяжёлый был день». */
    private boolean judges(int head, int until) {
        if (isJudged(head, until))
            return true;
        int at = past(head, until);
        if (at >= until || !sentence.is(Part.MOOD, at) || sentence.has(Part.NEED, at, until)
                || sentence.has(Part.PROBLEM, at + 1, until))
            return false;
        for (int i = at + 1; i < Math.min(until, at + 4); i++)
            if (sentence.is(Part.MOOD_OF, i))
                return true;
        return false;
    }

    /** "Thursday is mad", "my week has been hectic". */
    private boolean isJudged(int head, int until) {
        boolean judged = false;
        for (int i = head; i < until; i++) {
            judged |= sentence.is(Part.MOOD, i);
            boolean link = switch (sentence.plain(i)) {
                case "is", "was", "has", "been", "my", "our", "this", "будет", "gonna", "be" -> true;
                default -> false;
            };
            if (!link && !sentence.is(Part.MOOD, i) && !sentence.is(Part.MOOD_OF, i) && !sentence.is(Part.DEGREE, i)
                    && !sentence.isTime(i))
                return false;
        }
        return judged && until - head <= SHORT && until - head > 1;
    }

    /** Past "I'm so", «что-то я сегодня». */
    private int past(int head, int until) {
        int at = head;
        while (at < until && (sentence.is(Part.DEGREE, at) || sentence.isTime(at) && at + 1 < until
                && !sentence.is(Part.MOOD_OF, at)))
            at += Math.max(1, sentence.match(Part.DEGREE, at));
        return at;
    }

    /** "2x daily", «по 3 раза»: how often, and of nothing new. */
    boolean onlyCounts(int head, int until) {
        boolean counts = false;
        for (int i = head; i < until; i++) {
            boolean number = sentence.at(i).isNumber();
            counts |= number;
            if (!number && !sentence.isTime(i) && !sentence.at(i).isMark() && !sentence.is(Part.TIMES, i))
                return false;
        }
        return counts && head > 0;
    }
}
