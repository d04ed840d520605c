package ptm.task;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a value came from.
 *
 * @param confidence 0 to 1
 * @param said       the person's own words it was read from; absent for a guess
 * @param reason     why, absent where there is nothing to say
 * @param prompt     content hash of the prompt, of a model's values only
 * @param locked     whether the person closed the field to machines
 */
public record Provenance(Actor by, Instant at, double confidence, @Nullable String said, @Nullable String reason,
        @Nullable String prompt, boolean locked) {

    public Provenance {
        confidence = Double.isNaN(confidence) ? 0 : Math.clamp(confidence, 0, 1);
        said = said == null ? null : EditCheck.source(said);
        reason = reason == null ? null : EditCheck.source(reason);
    }

    public static Provenance user(Instant at) {
        return new Provenance(Actor.USER, at, 1, null, null, null, false);
    }

    /** A reading of the person's own words by the built-in engine. */
    public static Provenance said(Instant at, double confidence, String words) {
        return new Provenance(Actor.BUILTIN, at, confidence, words, null, null, false);
    }

    /** A guess of the built-in engine. */
    public static Provenance guessed(Instant at, double confidence) {
        return new Provenance(Actor.BUILTIN, at, confidence, null, null, null, false);
    }

    public static Provenance model(Instant at, double confidence, @Nullable String reason, @Nullable String prompt) {
        return new Provenance(Actor.MODEL, at, confidence, null, reason, prompt, false);
    }

    /** What a person said in so many words about a task that is there: as good as set by hand. */
    public static Provenance userSaid(Instant at, String words) {
        return new Provenance(Actor.USER, at, 1, words, null, null, false);
    }

    public Provenance lockedAs(boolean locked) {
        return new Provenance(by, at, confidence, said, reason, prompt, locked);
    }

    /** Whether no machine may overwrite the value this belongs to. */
    public boolean isClosedToMachines() {
        return locked || by == Actor.USER || said != null;
    }

    /** A field that was locked while nobody had set it. */
    static Provenance lockOnly(Instant at) {
        return new Provenance(Actor.USER, at, 0, null, null, null, true);
    }

    /** Whether this says nothing but that the field is locked. */
    boolean isLockOnly() {
        return by == Actor.USER && confidence == 0 && locked;
    }
}
