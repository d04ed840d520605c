/** Who people are: identities and their linking, roles, tokens, zone and language, times of day. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package ptm.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
