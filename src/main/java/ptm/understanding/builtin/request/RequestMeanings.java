package ptm.understanding.builtin.request;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.OrderKey;
import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading.Part;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the phrases of a request mean: conditions, orders, their opposites, dates asked for. */
abstract sealed class RequestMeanings extends RequestAmounts permits RequestNames {

    private static final Set<String> NEGATIONS =
            Set.of("no", "not", "without", "dont", "doesnt", "без", "не", "ни", "нет", "нету", "ничего", "никаких",
                    "никакой", "никакого",
                    "минимум", "ноль");

    @Nullable
    Energy energy;

    RequestMeanings(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
    }

    /** "what did I add this morning": today. */
    void partOfDay(Item.Said said) {
        boolean dated = !parts.isEmpty() && parts.getLast().filter() instanceof Filter.Window;
        if (!dated && (lastField == DateField.CREATED || lastField == DateField.DONE))
            window(Moment.today(), Moment.today(), said);
    }

    /** "работу не показывай": the exception comes after what it is about. */
    void exceptLast() {
        if (!parts.isEmpty() && !parts.getLast().negated()) {
            Part last = parts.removeLast();
            parts.add(new Part(Conditions.opposite(last.filter()), "", true, last.mood(), last.from(), last.until(),
                    last.confidence()));
        }
    }

    /** "the most important", or after it: "scare me the most". */
    void most(int at, int sign) {
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

    void first(int at) {
        if (at + 1 < items.size() && items.get(at + 1) instanceof Item.Amount amount && amount.isBare())
            count = true;
        else
            first = true;
    }

    void field(String cue, Item.Said said) {
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
                parts.set(index, parts.get(index).with(dated(named, window, openItems.get(index))));
        openWindows.clear();
    }

    /** A window of the date that was named behind it: «за выходные что закрыли» are those that are over. */
    private Filter dated(DateField named, Filter.Window window, @Nullable Item item) {
        boolean past = named == DateField.DONE || named == DateField.CREATED;
        if (!past || !(item instanceof Item.Stretch stretch) || !window.equals(new Filter.Window(window.field(),
                stretch.start(), stretch.end())))
            return new Filter.Window(named, window.from(), window.until());
        Item.Stretch gone = stretch.past(now.toLocalDate());
        return new Filter.Window(named, gone.start(), gone.end());
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

    void meaning(Entry entry, Item.Said said, int at) {
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
        if (entry.kind().equals("energy")) {
            energy = new Energy(entry.mean(), said);
            return;
        }
        if (situation && at > 0 && items.get(at - 1) instanceof Item.Stretch)
            return;
        if ((situation || chatter.get(at)) && Conditions.isTheme(entry.mean()) && !not && !except)
            return;
        Filter mean = personal.apply(entry.mean());
        boolean negated = (not || except) && !isNegativeItself(said);
        if (text.equals("find") && entry.kind().equals("name") && !negated) {
            add(new Filter.Words(textOf(said)), said);
            return;
        }
        Filter filter = !negated ? mean : entry.not() != null ? entry.not() : Conditions.opposite(mean);
        boolean denied = !negated && spreads(said, at);
        add(filter, said, negated, entry.kind().equals("mood"));
        if (filter instanceof Filter.Not && nameFollowsJoin(at))
            not = true;
        not |= denied;
        lastEntry = negated ? null : entry;
    }

    /** What somebody full of strength may want, if they ask for nothing else. */
    record Energy(Filter filter, Item.Said said) {}

    /** Whether a phrase with its own negation denies what follows too: «без звонков и писем», «ни с кем созваниваться». */
    private boolean spreads(Item.Said said, int at) {
        if (!isNegativeItself(said) || said.first(entry -> entry.kind().equals("mood")) != null)
            return false;
        boolean nobody = words.subList(said.from(), said.until()).stream().anyMatch(word -> word.plain().equals("ни"));
        boolean without = words.get(said.from()).plain().equals("без") && nextIsJoin(said);
        return without || nobody && at + 1 < items.size() && items.get(at + 1) instanceof Item.Said next
                && next.first(entry -> entry.mean() instanceof Filter.Names) != null;
    }

    /** "without a phone or a computer": the negation that a phrase brings reaches over to the next name. */
    private boolean nameFollowsJoin(int at) {
        int next = at + 1;
        boolean join = false;
        while (next < items.size() && items.get(next) instanceof Item.Said said
                && (isSkip(said) || said.isCue("or") || said.isCue("and") || said.isCue("one"))
                && !said.isCue("things")) {
            join |= said.isCue("or") || said.isCue("and");
            next++;
        }
        return join && next < items.size() && items.get(next) instanceof Item.Said name
                && !ONWARD.contains(words.get(name.from()).plain())
                && name.first(entry -> entry.mean() instanceof Filter.Names) != null;
    }

    /** "no calls and no people": the phrase brings its own negation. */
    private boolean isNegativeItself(Item.Said said) {
        return said.until() - said.from() > 1 && NEGATIONS.contains(words.get(said.from()).plain());
    }

    String textOf(Item item) {
        return words.subList(item.from(), item.until()).stream().map(Word::text)
                .collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
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
}
