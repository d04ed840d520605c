package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.estimate.Estimator;
import ptm.understanding.builtin.estimate.PersonalExamples;
import ptm.understanding.builtin.time.TimeScene;

import java.util.ArrayList;
import java.util.List;

import ptm.account.Language;
import ptm.task.Proposed;
import ptm.task.TaskDraft;
import ptm.understanding.Context;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;

/** Reads a dump: cuts it into tasks, and makes a draft of each from what its words say and what they imply. */
public final class DraftReader {
    /** More tasks than this come of one message only by accident: the rest is kept in the descriptions of a few. */
    private static final int MAX_DRAFTS = 490;

    private final Segmenter segmenter = new Segmenter();
    private final DraftAssembler assembler;
    private final Estimator estimator;

    public DraftReader(Estimator estimator) {
        this.estimator = estimator;
        this.assembler = new DraftAssembler(estimator);
    }

    /**
     * Drafts in the order of the text, and the words each of their values was read from.
     *
     * @param leftOut whole clauses of which no draft was made
     */
    public record Reading(List<TaskDraft> drafts, List<Piece> pieces, List<String> leftOut) {}

    public Reading read(Utterance utterance, Language language, Context context) {
        PersonalExamples personal = estimator.learn(context.lessons().get());
        List<TaskDraft> drafts = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        TimeScene scene = new TimeScene(utterance.at().atZone(context.zone()), language, context.times());
        Segmenter.Cutting cutting = segmenter.cut(utterance.text(), scene);
        List<Segment> segments = cutting.segments();
        for (Segment segment : segments.subList(0, Math.min(MAX_DRAFTS, segments.size()))) {
            DraftAssembler.Assembled made = assembler.assemble(segment, utterance, language, context, personal);
            int before = utterance.text().codePointCount(0, segment.from());
            int number = drafts.size();
            made.pieces().forEach(piece -> pieces.add(new Piece("drafts[" + number + "]." + piece.of(), piece.words(),
                    before + piece.from(), before + piece.until(), piece.confidence())));
            drafts.add(new TaskDraft(segment.text(), List.<Proposed>copyOf(made.values())));
        }
        if (segments.size() > MAX_DRAFTS)
            drafts.addAll(Overflow.of(utterance, segments.get(MAX_DRAFTS).from()));
        return new Reading(drafts, pieces, cutting.leftOut());
    }
}
