package ptm.chat;

import org.jspecify.annotations.Nullable;

/** All that an incoming causes: run once, by its lane, inside one short transaction. */
@FunctionalInterface
public interface Effect {

    /** Does it and returns a toast for a button's press, or null. */
    @Nullable
    String apply();
}
