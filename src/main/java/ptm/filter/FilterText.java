package ptm.filter;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The text form of filters (CONTRACT §4). */
public final class FilterText {

    private FilterText() {}

    /** @throws FilterError naming the column and what was expected there */
    public static ParsedFilter parse(String text) {
        return new FilterParser(text).parse();
    }

    /** The canonical text; {@link #parse} reads it back as {@code flattened(where)}. */
    public static String print(Filter where) {
        return FilterPrinter.print(where);
    }

    public static String print(Filter where, List<OrderKey> order, @Nullable Integer limit) {
        StringBuilder out = new StringBuilder(print(where));
        if (!order.isEmpty())
            out.append(" order:").append(String.join(",", order.stream().map(FilterText::print).toList()));
        if (limit != null)
            out.append(" limit:").append(limit);
        return out.toString();
    }

    private static String print(OrderKey key) {
        return (key.descending() ? "-" : "") + key.by().jsonName();
    }

    /** The same question with groups of one kind merged into the group around them and groups of one part opened. */
    public static Filter flattened(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> {
                List<Filter> flat = new ArrayList<>();
                for (Filter part : parts) {
                    Filter inner = flattened(part);
                    if (inner instanceof Filter.All(List<Filter> same))
                        flat.addAll(same);
                    else
                        flat.add(inner);
                }
                yield flat.size() == 1 ? flat.getFirst() : new Filter.All(flat);
            }
            case Filter.Any(List<Filter> parts) -> {
                List<Filter> flat = new ArrayList<>();
                for (Filter part : parts) {
                    Filter inner = flattened(part);
                    if (inner instanceof Filter.Any(List<Filter> same))
                        flat.addAll(same);
                    else
                        flat.add(inner);
                }
                yield flat.size() == 1 ? flat.getFirst() : new Filter.Any(flat);
            }
            case Filter.Not(Filter part) -> new Filter.Not(flattened(part));
            case Filter.Range _,Filter.Names _,Filter.Window _,Filter.Present _,Filter.Words _ -> filter;
        };
    }
}
