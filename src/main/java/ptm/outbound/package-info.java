/** Calls to addresses that people supply: one client, which refuses private networks. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package ptm.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
