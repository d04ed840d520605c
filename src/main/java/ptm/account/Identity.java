package ptm.account;

/** One way of a person to be recognised: a provider ({@code telegram}, {@code link}, {@code bootstrap}) and its name for them. */
public record Identity(String provider, String subject) {

    public static Identity telegram(long userId) {
        return new Identity("telegram", Long.toString(userId));
    }
}
