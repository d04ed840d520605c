package ptm.chat;

import org.jspecify.annotations.Nullable;

import ptm.account.Identity;
import ptm.account.Language;

/**
 * Who sent something, as the channel knows them.
 *
 * @param username the public handle without @, absent where there is none
 * @param language what their client is set to, absent where unknown
 */
public record Sender(Identity identity, String name, @Nullable String username, @Nullable Language language) {}
