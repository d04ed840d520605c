package ptm.understanding;

import java.util.List;

import ptm.task.TaskDraft;
import ptm.understanding.UnderstandingProperties.Ask;

/** Whether the built-in engine's reading stands, or a model is asked for a better one. */
final class Doubt {
    /** Words to a task from which on a dump is tangled: clauses that lean on one another, talk around the tasks. */
    private static final int TANGLED = 12;
    /** Fewer words than these are no tangle, whatever stands in them. */
    private static final int SHORT = 20;
    private static final double NEARLY_SURE = 0.8;

    private final UnderstandingProperties properties;

    Doubt(UnderstandingProperties properties) {
        this.properties = properties;
    }

    boolean isWorthAsking(Interpretation read, Utterance utterance) {
        if (properties.ask() != Ask.DOUBTFUL)
            return properties.ask() == Ask.ALWAYS;
        return switch (read.intent()) {
            case Intent.Capture(List<TaskDraft> drafts) ->
                    read.confidence() < properties.sureOfCapture() || isTangled(utterance.text(), drafts.size());
            case Intent.Request _ -> read.confidence() < properties.sureOfRequest();
            case Intent.Edit _ -> read.confidence() < properties.sureOfEdit();
            case Intent.Smalltalk _ -> read.confidence() < properties.sureOfSmalltalk();
            // read by whole patterns or not at all
            case Intent.Teach _,Intent.Ask _,Intent.About _ -> false;
        };
    }

    private static boolean isTangled(String text, int drafts) {
        int words = text.strip().split("\\s+").length;
        return words >= SHORT && words >= TANGLED * Math.max(1, drafts);
    }

    /** A model may not talk a task away that the built-in engine is nearly sure of. */
    static boolean isLost(Interpretation first, Interpretation second) {
        return first.intent() instanceof Intent.Capture && second.intent() instanceof Intent.Smalltalk
                && first.confidence() >= NEARLY_SURE;
    }
}
