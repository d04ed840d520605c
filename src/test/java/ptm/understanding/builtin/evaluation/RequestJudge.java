package ptm.understanding.builtin.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.filter.OrderKey;
import ptm.filter.ParsedFilter;
import ptm.filter.Preset;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import tools.jackson.databind.JsonNode;

/** A request is right when it chooses nearly the tasks of one accepted filter, with its order and number. */
final class RequestJudge {
    private static final double ALIKE = 0.9;
    /** Where no number was asked for, fewer than this hides too much. */
    private static final int FEW = 3;
    private static final Filter STARTED = FilterText.parse("no:start or start<=now").where();
    private static final Filter OPEN = FilterText.parse("status:open").where();

    private final Universe universe;

    RequestJudge(Universe universe) {
        this.universe = universe;
    }

    void judge(EvaluationText text, Interpretation read, Tally tally) {
        boolean isRight = read.intent() instanceof Intent.Request(Preset preset, var _) && isRight(text.json(), preset);
        tally.add("requests", text.language(), isRight, read.confidence());
        if (!isRight)
            tally.fail(text.words(), read.intent() instanceof Intent.Request(Preset preset, var _)
                    ? "read " + FilterText.print(preset.where()) + ", not " + text.json().get("accept").get(0)
                    : "read as " + EvaluationText.name(read.intent()));
    }

    private boolean isRight(JsonNode json, Preset preset) {
        List<Filter> extras = filters(json, "may").stream().map(ParsedFilter::where).toList();
        BitSet got = universe.chosen(preset.where());
        return filters(json, "accept").stream().anyMatch(accepted -> fits(accepted, preset)
                && reach(accepted.where(), extras).stream().anyMatch(
                        filter -> Universe.likeness(got, universe.chosen(filter)) >= ALIKE
                                || Universe.parts(filter).equals(Universe.parts(preset.where()))));
    }

    private static boolean fits(ParsedFilter accepted, Preset preset) {
        List<OrderKey> wanted = accepted.order();
        boolean order = preset.order().size() >= wanted.size()
                && preset.order().subList(0, wanted.size()).equals(wanted);
        Integer limit = preset.limit();
        return order && (accepted.limit() == null ? limit == null || limit >= FEW : accepted.limit().equals(limit));
    }

    /** The accepted filter written out, alone and with what may be added to it. */
    private static Set<Filter> reach(Filter accepted, List<Filter> extras) {
        List<Filter> parts = new ArrayList<>(accepted instanceof Filter.All(var all) ? all : List.of(accepted));
        String print = FilterText.print(accepted);
        if (!print.contains("status:"))
            parts.add(OPEN);
        if (!print.contains("start") && !print.contains("status:"))
            parts.add(STARTED);
        Set<Filter> reach = new HashSet<>(Set.of(new Filter.All(parts)));
        for (Filter extra : extras)
            for (Filter each : Set.copyOf(reach)) {
                List<Filter> more = new ArrayList<>(((Filter.All) each).parts());
                more.add(extra);
                reach.add(new Filter.All(more));
            }
        return reach;
    }

    private static List<ParsedFilter> filters(JsonNode json, String key) {
        return json.path(key).valueStream().map(JsonNode::asString)
                .map(form -> FilterText.parse(form.startsWith("order:") || form.startsWith("limit:")
                        ? "all " + form
                        : form))
                .toList();
    }
}
