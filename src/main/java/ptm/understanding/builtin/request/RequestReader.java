package ptm.understanding.builtin.request;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.understanding.Answer;
import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading.Part;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the items of a request from left to right; what a cue announces holds until it is used or the clause ends. */
public final class RequestReader extends RequestNames {

    private static final Set<String> BOUNDS = Set.of("atMost", "atLeast", "between");

    private static final Set<String> RELATIONS = Set.of("by", "before", "after", "since", "next", "last", "within");

    /** Items of one thing in "except this, that, and those", at most. */
    private static final int LISTED = 5;

    private static final Set<String> TEXTS = Set.of("find", "about", "for");

    public RequestReader(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
    }

    public RequestReading read() {
        List<Item.Unknown> alone = naming.alone();
        for (int i = 0; i < items.size(); i++)
            i = read(i);
        if (parts.isEmpty() && order.isEmpty() && limit == null && !alone.isEmpty())
            bareName(alone);
        if (age && order.isEmpty())
            order.add(OrderKey.asc(OrderField.CREATED));
        if (energy != null && order.isEmpty() && parts.stream().noneMatch(part -> Conditions.isQuality(part.filter())))
            add(energy.filter(), energy.said());
        double confidence = parts.stream().mapToDouble(Part::confidence).min().orElse(0.9);
        for (int i = 0; i < unread.size(); i++)
            confidence *= 0.75;
        boolean ordered = !order.isEmpty() || later;
        List<OrderKey> keys = order.isEmpty()
                ? List.of(OrderKey.desc(OrderField.FIT))
                : order.stream().distinct().toList();
        return new RequestReading(Conditions.where(parts, later), keys, limit, answer, List.copyOf(parts),
                List.copyOf(unread), guessed, ordered, confidence);
    }

    /** @return the last item that was used */
    private int read(int at) {
        if (told && !(items.get(at) instanceof Item.Mark) && !endsTelling(items.get(at)))
            return at;
        return switch (items.get(at)) {
            case Item.Said said -> said(said, at);
            case Item.Amount amount -> amount(amount, at);
            case Item.Stretch stretch -> stretch(stretch, at);
            case Item.Span span -> span(span, at);
            case Item.Unknown unknown -> unknown(unknown, at);
            case Item.Mark mark -> mark(mark, at);
        };
    }

    /** Whether words after "I have been" or "because" speak of the request again, or of how the person feels. */
    private boolean endsTelling(Item item) {
        boolean asks = item instanceof Item.Said said && (said.isCue("things") || said.isCue("but")
                || said.first(entry -> entry.weight("request") >= 0.5 || entry.kind().equals("mood")) != null);
        told &= !asks;
        return asks;
    }

    private int mark(Item.Mark mark, int at) {
        int quoted = quoted(mark, at);
        if (quoted > at)
            return quoted;
        if (mark.word().isStop()) {
            endClause();
            text = "";
            field = null;
            join = "";
        } else if (mark.word().isComma()) {
            boolean listed = !parts.isEmpty() && parts.getLast().negated() && isList(at);
            if (!continues(at) && !oops)
                endClause();
            not = listed;
            if (join.isEmpty())
                join = "comma";
            if (!text.equals("find"))
                text = "";
        }
        return at;
    }

    /** Whether what follows a comma is still under the "except" before it. */
    private boolean continues(int at) {
        if (!except || at + 1 >= items.size())
            return false;
        for (int i = at + 1; i < items.size() && i <= at + LISTED; i++)
            if (items.get(i) instanceof Item.Said said && (i == at + 1 || items.get(i - 1) instanceof Item.Mark)
                    && (said.isCue("and") || said.isCue("or") || i == at + 1 && said.isCue("not")))
                return true;
        return false;
    }

    /** "without meetings, calls and emails": whether one thing and an "and" follow the comma. */
    private boolean isList(int at) {
        return at + 2 < items.size()
                && (items.get(at + 1) instanceof Item.Unknown || items.get(at + 1) instanceof Item.Said name
                        && name.first(entry -> entry.mean() != null) != null)
                && items.get(at + 2) instanceof Item.Said join && (join.isCue("and") || join.isCue("or"));
    }

    private void endClause() {
        situation = false;
        told = false;
        not = false;
        except = false;
        bound = "";
        relation = "";
        most = 0;
        first = false;
    }

    private int said(Item.Said said, int at) {
        if (said.first(entry -> entry.weight("request") >= 1.5) != null)
            situation = false;
        Entry meaning = said.first(entry -> entry.mean() != null && !entry.kind().equals("scale")
                || !entry.order().isEmpty() && !entry.kind().equals("key"));
        if (meaning == null)
            meaning = said.first(entry -> !entry.order().isEmpty());
        for (Entry entry : said.entries())
            if (!entry.cue().isEmpty())
                cue(entry.cue(), said, at);
        if (meaning != null)
            meaning(meaning, said, at);
        return at;
    }

    private void cue(String cue, Item.Said said, int at) {
        if (BOUNDS.contains(cue)) {
            bound = (not || except) && !cue.equals("between") ? opposite(cue) : cue;
            not = false;
        } else if (RELATIONS.contains(cue)) {
            relation = cue;
        } else if (TEXTS.contains(cue) && !naming.isRelative(said, at)
                && !(cue.equals("about") && naming.isBehindMood(at))
                && !(text.equals("find") && cue.equals("for"))) {
            text = cue;
            textAt = at;
        }
        switch (cue) {
            case "not" -> {
                not = true;
                notAt = at;
                if (!join.equals("or") && !join.equals("and"))
                    except = false;
            }
            case "except" -> {
                except = true;
                notAt = at;
            }
            case "told" -> told = true;
            case "exceptBefore" -> exceptLast();
            case "exceptEnd" -> {
                if (isClauseEnd(at) && !parts.isEmpty() && parts.getLast().until() == said.from())
                    exceptLast();
            }
            case "or", "and" -> {
                join = cue;
                joinAt = said.until();
            }
            case "most" -> most(at, 1);
            case "least" -> most(at, -1);
            case "sort" -> sort = true;
            case "first" -> first(at);
            case "then" -> {
                join = "";
                sort = !order.isEmpty();
            }
            case "count" -> answer = Answer.COUNT;
            case "top" -> count = true;
            case "age" -> {
                age = said.first(entry -> entry.mean() != null) == null;
                field = age ? DateField.CREATED : field;
            }
            case "partOfDay" -> partOfDay(said);
            case "later" -> later = true;
            case "situation" -> situation = true;
            case "oops" -> {
                oops = true;
                relation = lastRelation;
            }
            case "due", "created", "start", "review", "done" -> field(cue, said);
            default -> {
            }
        }
    }

    private boolean isClauseEnd(int at) {
        return at + 1 == items.size() || items.get(at + 1) instanceof Item.Mark;
    }

    private static String opposite(String bound) {
        return bound.equals("atMost") ? "atLeast" : "atMost";
    }
}
