/** Durable jobs that fill in what the person did not say; their progress and stop. */
@NullMarked
@ApplicationModule(allowedDependencies = { "understanding", "task", "account" })
package ptm.enrichment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
