package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ptm.filter.Filter;
import ptm.filter.NumberField;

/** Reads a scale by its name with a figure: "impact 3", "stress at most 1", "risk two or higher", "apathy 2-3". */
final class ScaleFigures {

    private static final int TOP = 3;

    /** Words between a name and its figure, at most. */
    private static final int GAP = 4;

    private final List<Item> items;
    private final List<Word> words;
    private int at;

    private ScaleFigures(List<Item> items, List<Word> words) {
        this.items = items;
        this.words = words;
    }

    static List<Item> in(List<Item> items, List<Word> words) {
        return new ScaleFigures(items, words).read();
    }

    private List<Item> read() {
        List<Item> out = new ArrayList<>();
        while (at < items.size()) {
            Item item = items.get(at);
            NumberField scale = scale(item);
            Item figure = scale == null ? null : figure(scale, item.from());
            if (isUnitInFront()) {
                Item.Amount unit = (Item.Amount) item;
                Item.Amount number = (Item.Amount) items.get(at + 2);
                out.add(items.get(at + 1));
                out.add(new Item.Amount(number.value(), unit.unit(), number.from(), number.until()));
                at += 3;
            } else if (figure == null) {
                out.add(item);
                at++;
            } else {
                out.add(figure);
            }
        }
        return out;
    }

    /** "minutes under ninety", "hours at most 2". */
    private boolean isUnitInFront() {
        return at + 2 < items.size() && items.get(at) instanceof Item.Amount unit && unit.isTime() && unit.value() == 1
                && unit.until() - unit.from() == 1 && items.get(at + 1) instanceof Item.Said said
                && (said.isCue("atMost") || said.isCue("atLeast")) && items.get(at + 2) instanceof Item.Amount number
                && number.isBare() && !(at > 0 && (items.get(at - 1) instanceof Item.Amount
                        || items.get(at - 1) instanceof Item.Said before && !boundOf(before, "").isEmpty()));
    }

    private @Nullable NumberField scale(Item item) {
        Entry named = item instanceof Item.Said said
                ? said.first(entry -> entry.kind().equals("scale") || isNameLast(entry, said))
                : null;
        return named != null && named.mean() instanceof Filter.Range range ? range.field() : null;
    }

    /** "with risk": a phrase that says there is some of it, and ends with the name. */
    private boolean isNameLast(Entry entry, Item.Said said) {
        return entry.mean() instanceof Filter.Range range && range.field().isScale() && range.atLeast() != null
                && words.get(said.until() - 1).plain().equals(range.field().jsonName());
    }

    /** The condition that begins here, having moved behind it; null where no figure follows. */
    private @Nullable Item figure(NumberField scale, int from) {
        int next = at + 1;
        boolean not = false;
        String bound = "";
        while (next <= at + GAP && next < items.size() && !isFigure(items.get(next))) {
            if (items.get(next) instanceof Item.Said said) {
                not |= said.isCue("not");
                bound = boundOf(said, bound);
                if (bound.isEmpty() && !said.isCue("not") && !RequestState.isSkip(said) && !said.isCue("top"))
                    return null;
            } else if (!(items.get(next) instanceof Item.Mark mark && "=<>:".contains(mark.word().plain()))) {
                return null;
            } else {
                bound = mark.word().plain().equals("<")
                        ? "atMost"
                        : mark.word().plain().equals(">") ? "atLeast" : bound;
            }
            next++;
        }
        if (next >= items.size() || !(items.get(next) instanceof Item.Amount low) || !isFigure(low)
                || thingsFollow(next))
            return null;
        if (not)
            bound = bound.equals("atMost") ? "atLeast" : "atMost";
        return range(scale, from, next, bound, (int) low.value());
    }

    private Item range(NumberField scale, int from, int next, String bound, int low) {
        int last = next;
        Integer least = bound.equals("atMost") || bound.isEmpty() && low == 0 ? null : Integer.valueOf(low);
        Integer most = bound.equals("atLeast") || bound.isEmpty() && low == TOP ? null : Integer.valueOf(low);
        Item after = next + 1 < items.size() ? items.get(next + 1) : null;
        if (after instanceof Item.Said said && said.isCue("orMore")
                || after instanceof Item.Mark plus && plus.word().plain().equals("+")) {
            least = low;
            most = null;
            last++;
        } else if (isOrLess(after)) {
            least = null;
            most = low;
            last++;
        } else if (isBridge(after) && next + 2 < items.size() && isFigure(items.get(next + 2))) {
            least = low;
            most = (int) ((Item.Amount) items.get(next + 2)).value();
            last += 2;
        }
        at = last + 1;
        Filter.Range range = new Filter.Range(scale, least, most);
        Entry entry = new Entry(range, null, List.of(), "", "", "", "", null, Map.of(), "");
        return new Item.Said(List.of(entry), from, items.get(last).until(), 0.95);
    }

    private static boolean isOrLess(@Nullable Item item) {
        return item instanceof Item.Said said && said.isCue("orLess");
    }

    private static boolean isBridge(@Nullable Item item) {
        return item instanceof Item.Mark mark && mark.word().plain().equals("-")
                || item instanceof Item.Said said && (said.isCue("to") || said.isCue("or"));
    }

    private static String boundOf(Item.Said said, String before) {
        return said.isCue("atMost") ? "atMost" : said.isCue("atLeast") ? "atLeast" : before;
    }

    private static boolean isFigure(Item item) {
        return item instanceof Item.Amount amount && amount.isBare() && amount.value() <= TOP
                && amount.value() == Math.rint(amount.value());
    }

    /** "the risk in 2 tasks". */
    private boolean thingsFollow(int figure) {
        return figure + 1 < items.size() && items.get(figure + 1) instanceof Item.Said said && said.isCue("things");
    }
}
