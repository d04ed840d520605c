package ptm.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fills a stretch of time with the best tasks that fit it, the hardest first, with rests after long work. */
final class Planner {

    private static final int REST = 10;
    /** After so many minutes without a rest one is due. */
    private static final int LONG_WORK = 50;
    private static final int HARD = 2;
    private static final int ROUND = 5;

    private final Scene scene;
    private final ReasonPhrases phrases;
    private final int minutes;
    private final boolean breaks;

    Planner(Scene scene, ReasonPhrases phrases, int minutes, boolean breaks) {
        this.scene = scene;
        this.phrases = phrases;
        this.minutes = minutes;
        this.breaks = breaks;
    }

    /** @param scores the best first */
    Plan plan(List<Score> scores) {
        List<Score> chosen = new ArrayList<>();
        for (Score score : scores) {
            if (length(score) == 0)
                continue;
            List<Score> more = new ArrayList<>(chosen);
            more.add(score);
            if (slots(more).spare() >= 0)
                chosen = more;
        }
        return slots(chosen);
    }

    private Plan slots(List<Score> chosen) {
        List<Score> ordered = chosen.stream()
                .sorted(Comparator.<Score>comparingInt(score -> -Scene.demand(score.task()))).toList();
        List<Plan.Slot> slots = new ArrayList<>();
        int at = 0;
        int worked = 0;
        for (Score score : ordered) {
            int rest = breaks && worked >= LONG_WORK ? REST : 0;
            worked = rest > 0 ? 0 : worked;
            at += rest;
            boolean first = slots.isEmpty() && ordered.size() > 1 && Scene.demand(score.task()) >= HARD;
            slots.add(new Plan.Slot(score.task(), at, rest, first, phrases.phrase(score)));
            at += length(score);
            worked += length(score);
        }
        return new Plan(slots, minutes - at);
    }

    /** At the person's own pace, in fives; 0 where it is unknown. */
    private int length(Score score) {
        Integer takes = scene.minutes(score.task());
        return takes == null ? 0 : Math.max(ROUND, (takes + ROUND - 1) / ROUND * ROUND);
    }
}
