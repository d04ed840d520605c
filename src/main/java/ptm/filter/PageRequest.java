package ptm.filter;

import org.jspecify.annotations.Nullable;

/** @param limit 1 to 500 */
public record PageRequest(int limit, @Nullable String cursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
