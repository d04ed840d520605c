package ptm.account;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * A person who uses PTM and how they like it.
 *
 * @param zone     absent until they said it; then {@link AccountService#zoneOf} is the server's
 * @param name     how they are called towards the owner; never sent to a model
 */
public record Account(AccountId id, String name, Role role, Language language, @Nullable ZoneId zone, TimesOfDay times,
        QuietHours quiet) {}
