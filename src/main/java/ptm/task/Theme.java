package ptm.task;

/** An area of life or a project of one person. */
public record Theme(String name, String description) {}
