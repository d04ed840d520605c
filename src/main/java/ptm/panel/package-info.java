/** The web door: REST, live updates, the page, and its own thread of the conversation. */
@NullMarked
@ApplicationModule(allowedDependencies = { "chat", "understanding", "enrichment", "suggestion", "reminder", "filter",
    "task", "account" })
package ptm.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
