package ptm.account;

/** The owner decided about someone, in the transaction that is still open. */
public record AdmissionDecided(Account person, Admission decision) {}
