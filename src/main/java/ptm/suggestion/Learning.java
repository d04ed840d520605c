package ptm.suggestion;

import java.util.List;

/** Moves a person's weights a little with what they do. */
final class Learning {

    /** One deed changes a weight by no more than this share. */
    static final double STEP = 0.03;

    private static final List<Part> OF_THE_TASK = List.of(Part.IMPACT, Part.DUE, Part.RISK, Part.AGE);

    private Learning() {}

    /**
     * What is taken up speaks for the parts that spoke for it, more than for the others; what is refused for want of time,
     * place or mood says that these count more than was thought.
     */
    static Weights moved(Weights weights, Feedback feedback, Score score) {
        return switch (feedback) {
            case SHOWN, BLOCKED -> weights;
            case STARTED, DONE -> towards(weights, score);
            case TOO_LONG -> weights.moved(Part.TIME, 1 + STEP);
            case NOT_HERE -> weights.moved(Part.CONTEXT, 1 + STEP);
            case NO_MOOD -> weights.moved(Part.STATE, 1 + STEP);
        };
    }

    private static Weights towards(Weights weights, Score score) {
        double mean = OF_THE_TASK.stream().mapToDouble(part -> share(part, score)).average().orElse(0);
        Weights moved = weights;
        for (Part part : OF_THE_TASK)
            moved = moved.moved(part, 1 + STEP * (share(part, score) - mean));
        return moved;
    }

    /** 0 to 1: how fully the part spoke for the task. */
    private static double share(Part part, Score score) {
        return Math.clamp(score.part(part) / part.weight(), 0, 1);
    }
}
