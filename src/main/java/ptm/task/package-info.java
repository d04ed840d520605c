/** The task: what it is, every edit that can happen to it, who made it and why; the work log and what it teaches. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package ptm.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
