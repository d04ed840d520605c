package ptm.account;

import java.time.Instant;

/** At the start: whoever brings this code, by whatever door, becomes the owner. The code is a secret: print it, never log it. */
public record OwnerCodeIssued(String code, Instant expiresAt) {}
