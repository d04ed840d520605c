package ptm.task;

/** An edit and where its value comes from. */
public record Proposed(TaskEdit edit, Provenance provenance) {}
