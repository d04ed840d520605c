package ptm.account;

/** What became of someone who came to the door. */
public sealed interface SignIn {
    /** They may use everything their role allows. */
    record LetIn(Account account) implements SignIn {}

    /**
     * The owner has to say yes first.
     *
     * @param firstTime whether the owner is still to be asked about them
     */
    record Waiting(Account account, boolean firstTime) implements SignIn {}

    /**
     * They are blocked.
     *
     * @param firstTime whether they have not been told yet
     */
    record Refused(Account account, boolean firstTime) implements SignIn {}

    /** Nobody is the owner yet, and nobody else can come before them; nothing was stored. */
    record NoOwnerYet() implements SignIn {}

    /** No new people are taken; nothing was stored. */
    record Closed() implements SignIn {}
}
