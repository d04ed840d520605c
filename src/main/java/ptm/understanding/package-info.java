/** What a person meant: one interface, two engines; the lexicon and what a person taught it. */
@NullMarked
@ApplicationModule(allowedDependencies = { "filter", "task", "account", "outbound" })
package ptm.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
