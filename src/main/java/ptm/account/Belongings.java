package ptm.account;

/** Tells whether a person keeps anything here; a module that holds people's data implements it. */
public interface Belongings {
    boolean has(AccountId account);
}
