/** Says what a person wants with a text: keep it, see tasks, change tasks, or just talk. */
@NullMarked
package ptm.understanding.builtin.intent;

import org.jspecify.annotations.NullMarked;
