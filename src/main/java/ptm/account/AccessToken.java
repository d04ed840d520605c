package ptm.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A token that scripts sign in with, without its secret.
 *
 * @param bootstrap whether it is the one that {@code PTM_BOOTSTRAP_TOKEN} sets
 */
public record AccessToken(long id, String name, boolean bootstrap, Instant createdAt, @Nullable Instant lastUsedAt) {

    /** A token just made: the only moment its secret is known. */
    public record Issued(AccessToken token, String secret) {}
}
