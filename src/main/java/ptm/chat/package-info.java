/** The conversation on any channel: what a person sends in, messages out, in their language. */
@NullMarked
@ApplicationModule(allowedDependencies = { "understanding", "enrichment", "suggestion", "reminder", "filter", "task",
    "account" })
package ptm.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
