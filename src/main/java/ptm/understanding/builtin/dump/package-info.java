/** Cuts running text into tasks, and says what is none. */
@NullMarked
package ptm.understanding.builtin.dump;

import org.jspecify.annotations.NullMarked;
