package ptm.filter;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import com.ibm.icu.text.MessageFormat;

import ptm.account.Language;

/** The texts of one file pair in {@code messages/}, in a person's language. */
public final class Wording {

    static final Wording FILTER = new Wording("filter");

    private final ResourceBundle english;
    private final ResourceBundle russian;

    /** @param bundle the file's name without its language, such as {@code filter} */
    public Wording(String bundle) {
        english = load(bundle, Language.EN.locale());
        russian = load(bundle, Language.RU.locale());
    }

    private static ResourceBundle load(String bundle, Locale locale) {
        return ResourceBundle.getBundle("messages." + bundle, locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public boolean knows(String key) {
        return english.containsKey(key);
    }

    /** The text of that key, its numbered arguments filled in by ICU's rules. */
    public String say(String key, Language language, Object... arguments) {
        return new MessageFormat(pattern(key, language), language.locale()).format(arguments);
    }

    /** The text of that key, its named arguments filled in by ICU's rules. */
    public String say(String key, Language language, Map<String, ?> arguments) {
        return new MessageFormat(pattern(key, language), language.locale()).format(arguments);
    }

    /**
     * What stands in the file, its arguments still to be filled in.
     *
     * @throws java.util.MissingResourceException where there is no such key
     */
    public String pattern(String key, Language language) {
        return switch (language) {
            case EN -> english.getString(key);
            case RU -> russian.getString(key);
        };
    }
}
