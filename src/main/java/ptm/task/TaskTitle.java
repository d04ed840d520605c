package ptm.task;

/** What is needed of a task to recognise it in a sentence. */
public record TaskTitle(TaskId id, String title, Status status) {}
