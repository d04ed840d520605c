/** Which task now: candidates, ranking, reasons, the ladder, learning from feedback. */
@NullMarked
@ApplicationModule(allowedDependencies = { "filter", "task", "account" })
package ptm.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
