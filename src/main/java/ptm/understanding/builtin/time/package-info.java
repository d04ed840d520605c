/** The grammar of time: dates, clocks, lengths, rules of return and reminders in running text. */
@NullMarked
package ptm.understanding.builtin.time;

import org.jspecify.annotations.NullMarked;
