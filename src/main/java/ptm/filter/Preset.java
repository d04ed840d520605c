package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A filter with an order and, when saved, a name.
 *
 * @param request the words it was read from
 * @param limit   1 to 500, only where a number was said
 */
public record Preset(@Nullable Long id, @Nullable String name, @Nullable String request, Filter where,
        List<OrderKey> order, @Nullable Integer limit, boolean pinned) {

    public Preset {
        order = List.copyOf(order);
    }

    public static Preset of(Filter where, List<OrderKey> order, @Nullable Integer limit) {
        return new Preset(null, null, null, where, order, limit, false);
    }

    public Preset with(Filter where) {
        return new Preset(id, name, request, where, order, limit, pinned);
    }
}
