package ptm.filter;

import java.util.Locale;

/** Names that a task carries. */
public enum NameField implements FilterField {
    STATUS, THEME, ACTIVITY, CONTEXT;

    @Override
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
