/** Reads what somebody wants to see as a filter, an order and a number. */
@NullMarked
package ptm.understanding.builtin.request;

import org.jspecify.annotations.NullMarked;
