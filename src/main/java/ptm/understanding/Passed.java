package ptm.understanding;

import java.util.List;

import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;

/** Words that somebody else wrote and a person passed on: they can become nothing but drafts, and never get lost. */
final class Passed {
    private static final int TITLE = 200;
    private static final double CONFIDENCE = 0.5;

    private Passed() {}

    /** One draft of words that an engine took for anything but a dump; none of what holds no word at all. */
    static Interpretation on(Utterance utterance, Interpretation refused) {
        return new Interpretation(new Intent.Capture(drafts(utterance)), refused.language(), refused.by(),
                refused.confidence(), List.of(), List.of());
    }

    private static List<TaskDraft> drafts(Utterance utterance) {
        return utterance.text().lines().map(line -> line.replaceAll("\\s+", " ").strip()).filter(Passed::hasWords)
                .limit(1).map(line -> new TaskDraft(utterance.text(), List.of(new Proposed(
                        new TaskEdit.Rename(cut(line)), Provenance.guessed(utterance.at(), CONFIDENCE)))))
                .toList();
    }

    private static boolean hasWords(String line) {
        return line.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
