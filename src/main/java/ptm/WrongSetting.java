package ptm;

/** A setting that PTM cannot start with; the message is the one line that says which, and what was expected. */
final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param setting the name of the environment variable
     * @param expected what was expected instead, never the value of a secret
     */
    WrongSetting(String setting, String expected) {
        super(setting + ": " + expected);
    }
}
