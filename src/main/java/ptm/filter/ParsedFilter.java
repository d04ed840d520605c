package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the text form of a filter says.
 *
 * @param limit 1 to 500, absent if none was said
 */
public record ParsedFilter(Filter where, List<OrderKey> order, @Nullable Integer limit) {

    public ParsedFilter {
        order = List.copyOf(order);
    }
}
