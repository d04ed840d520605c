package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.task.Task;

/**
 * A part of the tasks that match.
 *
 * @param next  the cursor of the next part, absent at the end
 * @param count how many match in all
 */
public record Page(List<Task> tasks, @Nullable String next, long count) {}
