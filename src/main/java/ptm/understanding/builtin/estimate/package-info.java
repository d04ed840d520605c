/** Guesses what was not said of a task from labelled examples and from the person’s own tasks. */
@NullMarked
package ptm.understanding.builtin.estimate;

import org.jspecify.annotations.NullMarked;
