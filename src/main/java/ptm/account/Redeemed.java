package ptm.account;

/** What became of a one-time code. */
public sealed interface Redeemed {
    /** The identity owns this PTM now. */
    record Owner(Account account) implements Redeemed {}

    /** The identity belongs to the account that made the code; of a sign-in code, that account. */
    record Linked(Account account) implements Redeemed {}

    /** The identity has tasks of its own in another account: nothing was changed, the code is still good. */
    record TwoFullAccounts() implements Redeemed {}

    /** There is no such code, or no more. */
    record Unknown() implements Redeemed {}
}
