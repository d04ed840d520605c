/** The Telegram door: updates in, messages out, initData checked. */
@NullMarked
@ApplicationModule(allowedDependencies = { "chat", "account" })
package ptm.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
