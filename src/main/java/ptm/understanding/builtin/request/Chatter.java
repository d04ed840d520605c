package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.WordClass;

import java.util.BitSet;
import java.util.List;

/** Finds what a request says of the person's day and not of tasks: "the baby is asleep", «ребёнок уснул». */
final class Chatter {

    /** What asks at least so much for tasks opens a clause of its own: run-on dictation has no commas. */
    private static final double OPENS = 2.5;
    private static final double ASKS = 1.3;

    private Chatter() {}

    /** Which items belong to a clause that only tells how things are. */
    static BitSet in(List<Item> items) {
        BitSet chatter = new BitSet(items.size());
        boolean asked = items.stream().anyMatch(item -> item instanceof Item.Said said
                && said.first(entry -> entry.weight("request") >= OPENS) != null);
        int from = 0;
        for (int at = 0; at <= items.size(); at++)
            if (at == items.size() || isEdge(items.get(at))) {
                if (tells(items.subList(from, at), asked))
                    chatter.set(from, at);
                from = at;
            }
        return chatter;
    }

    private static boolean isEdge(Item item) {
        return switch (item) {
            case Item.Mark mark -> mark.word().isComma() || mark.word().isStop() || mark.word().plain().equals("-");
            case Item.Said said -> said.isCue("but") || said.first(entry -> entry.weight("request") >= OPENS) != null;
            case Item.Amount amount -> false;
            case Item.Stretch stretch -> false;
            case Item.Span span -> false;
            case Item.Unknown unknown -> false;
        };
    }

    /** @param asked whether some other clause may hold the question */
    private static boolean tells(List<Item> clause, boolean asked) {
        boolean told = asked && isAppointment(clause);
        for (Item item : clause) {
            if (item instanceof Item.Said said) {
                if (asks(said))
                    return false;
                told |= said.isCue("chatter");
            }
            told |= item instanceof Item.Unknown unknown && WordClass.isFinite(unknown.word().plain());
        }
        return told;
    }

    /** «в семь забирать сына»: a time on the clock and what nobody asks for. */
    private static boolean isAppointment(List<Item> clause) {
        return clause.stream().anyMatch(item -> item instanceof Item.Stretch stretch && stretch.clock())
                && clause.stream().anyMatch(item -> item instanceof Item.Unknown);
    }

    private static boolean asks(Item.Said said) {
        return said.isCue("things") || said.isCue("find") || said.isCue("about") || said.isCue("except")
                || said.isCue("exceptBefore") || said.isCue("count") || said.isCue("created") || said.isCue("done")
                || said.isCue("due") || said.first(entry -> entry.weight("request") >= ASKS
                        && !entry.kind().equals("mood")) != null;
    }
}
