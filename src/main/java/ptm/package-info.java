/** Starts PTM: the main class, the settings check, the embedded database and beans without an owner. */
@NullMarked
package ptm;

import org.jspecify.annotations.NullMarked;
