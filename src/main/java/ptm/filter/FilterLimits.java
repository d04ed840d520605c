package ptm.filter;

import java.util.List;

/** How large a filter may be (CONTRACT §2). */
final class FilterLimits {

    /** Groups within groups, the outermost counted. */
    static final int DEPTH = 8;
    static final int PREDICATES = 200;
    static final int NAMES = 100;
    static final int CHARACTERS = 500;
    static final int ORDER_KEYS = 10;

    private FilterLimits() {}

    static int depth(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> 1 + deepest(parts);
            case Filter.Any(List<Filter> parts) -> 1 + deepest(parts);
            case Filter.Not(Filter part) -> 1 + depth(part);
            case Filter.Range _,Filter.Names _,Filter.Window _,Filter.Present _,Filter.Words _ -> 0;
        };
    }

    private static int deepest(List<Filter> parts) {
        int deepest = 0;
        for (Filter part : parts)
            deepest = Math.max(deepest, depth(part));
        return deepest;
    }

    /** Whether the text is short enough and has nothing a database cannot keep. */
    static boolean allows(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS && text.indexOf('\0') < 0 && !text.isBlank();
    }
}
