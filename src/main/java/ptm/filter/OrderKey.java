package ptm.filter;

/** One key of an order; absent values sort last both ways, ties go by id. */
public record OrderKey(OrderField by, boolean descending) {

    public static OrderKey asc(OrderField by) {
        return new OrderKey(by, false);
    }

    public static OrderKey desc(OrderField by) {
        return new OrderKey(by, true);
    }
}
