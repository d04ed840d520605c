/** How well the built-in engine reads texts it was not made from: one command prints it, one test holds the floor. */
@NullMarked
package ptm.understanding.builtin.evaluation;

import org.jspecify.annotations.NullMarked;
