/** Reads what is to change in tasks that are there already. */
@NullMarked
package ptm.understanding.builtin.edit;

import org.jspecify.annotations.NullMarked;
