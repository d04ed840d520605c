package ptm.task;

/** A link of a task; the title is empty until it was fetched or given. */
public record Link(String url, String title) {}
