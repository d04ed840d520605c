package ptm.understanding.builtin.time;

import java.util.ArrayList;
import java.util.List;

/** A word that says what the time after it is to the task. */
record TimeCueWord(TimeCue cue, int to) {

    private static final List<String> KINDS =
            List.of("by", "deadline", "before", "until", "from", "after", "on", "for");

    /** All readings of the word at a token; "на" before a day is FOR. */
    static List<TimeCueWord> at(TimeText text, int i) {
        List<TimeCueWord> words = new ArrayList<>(2);
        for (String kind : KINDS) {
            int to = text.skip(i, kind);
            if (to > i) {
                to = text.sign(to, ":") || text.sign(to, "-") ? to + 1 : to;
                words.add(new TimeCueWord(cue(kind), to));
            }
        }
        return words;
    }

    private static TimeCue cue(String kind) {
        return switch (kind) {
            case "by", "deadline" -> TimeCue.BY;
            case "before" -> TimeCue.BEFORE;
            case "until" -> TimeCue.UNTIL;
            case "from" -> TimeCue.FROM;
            case "after" -> TimeCue.AFTER;
            case "for" -> TimeCue.FOR;
            default -> TimeCue.ON;
        };
    }
}
