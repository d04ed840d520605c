package ptm.account;

/** What a person may do here, from everything to nothing. */
public enum Role {
    OWNER, ADMIN, MEMBER, GUEST, PENDING, BLOCKED;

    /** Whether this person may use the bot at all. */
    public boolean isLetIn() {
        return this != PENDING && this != BLOCKED;
    }

    /** Whether models are asked for this person: a guest's words cost the operator nothing, and go nowhere. */
    public boolean hasModels() {
        return isLetIn() && this != GUEST;
    }
}
