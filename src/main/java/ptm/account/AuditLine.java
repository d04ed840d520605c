package ptm.account;

import java.time.Instant;

/** A line of the trail of sign-ins, rights and keys of a person; holds no secret. */
public record AuditLine(Instant at, String what, String detail) {}
