package ptm.account;

import java.util.UUID;

/**
 * A session of the panel, as it stands after signing in or refreshing.
 *
 * @param refreshToken good for one refresh; a secret
 */
public record Session(UUID id, Account account, String refreshToken) {}
