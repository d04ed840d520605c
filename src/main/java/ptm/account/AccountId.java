package ptm.account;

/** The id of a person's account: the first part of every key of that person's data. */
public record AccountId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
