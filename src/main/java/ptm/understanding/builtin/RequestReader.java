package ptm.understanding.builtin;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.understanding.Answer;
import ptm.understanding.builtin.RequestReading.Part;

/** Reads the items of a request from left to right; what a cue announces holds until it is used or the clause ends. */
final class RequestReader {

    private static final Set<String> BOUNDS = Set.of("atMost", "atLeast", "between");
    private static final Set<String> RELATIONS = Set.of("by", "before", "after", "since", "next", "last", "within");
    private static final Set<String> TEXTS = Set.of("find", "about", "for");

    private final ZonedDateTime now;
    private final List<Word> words;
    private final List<Item> items;
    private final List<Part> parts = new ArrayList<>();
    private final List<OrderKey> order = new ArrayList<>();
    private final List<Word> unread = new ArrayList<>();
    private @Nullable Integer limit;
    private Answer answer = Answer.LIST;
    private boolean later;
    private int guessed;

    private boolean not;
    private boolean except;
    private int most;
    private boolean sort;
    private boolean first;
    private String bound = "";
    private String relation = "";
    private String text = "";
    private String join = "";
    private boolean count;
    private boolean age;
    private boolean oops;
    private String lastUnit = "";
    private String lastRelation = "";
    private @Nullable DateField field;
    private @Nullable DateField lastField;
    private final List<Integer> openWindows = new ArrayList<>();

    RequestReader(ZonedDateTime now, List<Word> words, List<Item> items) {
        this.now = now;
        this.words = words;
        this.items = items;
    }

    RequestReading read() {
        for (int i = 0; i < items.size(); i++)
            i = read(i);
        settleWindows();
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
            if (!continues(at))
                endClause();
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

    private void endClause() {
        not = false;
        except = false;
        bound = "";
        relation = "";
        most = 0;
        first = false;
    }

    private int said(Item.Said said, int at) {
        Entry meaning = said.first(entry -> entry.mean() != null || !entry.order().isEmpty());
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
            case "most" -> most = 1;
            case "least" -> most = -1;
            case "sort" -> sort = true;
            case "first" -> first(at);
            case "then" -> join = "";
            case "count" -> answer = Answer.COUNT;
            case "top" -> count = true;
            case "age" -> {
                age = true;
                field = DateField.CREATED;
            }
            case "later" -> later = true;
            case "oops" -> {
                oops = true;
                relation = lastRelation;
            }
            case "due", "created", "start", "review", "done" -> field(cue, said);
            default -> {
            }
        }
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

    private void first(int at) {
        if (at + 1 < items.size() && items.get(at + 1) instanceof Item.Amount amount && amount.isBare())
            count = true;
        else
            first = true;
    }

    private void field(String cue, Item.Said said) {
        DateField named = DateField.valueOf(cue.toUpperCase(Locale.ROOT));
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

    private void meaning(Entry entry, Item.Said said, int at) {
        if (!entry.order().isEmpty() && (most != 0 || sort || first || entry.mean() == null || firstFollows(at))) {
            for (OrderKey key : entry.order())
                order.add(most < 0 ? new OrderKey(key.by(), !key.descending()) : key);
            most = 0;
            return;
        }
        Filter mean = entry.mean();
        if (mean == null)
            return;
        boolean negated = not || except;
        if (text.equals("find") && entry.kind().equals("name") && !negated) {
            add(new Filter.Words(textOf(said)), said);
            return;
        }
        Filter filter = !negated ? mean : entry.not() != null ? entry.not() : Conditions.opposite(mean);
        add(filter, said, negated, entry.kind().equals("mood"));
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

    static boolean isSkip(Item item) {
        return item instanceof Item.Said said && said.entries().stream().allMatch(entry -> entry.mean() == null
                && entry.cue().isEmpty() && entry.order().isEmpty() && entry.verb() == null)
                || item instanceof Item.Said things && things.isCue("things");
    }

    private void add(Filter filter, Item item) {
        add(filter, item, false, false);
    }

    private void add(Filter filter, Item item, boolean negated, boolean mood) {
        if (oops && !parts.isEmpty() && parts.getLast().filter().getClass() == filter.getClass())
            parts.removeLast();
        oops = false;
        parts.add(new Part(filter, join, negated, mood, item.from(), item.until(), item.confidence()));
        join = "";
        if (!nextIsJoin(item))
            not = false;
        first = false;
    }

    /** "without calls or people": a negation reaches over "or", and over "and" to the next thing. */
    private boolean nextIsJoin(Item item) {
        int next = items.indexOf(item) + 1;
        while (next < items.size() && isSkip(items.get(next)))
            next++;
        return next < items.size() && items.get(next) instanceof Item.Said said
                && (said.isCue("or") || said.isCue("and"));
    }

    private int amount(Item.Amount amount, int at) {
        if (amount.isMoney()) {
            Filter money = Conditions.money(amount.value(), bound.equals("atLeast"));
            if (money != null)
                add(money, amount);
            bound = "";
            return at;
        }
        if (amount.isBare())
            return number(amount, at);
        lastUnit = amount.unit();
        if (amount.isCalendar() && (age || field == DateField.CREATED && relation.isEmpty() || isOverdueSaid())
                || amount.isTime() && followedBy(at, "ago")) {
            boolean overdue = isOverdueSaid() && !age;
            add(new Filter.Window(overdue ? DateField.DUE : field == null ? DateField.CREATED : field, null,
                    shifted(amount, -1)), amount);
            return end(at);
        }
        if (relation.equals("next") || relation.equals("within") && amount.isCalendar()) {
            window(Moment.today(), shifted(amount, 1), amount);
            return end(at);
        }
        if (relation.equals("last")) {
            window(shifted(amount, -1), null, amount);
            return end(at);
        }
        Item.Amount upper = range(amount, at);
        if (upper != null) {
            add(new Filter.Range(NumberField.MINUTES, amount.minutes(), upper.minutes()), amount);
            bound = "";
            return items.indexOf(upper);
        }
        boolean least = bound.equals("atLeast") || followedBy(at, "orMore");
        int minutes = Math.max(1, amount.minutes());
        add(new Filter.Range(NumberField.MINUTES, least ? minutes : null, least ? null : minutes), amount);
        return end(at);
    }

    private int end(int at) {
        bound = "";
        relation = "";
        age = false;
        return at;
    }

    private boolean isOverdueSaid() {
        return parts.stream().anyMatch(part -> part.filter() instanceof Filter.Names names
                && names.anyOf().contains("overdue") && !part.negated());
    }

    private boolean followedBy(int at, String cue) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said && said.isCue(cue);
    }

    /** The upper end of "one to two hours", "from an hour to two". */
    private Item.@Nullable Amount range(Item.Amount low, int at) {
        int next = at + 1;
        boolean bridge = false;
        while (next < items.size() && !(items.get(next) instanceof Item.Amount)) {
            Item item = items.get(next);
            boolean dash = item instanceof Item.Mark mark && mark.word().plain().equals("-");
            boolean to = item instanceof Item.Said said && (said.isCue("to") || said.isCue("by")
                    || bound.equals("between") && said.isCue("and"));
            if (!dash && !to)
                return null;
            bridge = true;
            next++;
        }
        if (!bridge || next >= items.size() || !(items.get(next) instanceof Item.Amount high))
            return null;
        Item.Amount upper = high.isBare() ? new Item.Amount(high.value(), low.unit(), high.from(), high.until()) : high;
        items.set(next, upper);
        return upper.isTime() && upper.minutes() > low.minutes() ? upper : null;
    }

    private Moment shifted(Item.Amount amount, int sign) {
        int value = (int) Math.round(amount.value());
        Moment.Anchor anchor = amount.isCalendar() ? Moment.Anchor.TODAY : Moment.Anchor.NOW;
        Moment.Unit unit = switch (amount.unit()) {
            case "m" -> Moment.Unit.MINUTES;
            case "h" -> Moment.Unit.HOURS;
            case "d" -> Moment.Unit.DAYS;
            case "w" -> Moment.Unit.WEEKS;
            default -> Moment.Unit.MONTHS;
        };
        return new Moment.Relative(anchor,
                List.of(new Moment.Shift(sign * value * (amount.unit().equals("y") ? 12 : 1), unit)));
    }

    private int number(Item.Amount number, int at) {
        Item.Amount upper = at + 2 < items.size() ? unitFromUpper(number, at) : null;
        if (upper != null)
            return amount(upper, at);
        if (!bound.isEmpty() && !lastUnit.isEmpty() && !thingsFollow(at))
            return amount(new Item.Amount(number.value(), lastUnit, number.from(), number.until()), at);
        if (!relation.isEmpty() && !relation.equals("next") && !relation.equals("last") && !thingsFollow(at)) {
            Item.Stretch clock =
                    new RequestDates(now, ptm.account.TimesOfDay.DEFAULT, List.of()).bareHour(number.value(),
                            number.from(), number.until());
            return clock == null ? at : stretch(clock, at);
        }
        int value = (int) number.value();
        boolean counted = count || value > 1 || thingsFollow(at);
        if (value == number.value() && value >= 1 && value <= 100 && counted && limit == null && !not) {
            limit = value;
            if (relation.equals("last")) {
                relation = "";
                order.add(OrderKey.desc(isDoneSaid() || doneFollows(at) ? OrderField.DONE : OrderField.CREATED));
            }
        }
        count = false;
        bound = "";
        return at;
    }

    private boolean isDoneSaid() {
        return lastField == DateField.DONE;
    }

    private boolean doneFollows(int at) {
        return items.subList(at, items.size()).stream()
                .anyMatch(item -> item instanceof Item.Said said && said.isCue("done"));
    }

    /** "20 to 40 minutes": the number takes the unit of the upper end. */
    private Item.@Nullable Amount unitFromUpper(Item.Amount number, int at) {
        Item bridge = items.get(at + 1);
        boolean joins = bridge instanceof Item.Mark mark && mark.word().plain().equals("-")
                || bridge instanceof Item.Said said && (said.isCue("to") || said.isCue("by") || said.isCue("or")
                        || bound.equals("between") && said.isCue("and"));
        if (!joins || !(items.get(at + 2) instanceof Item.Amount high) || !high.isTime())
            return null;
        Item.Amount low = new Item.Amount(number.value(), high.unit(), number.from(), number.until());
        items.set(at, low);
        return low;
    }

    private boolean thingsFollow(int at) {
        for (int i = at + 1; i < items.size() && i <= at + 3; i++) {
            if (items.get(i) instanceof Item.Said said && (said.isCue("things") || said.isCue("most")))
                return true;
            if (!(items.get(i) instanceof Item.Said))
                return false;
        }
        return false;
    }

    private int stretch(Item.Stretch stretch, int at) {
        if (isToday(stretch) && field == null && isMoodClause(at))
            return at;
        Item.Stretch merged = stretch;
        int used = at;
        if (at + 1 < items.size() && items.get(at + 1) instanceof Item.Stretch next
                && next.clock() != stretch.clock()) {
            merged = together(stretch, next);
            used = at + 1;
        }
        DateField asked = field != null
                ? field
                : lastField == DateField.DONE || lastField == DateField.CREATED ? lastField : null;
        boolean past = asked == DateField.DONE || asked == DateField.CREATED || relation.equals("since");
        if (past)
            merged = merged.past(now.toLocalDate());
        if (merged.clock() && asked == null && (relation.equals("by") || relation.equals("before"))) {
            timeBox(merged);
            relation = "";
            return used;
        }
        switch (relation) {
            case "by" -> window(null,
                    isLong(merged) && merged.start() != null && startsLater(merged) && !relation.equals("by")
                            ? merged.start()
                            : merged.end(),
                    merged);
            case "before" -> window(null, dayBefore(merged), merged);
            case "after" -> window(dayAfter(merged), null, merged);
            case "since" -> window(merged.start(), null, merged);
            default -> window(merged.start(), merged.end(), merged);
        }
        if (!relation.isEmpty())
            lastRelation = relation;
        relation = "";
        return used;
    }

    private static boolean isToday(Item.Stretch stretch) {
        return Moment.today().equals(stretch.start()) && Moment.today().equals(stretch.end());
    }

    /** "I am tired today" says nothing of dates. */
    private boolean isMoodClause(int at) {
        int from = at;
        while (from > 0 && !(items.get(from - 1) instanceof Item.Mark))
            from--;
        for (int i = from; i < items.size() && !(items.get(i) instanceof Item.Mark); i++)
            if (items.get(i) instanceof Item.Said said && said.first(entry -> entry.kind().equals("mood")) != null)
                return true;
        return false;
    }

    private static boolean isLong(Item.Stretch stretch) {
        return stretch.start() != null && !stretch.start().equals(stretch.end());
    }

    private static boolean startsLater(Item.Stretch stretch) {
        return true;
    }

    /** A day and a time of it. */
    private static Item.Stretch together(Item.Stretch one, Item.Stretch other) {
        Item.Stretch clock = one.clock() ? one : other;
        Item.Stretch day = one.clock() ? other : one;
        if (clock.end() instanceof Moment.At(OffsetDateTime time)) {
            ZonedDateTime at = null;
            if (day.start() instanceof Moment.Day(java.time.LocalDate date))
                at = date.atTime(time.toLocalTime()).atOffset(time.getOffset()).toZonedDateTime();
            else if (day.start() instanceof Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts)
                    && anchor == Moment.Anchor.TODAY) {
                java.time.LocalDate date = time.toLocalDate();
                if (shifts.size() == 1 && shifts.getFirst().unit() == Moment.Unit.DAYS)
                    date = date.plusDays(shifts.getFirst().amount());
                at = date.atTime(time.toLocalTime()).atOffset(time.getOffset()).toZonedDateTime();
            }
            if (at != null) {
                Moment moment = new Moment.At(at.toOffsetDateTime());
                return new Item.Stretch(moment, moment, false, "", one.from(), other.until());
            }
        }
        return day;
    }

    private void timeBox(Item.Stretch clock) {
        if (clock.end() instanceof Moment.At(OffsetDateTime end)) {
            long minutes = Duration.between(now.toOffsetDateTime(), end).toMinutes();
            if (minutes > 0)
                add(new Filter.Range(NumberField.MINUTES, null, (int) minutes), clock);
        }
    }

    private static @Nullable Moment dayBefore(Item.Stretch stretch) {
        return plusDays(stretch.start(), -1);
    }

    private static @Nullable Moment dayAfter(Item.Stretch stretch) {
        return plusDays(stretch.end(), 1);
    }

    private static @Nullable Moment plusDays(@Nullable Moment moment, int days) {
        return switch (moment) {
            case Moment.Day(java.time.LocalDate date) -> new Moment.Day(date.plusDays(days));
            case Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts) when anchor != Moment.Anchor.NOW -> {
                List<Moment.Shift> more = new ArrayList<>(shifts);
                more.add(new Moment.Shift(days, Moment.Unit.DAYS));
                yield new Moment.Relative(anchor, more);
            }
            case null, default -> moment;
        };
    }

    private void window(@Nullable Moment from, @Nullable Moment until, Item item) {
        if (from == null && until == null)
            return;
        DateField asked = field != null ? field : lastField != null ? lastField : DateField.DUE;
        boolean negated = not || except;
        Filter filter = new Filter.Window(asked, from, until);
        add(negated ? Filter.not(filter) : filter, item, negated, false);
        if (field == null && lastField == null)
            openWindows.add(parts.size() - 1);
        field = null;
    }

    private void settleWindows() {
        openWindows.clear();
    }

    private int unknown(Item.Unknown unknown, int at) {
        boolean name = unknown.word().isCapitalised() && (unknown.from() > 0 || joinFollows(at));
        if (text.isEmpty() && !thingsFollow(at) && !name && !join.equals("or") && !not && !except && !exceptFollows(at)
                || isOnlyLetters(unknown)) {
            unread.add(unknown.word());
            return at;
        }
        if (!text.equals("find"))
            guessed++;
        int last = at;
        StringBuilder words = new StringBuilder(unknown.word().text());
        while (last + 1 < items.size() && items.get(last + 1) instanceof Item.Unknown next) {
            words.append(' ').append(next.word().text());
            last++;
        }
        boolean negated = not || except || exceptFollows(last);
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
