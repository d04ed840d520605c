package ptm.understanding.llm;

import java.time.Instant;

import ptm.task.Provenance;

/** Where values of a model's reading come from. */
final class ModelProvenance {
    /** How sure we are of a reading that passed every check. */
    static final double CONFIDENCE = 0.9;

    private ModelProvenance() {}

    static Provenance ofReading(Instant at) {
        return Provenance.model(at, CONFIDENCE, null, Prompts.INTERPRET);
    }
}
