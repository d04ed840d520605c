/** Promises to speak at a set time. */
@NullMarked
@ApplicationModule(allowedDependencies = { "task", "account" })
package ptm.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
