package ptm.account;

import java.time.Instant;

/** At the start, to an owner who has only the panel: a code that signs them in there. A secret: print it, never log it. */
public record SignInCodeIssued(String code, Instant expiresAt) {}
