package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Word;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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
            Set.of("no", "not", "without", "dont", "doesnt", "без", "не", "ни", "нет", "нету", "ничего", "никаких",
                    "никакой", "никакого",
                    "минимум", "ноль");

    /** After these an unknown word is mostly a verb or a quality, nothing to leave out. */
    private static final Set<String> PLAIN_NOT = Set.of("не", "ни", "нет", "нельзя");

    /** Items of one thing in "except this, that, and those", at most. */
    private static final int LISTED = 5;

    private static final Set<String> TEXTS = Set.of("find", "about", "for");

    private final Naming naming;
    private @Nullable Energy energy;

    public RequestReader(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
        this.naming = new Naming(items, words);
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

    /** «договор»: a request that only names something. */
    private void bareName(List<Item.Unknown> names) {
        unread.clear();
        guessed++;
        String text = names.stream().map(name -> name.word().text()).collect(Collectors.joining(" "));
        add(new Filter.Words(text.toLowerCase(Locale.ROOT)), new Item.Said(List.of(), names.getFirst().from(),
                names.getLast().until(), 0.8));
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
        } else if (TEXTS.contains(cue) && !(cue.equals("about") && naming.isBehindMood(at))
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

    /** "what did I add this morning": today. */
    private void partOfDay(Item.Said said) {
        boolean dated = !parts.isEmpty() && parts.getLast().filter() instanceof Filter.Window;
        if (!dated && (lastField == DateField.CREATED || lastField == DateField.DONE))
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

    private boolean isClauseEnd(int at) {
        return at + 1 == items.size() || items.get(at + 1) instanceof Item.Mark;
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
    private record Energy(Filter filter, Item.Said said) {}

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

    private String textOf(Item item) {
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

    private int unknown(Item.Unknown unknown, int at) {
        if (situation && !text.equals("find"))
            return at;
        boolean named = Naming.isRussian(unknown) ? isNamed(unknown, at) : isMeant(unknown, at);
        if (!named || isOnlyLetters(unknown)) {
            unread.add(unknown.word());
            if (not && Naming.isRussian(unknown) && PLAIN_NOT.contains(plainBefore(unknown)))
                not = false;
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

    /** Whether an English word that nobody knows names something: searched for, pointed at, left out. */
    private boolean isMeant(Item.Unknown unknown, int at) {
        if (text.equals("find") || text.equals("about"))
            return true;
        int last = Naming.lastOfRun(items, at);
        boolean leftOut = (except || not && Naming.isNominal(words.get(items.get(notAt).until() - 1)))
                && naming.isStraightBehind(notAt, at) && !followedBy(last, "atMost") && !followedBy(last, "atLeast");
        boolean listed = !join.isEmpty() && !parts.isEmpty() && Conditions.isName(parts.getLast().filter());
        return leftOut || listed || exceptFollows(last) || isProperName(unknown, at)
                || text.equals("for") && naming.isAskedFor(textAt, at)
                || Naming.isTopic(items.get(last)) && naming.isBeforeThings(last);
    }

    private boolean isProperName(Item.Unknown unknown, int at) {
        return unknown.word().isCapitalised() && (naming.isName(unknown, at) || joinFollows(at));
    }

    /** Whether a Russian word that nobody knows names something: it is searched for, pointed at, or left out. */
    private boolean isNamed(Item.Unknown unknown, int at) {
        if (text.equals("find"))
            return true;
        if (text.equals("about") && textAt == at - 1)
            return true;
        if (chatter.get(at) || !Naming.isThing(unknown))
            return false;
        boolean listed = !join.isEmpty() && !parts.isEmpty() && Conditions.isName(parts.getLast().filter());
        boolean leftOut = except || not && !PLAIN_NOT.contains(plainBefore(unknown));
        return text.equals("about") || text.equals("for") && naming.isPointedAt(textAt, at)
                || naming.isName(unknown, at) || unknown.word().isCapitalised() && joinFollows(at)
                || Naming.isNoun(unknown) && (join.equals("or") || listed || leftOut || exceptFollows(at));
    }

    private String plainBefore(Item item) {
        return item.from() == 0 ? "" : words.get(item.from() - 1).plain();
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
