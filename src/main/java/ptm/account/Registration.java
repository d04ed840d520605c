package ptm.account;

/** Who besides the owner may use this PTM. */
enum Registration {
    /** Whom the owner lets in. */
    APPROVAL,
    /** Everybody, as a guest. */
    OPEN,
    /** Nobody new. */
    CLOSED
}
