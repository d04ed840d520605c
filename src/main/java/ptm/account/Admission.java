package ptm.account;

/** What the owner says about someone who wants in. */
public enum Admission {
    LET_IN, DECLINED, BLOCKED
}
