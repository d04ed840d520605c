/** Journeys through the whole house: what goes in at one door comes out at all of them. */
@NullMarked
package ptm.journey;

import org.jspecify.annotations.NullMarked;
