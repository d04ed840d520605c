/** Questions about tasks: the tree, its JSON and text forms, the SQL it compiles to, and presets. */
@NullMarked
@ApplicationModule(allowedDependencies = { "task", "account" })
package ptm.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
