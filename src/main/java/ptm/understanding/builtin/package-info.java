/** The engine that needs no model: own grammars over words kept as data. */
@NullMarked
package ptm.understanding.builtin;

import org.jspecify.annotations.NullMarked;
