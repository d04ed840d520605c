package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.understanding.Answer;
import ptm.understanding.builtin.request.RequestReading.Part;

/** Reads the items of a request from left to right; what a cue announces holds until it is used or the clause ends. */
public final class RequestReader extends RequestTimes {

    private static final Set<String> BOUNDS = Set.of("atMost", "atLeast", "between");

    private static final Set<String> RELATIONS = Set.of("by", "before", "after", "since", "next", "last", "within");

    private static final Set<String> NEGATIONS =
            Set.of("no", "not", "without", "dont", "doesnt", "без", "не", "ни", "нет");

    private static final Set<String> TEXTS = Set.of("find", "about", "for");

    public RequestReader(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
    }

    public RequestReading read() {
        for (int i = 0; i < items.size(); i++)
            i = read(i);
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
        return switch (items.get(at)) {
            case Item.Said said -> said(said, at);
            case Item.Amount amount -> amount(amount, at);
            case Item.Stretch stretch -> stretch(stretch, at);
            case Item.Span span -> span(span, at);
            case Item.Unknown unknown -> unknown(unknown, at);
            case Item.Mark mark -> mark(mark, at);
        };
    }

    private int mark(Item.Mark mark, int at) {
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
        return except && at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said
                && (said.isCue("and") || said.isCue("or") || said.isCue("not"));
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
        Entry meaning = said.first(entry -> entry.mean() != null
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
            bound = not && !cue.equals("between") ? opposite(cue) : cue;
            not = false;
        } else if (RELATIONS.contains(cue)) {
            relation = cue;
        } else if (TEXTS.contains(cue) && !(text.equals("find") && cue.equals("for"))) {
            text = cue;
        }
        switch (cue) {
            case "not" -> {
                not = true;
                if (!join.equals("or") && !join.equals("and"))
                    except = false;
            }
            case "except" -> except = true;
            case "exceptBefore" -> exceptLast();
            case "or", "and" -> join = cue;
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
                age = true;
                field = DateField.CREATED;
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

    /** "what did I add this morning": today. */
    private void partOfDay(Item.Said said) {
        if (lastField == DateField.CREATED || lastField == DateField.DONE)
            window(Moment.today(), Moment.today(), said);
    }

    /** "работу не показывай": the exception comes after what it is about. */
    private void exceptLast() {
        if (!parts.isEmpty() && !parts.getLast().negated()) {
            Part last = parts.removeLast();
            parts.add(new Part(Conditions.opposite(last.filter()), "", true, last.mood(), last.from(), last.until(),
                    last.confidence()));
        }
    }

    private static String opposite(String bound) {
        return bound.equals("atMost") ? "atLeast" : "atMost";
    }

    /** "the most important", or after it: "scare me the most". */
    private void most(int at, int sign) {
        if (lastEntry == null || lastEntry.order().isEmpty() || orderFollows(at)) {
            most = sign;
            return;
        }
        parts.removeLast();
        for (OrderKey key : lastEntry.order())
            order.add(sign < 0 ? new OrderKey(key.by(), !key.descending()) : key);
        lastEntry = null;
    }

    private boolean orderFollows(int at) {
        for (int i = at + 1; i < items.size() && !(items.get(i) instanceof Item.Mark); i++)
            if (items.get(i) instanceof Item.Said said && said.first(entry -> !entry.order().isEmpty()) != null)
                return true;
        return false;
    }

    private void first(int at) {
        if (at + 1 < items.size() && items.get(at + 1) instanceof Item.Amount amount && amount.isBare())
            count = true;
        else
            first = true;
    }

    private void field(String cue, Item.Said said) {
        DateField named = DateField.valueOf(cue.toUpperCase(Locale.ROOT));
        if (named == DateField.DUE && field == DateField.REVIEW)
            return;
        if (named == DateField.DONE && alsoDone())
            return;
        field = named;
        lastField = named;
        if (named == DateField.DONE && parts.stream().noneMatch(part -> part.filter() instanceof Filter.Names names
                && names.field() == NameField.STATUS))
            add(new Filter.Names(NameField.STATUS, List.of("done")), said);
        for (int index : openWindows)
            if (parts.get(index).filter() instanceof Filter.Window window)
                parts.set(index, parts.get(index).with(new Filter.Window(named, window.from(), window.until())));
        openWindows.clear();
    }

    /** "dropped or done": one more status for the condition that is there. */
    private boolean alsoDone() {
        if (join.isEmpty() || parts.isEmpty()
                || !(parts.getLast().filter() instanceof Filter.Names(NameField status, List<String> names))
                || status != NameField.STATUS || names.contains("done"))
            return false;
        List<String> more = new ArrayList<>(names);
        more.add("done");
        field = DateField.DONE;
        lastField = DateField.DONE;
        parts.add(parts.removeLast().with(new Filter.Names(NameField.STATUS, more)));
        join = "";
        return true;
    }

    private void meaning(Entry entry, Item.Said said, int at) {
        boolean asked = most != 0 || sort || first || firstFollows(at);
        if (!entry.order().isEmpty() && (asked || entry.mean() == null && !entry.kind().equals("key"))) {
            for (OrderKey key : entry.order())
                order.add(most < 0 ? new OrderKey(key.by(), !key.descending()) : key);
            most = 0;
            return;
        }
        if (entry.mean() == null)
            return;
        if (entry.kind().equals("spare") && at > 0 && items.get(at - 1) instanceof Item.Amount amount
                && amount.isTime())
            return;
        if (situation && entry.mean() instanceof Filter.Names theme && theme.field() == NameField.THEME)
            return;
        Filter mean = personal.apply(entry.mean());
        boolean negated = (not || except) && !isNegativeItself(said);
        if (text.equals("find") && entry.kind().equals("name") && !negated) {
            add(new Filter.Words(textOf(said)), said);
            return;
        }
        Filter filter = !negated ? mean : entry.not() != null ? entry.not() : Conditions.opposite(mean);
        add(filter, said, negated, entry.kind().equals("mood"));
        lastEntry = negated ? null : entry;
    }

    /** "no calls and no people": the phrase brings its own negation. */
    private boolean isNegativeItself(Item.Said said) {
        return said.until() - said.from() > 1 && NEGATIONS.contains(words.get(said.from()).plain());
    }

    private String textOf(Item item) {
        return words.subList(item.from(), item.until()).stream().map(Word::text)
                .collect(java.util.stream.Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }

    private boolean firstFollows(int at) {
        for (int i = at + 1; i < items.size(); i++) {
            if (!(items.get(i) instanceof Item.Said said))
                return false;
            if (said.isCue("first"))
                return !(i + 1 < items.size() && items.get(i + 1) instanceof Item.Amount amount && amount.isBare());
            if (!isSkip(said))
                return false;
        }
        return false;
    }

    private int unknown(Item.Unknown unknown, int at) {
        boolean name = unknown.word().isCapitalised() && (unknown.from() > 0 || joinFollows(at));
        if (situation && !text.equals("find"))
            return at;
        if (text.isEmpty() && !thingsFollow(at) && !name && !join.equals("or") && !not && !except && !exceptFollows(at)
                || isOnlyLetters(unknown)) {
            unread.add(unknown.word());
            return at;
        }
        boolean negated = not || except;
        if (!text.equals("find") && !negated && !join.equals("or"))
            guessed++;
        else if (join.equals("or") && guessed > 0)
            guessed--;
        int last = at;
        StringBuilder words = new StringBuilder(unknown.word().text());
        while (last + 1 < items.size() && items.get(last + 1) instanceof Item.Unknown next) {
            words.append(' ').append(next.word().text());
            last++;
        }
        negated |= exceptFollows(last);
        Filter filter = new Filter.Words(words.toString().toLowerCase(Locale.ROOT));
        Item span = new Item.Said(List.of(), unknown.from(), items.get(last).until(), 0.85);
        items.set(last, span);
        add(negated ? Filter.not(filter) : filter, span, negated, false);
        return last;
    }

    private boolean exceptFollows(int at) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said && said.isCue("exceptBefore");
    }

    private static boolean isOnlyLetters(Item.Unknown unknown) {
        return unknown.word().plain().length() < 2;
    }

    private boolean joinFollows(int at) {
        return at + 1 < items.size()
                && (items.get(at + 1) instanceof Item.Said said && (said.isCue("or") || said.isCue("and"))
                        || items.get(at + 1) instanceof Item.Mark mark && mark.word().isComma());
    }
}
