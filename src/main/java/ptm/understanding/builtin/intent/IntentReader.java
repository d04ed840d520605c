package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;

import java.util.List;

/** Says what a text is: few rules for what the words cannot tell, and for all else what was learned from examples. */
public final class IntentReader {

    /** A text of more words than this is a dump. */
    public static final int LONG = 45;

    private static final double CERTAIN = 0.95;
    /** How much worse it is to lose a task than to keep what is none: that is shown, and undone with a tap. */
    private static final double LOSS = 1.25;
    /** The evidence of an edit that is nothing but an answer to a list. */
    private static final double ANSWER = 4;

    /** @param probability that it is so, 0 to 1 */
    public record Verdict(Purpose purpose, double probability) {}

    private final IntentModel model;
    private final IntentFeatures features;

    IntentReader(IntentModel model, Lexicon lexicon, DumpWords words) {
        this.model = model;
        this.features = new IntentFeatures(lexicon, words, model::isCommon);
    }

    /** With what is shipped. */
    public static IntentReader load(Lexicon lexicon, DumpWords words) {
        return new IntentReader(IntentModel.load(), lexicon, words);
    }

    /** Whether a text is a dump by its length alone, whatever its words are. */
    public static boolean isDump(List<Word> words) {
        return words.size() > LONG || words.stream().filter(word -> word.plain().equals("\n")).count() >= 2;
    }

    public Verdict read(Clues clues) {
        if (isDump(clues.words()))
            return new Verdict(Purpose.CAPTURE, CERTAIN);
        if (clues.words().stream().allMatch(Word::isMark) && clues.edit().commands().isEmpty())
            return new Verdict(Purpose.SMALLTALK, CERTAIN);
        if (clues.isListed() && clues.edit().isTargeted() && clues.edit().evidence() >= ANSWER)
            return new Verdict(Purpose.EDIT, CERTAIN);
        return best(model.probabilities(features.read(clues)));
    }

    private static Verdict best(double[] probabilities) {
        int best = Purpose.CAPTURE.ordinal();
        for (int i = 0; i < probabilities.length; i++)
            if (i != best && probabilities[i] > probabilities[best] * (best == Purpose.CAPTURE.ordinal() ? LOSS : 1))
                best = i;
        return new Verdict(Purpose.values()[best], probabilities[best]);
    }
}
