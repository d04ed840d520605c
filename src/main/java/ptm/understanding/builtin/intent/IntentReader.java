package ptm.understanding.builtin.intent;

import ptm.understanding.EditCommand;
import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;

import java.util.List;

/** Says what a text is: few rules for what the words cannot tell, and for all else what was learned from examples. */
public final class IntentReader {

    /** A text of more words than this is a dump. */
    public static final int LONG = 45;

    /** What speaks for an edit where the words are those of tasks the person has, or has just seen. */
    private static final double FOUND = 1.5;
    /** What speaks for it besides where a verb of edits is said of a task that the words name well. */
    private static final double NAMED = 2.5;
    private static final double WELL = 0.75;
    private static final double CERTAIN = 0.95;
    /** The evidence of an edit that is nothing but an answer to a list. */
    private static final double ANSWER = 4;

    /** @param probability that it is so, 0 to 1 */
    public record Verdict(Purpose purpose, double probability) {}

    private final IntentModel model;
    private final IntentFeatures features;
    private final Asking asking;

    IntentReader(IntentModel model, Lexicon lexicon, DumpWords words) {
        this.model = model;
        this.features = new IntentFeatures(lexicon, words, model::isCommon);
        this.asking = new Asking(lexicon);
    }

    /** With what is shipped. */
    public static IntentReader load(Lexicon lexicon, DumpWords words) {
        return new IntentReader(IntentModel.load(), lexicon, words);
    }

    /** Whether a text is a dump by its length alone, whatever its words are. */
    public static boolean isDump(List<Word> words) {
        return words.size() > LONG || words.stream().filter(word -> word.plain().equals("\n")).count() >= 2;
    }

    /** @param listed whether the person has just been shown tasks */
    public Verdict read(Clues clues, boolean listed) {
        if (isDump(clues.words()))
            return new Verdict(Purpose.CAPTURE, CERTAIN);
        if (clues.words().stream().allMatch(Word::isMark) && clues.edit().commands().isEmpty())
            return new Verdict(Purpose.SMALLTALK, CERTAIN);
        if (listed && clues.edit().isTargeted() && clues.edit().evidence() >= ANSWER)
            return new Verdict(Purpose.EDIT, CERTAIN);
        double[] scores = model.scores(features.read(clues));
        scores[Purpose.EDIT.ordinal()] += found(clues.edit()) * model.temperature();
        scores[Purpose.REQUEST.ordinal()] += asking.question(clues) * model.temperature();
        scores[Purpose.CAPTURE.ordinal()] -= asking.whole(clues) * model.temperature();
        return best(IntentModel.softmax(scores, model.temperature()));
    }

    /** How much the person's tasks speak for an edit: the training texts were read with none. */
    private static double found(EditReader.Reading edit) {
        if (edit.evidence() <= 0 || edit.commands().stream().noneMatch(IntentReader::hasTasks))
            return 0;
        return edit.hasVerb() && edit.matched() > 0 && edit.fit() >= WELL ? FOUND + NAMED : FOUND;
    }

    private static boolean hasTasks(EditCommand command) {
        return !command.tasks().isEmpty() || !command.candidates().isEmpty();
    }

    private static Verdict best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++)
            if (probabilities[i] > probabilities[best])
                best = i;
        return new Verdict(Purpose.values()[best], probabilities[best]);
    }
}
