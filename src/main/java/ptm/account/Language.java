package ptm.account;

import java.util.Locale;

/** A language that PTM speaks completely. */
public enum Language {
    EN, RU;

    private final Locale locale = Locale.of(name().toLowerCase(Locale.ROOT));

    /** The ISO 639-1 code, as in {@code CONTRACT}: {@code en} or {@code ru}. */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** The language of an IETF tag such as {@code ru-RU}; English where it is neither or absent. */
    public static Language of(@org.jspecify.annotations.Nullable String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("ru") ? RU : EN;
    }
}
