/** Questions about tasks and words about PTM itself: patterns kept as data, and what is meant by them. */
@NullMarked
package ptm.understanding.builtin.talk;

import org.jspecify.annotations.NullMarked;
