package ptm.account;

/** There is no such account. */
public final class AccountNotFound extends RuntimeException {
    public AccountNotFound(AccountId id) {
        super("There is no account " + id + ".");
    }
}
