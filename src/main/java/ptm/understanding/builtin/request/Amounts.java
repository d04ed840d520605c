package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts numbers and their units together: "an hour and a half", «минут двадцать», "$20". */
final class Amounts {

    private static final Map<String, Double> DOLLARS = Map.of("rub", 0.0125, "krub", 12.5);

    private Amounts() {}

    /** "30 useful minutes", «5 полезных минут»: what stands between a number and its unit goes behind them. */
    private static List<Item> unparted(List<Item> items) {
        List<Item> out = new ArrayList<>(items);
        for (int i = 0; i + 2 < out.size(); i++)
            if (out.get(i) instanceof Item.Amount number && number.isBare()
                    && out.get(i + 1) instanceof Item.Said between
                    && unit(between) == null && between.first(entry -> entry.mean() != null) != null
                    && unit(out.get(i + 2)) != null)
                Collections.swap(out, i + 1, i + 2);
        return out;
    }

    /** Numbers with their units made amounts, and amounts that follow one another one. */
    static List<Item> joined(List<Item> read) {
        List<Item> items = unparted(read);
        List<Item> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Item last = out.isEmpty() ? null : out.getLast();
            Entry unit = unit(item);
            if (item instanceof Item.Amount two && last instanceof Item.Amount one && one.isBare() && two.isBare()
                    && one.value() >= 20 && one.value() % 10 == 0
                    && two.value() < (one.value() % 100 == 0 ? 100 : 10)) {
                out.set(out.size() - 1, new Item.Amount(one.value() + two.value(), "", one.from(), two.until()));
            } else if (item instanceof Item.Amount one && one.isTime() && isUnitItself(one, last)
                    && last instanceof Item.Amount number && number.isBare() && number.until() == one.from()) {
                out.set(out.size() - 1, new Item.Amount(number.value(), one.unit(), number.from(), item.until()));
            } else if (unit != null && last instanceof Item.Amount number && number.isBare()) {
                out.set(out.size() - 1, new Item.Amount(number.value(), unit.unit(), number.from(), item.until()));
            } else if (unit != null && (unit.unit().equals("usd") || DOLLARS.containsKey(unit.unit()))) {
                out.add(item);
            } else if (unit != null) {
                out.add(new Item.Amount(1, unit.unit(), item.from(), item.until()));
            } else if (item instanceof Item.Amount two && last instanceof Item.Amount one && one.isTime()
                    && (two.isTime() && two.minutes() < one.minutes()
                            || two.isBare() && one.unit().equals("h") && two.value() < 60
                                    && !dashFollows(items, i))) {
                out.set(out.size() - 1,
                        new Item.Amount(one.minutes() + two.value() * (two.unit().equals("h") ? 60 : 1), "m",
                                one.from(), two.until()));
            } else if (item instanceof Item.Amount two && two.isBare() && last instanceof Item.Said said
                    && said.entries().stream().anyMatch(e -> e.unit().equals("usd"))) {
                out.set(out.size() - 1, new Item.Amount(two.value(), "usd", said.from(), two.until()));
            } else {
                out.add(item);
            }
        }
        List<Item> whole = withHalves(inverted(behindBounds(out)));
        whole.replaceAll(Amounts::inDollars);
        return whole;
    }

    /** Other money as dollars, roughly: the scale only knows three steps. */
    private static Item inDollars(Item item) {
        double worth = item instanceof Item.Amount amount ? DOLLARS.getOrDefault(amount.unit(), 0.0) : 0;
        return worth > 0 && item instanceof Item.Amount amount
                ? new Item.Amount(amount.value() * worth, "usd", amount.from(), amount.until())
                : item;
    }

    /** "2 hours", «10 минуток»: a word that is an amount of its own too, but not in "one five-minute thing". */
    private static boolean isUnitItself(Item.Amount one, @Nullable Item last) {
        boolean small = one.unit().equals("m") && one.value() == 5;
        return one.until() - one.from() == 1
                && (one.value() == 1 || small && last instanceof Item.Amount many && many.value() > 1);
    }

    private static boolean dashFollows(List<Item> items, int at) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Mark mark && mark.word().plain().equals("-");
    }

    /** "минут на двадцать", "часа два": the unit first, the number after. */
    private static List<Item> inverted(List<Item> items) {
        List<Item> out = new ArrayList<>();
        for (Item item : items) {
            int size = out.size();
            Entry money = size > 1 && item instanceof Item.Amount ? unit(out.get(size - 2)) : null;
            if (item instanceof Item.Amount number && number.isBare() && money != null
                    && DOLLARS.containsKey(money.unit()) && out.get(size - 1) instanceof Item.Said) {
                out.remove(size - 2);
                out.add(new Item.Amount(number.value(), money.unit(), number.from(), number.until()));
                continue;
            }
            if (item instanceof Item.Amount number && number.isBare() && size > 0) {
                boolean between = size > 1 && out.get(size - 1) instanceof Item.Said said
                        && (said.isCue("for") || said.isCue("within"));
                Item before = out.get(between ? size - 2 : size - 1);
                if (before instanceof Item.Amount unit && unit.isTime() && isUnitItself(unit, number)
                        && (between || unit.unit().equals("h") || unit.unit().equals("m"))) {
                    if (between)
                        out.removeLast();
                    out.set(out.size() - 1, new Item.Amount(number.value(), unit.unit(), unit.from(), number.until()));
                    continue;
                }
            }
            out.add(item);
        }
        return out;
    }

    /** "an hour and a half", "два с половиной часа". */
    static List<Item> withHalves(List<Item> items) {
        List<Item> out = new ArrayList<>();
        for (Item item : items) {
            Item last = out.isEmpty() ? null : out.getLast();
            if (item instanceof Item.Said said && said.isCue("half") && last instanceof Item.Amount whole)
                out.set(out.size() - 1, new Item.Amount(whole.value() + 0.5, whole.unit(), whole.from(), item.until()));
            else if (item instanceof Item.Amount unit && unit.isTime() && unit.value() == 1
                    && last instanceof Item.Amount half
                    && half.isBare() && half.value() % 1 == 0.5)
                out.set(out.size() - 1, new Item.Amount(half.value(), unit.unit(), half.from(), item.until()));
            else
                out.add(item);
        }
        return out;
    }

    static @Nullable Entry unit(Item item) {
        return item instanceof Item.Said said ? said.first(entry -> !entry.unit().isEmpty()) : null;
    }

    /** "minutes under ninety", "hours at most 2": the unit goes behind the number. */
    private static List<Item> behindBounds(List<Item> items) {
        List<Item> out = new ArrayList<>(items);
        for (int at = 0; at + 2 < out.size(); at++)
            if (isUnitInFront(out, at) && out.get(at) instanceof Item.Amount unit
                    && out.get(at + 2) instanceof Item.Amount number) {
                out.set(at, out.get(at + 1));
                out.set(at + 1, new Item.Amount(number.value(), unit.unit(), number.from(), number.until()));
                out.remove(at + 2);
            }
        return out;
    }

    private static boolean isUnitInFront(List<Item> items, int at) {
        return items.get(at) instanceof Item.Amount unit && unit.isTime() && unit.value() == 1
                && unit.until() - unit.from() == 1 && isBound(items.get(at + 1))
                && items.get(at + 2) instanceof Item.Amount number && number.isBare()
                && !(at > 0 && (items.get(at - 1) instanceof Item.Amount || isBound(items.get(at - 1))));
    }

    private static boolean isBound(Item item) {
        return item instanceof Item.Said said && (said.isCue("atMost") || said.isCue("atLeast"));
    }
}
