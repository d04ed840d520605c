package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.WindowPiece;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NumberField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;

/** What a request says of time and numbers: time boxes, windows, how many. */
abstract sealed class RequestTimes extends RequestState permits RequestReader {

    private static final int MAX_BOX = 360;

    private static final Pattern RANGE =
            Pattern.compile("\\d\\S*\\s*(?:по|до|to|till|until|-|–)\\s*\\d", Pattern.CASE_INSENSITIVE);

    private static final int HALF_DAY = 720;

    /** Behind a length of time a greater number is another length: "forty minutes, maybe forty five". */
    private static final int LONGEST_LIST = 10;

    RequestTimes(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
    }

    int amount(Item.Amount amount, int at) {
        if (amount.isMoney()) {
            Filter money = Conditions.money(amount.value(), bound.equals("atLeast"));
            parts.removeIf(part -> part.filter() instanceof Filter.Range range
                    && range.field() == NumberField.FINANCIAL && !part.negated());
            if (money != null)
                add(money, amount);
            bound = "";
            return at;
        }
        if (amount.isBare())
            return number(amount, at);
        lastUnit = amount.unit();
        if (amount.isCalendar() && relation.equals("after") && field == null && lastField == null
                && !followedBy(at, "ago"))
            return end(at);
        if (amount.isCalendar() && relation.equals("after") && field == DateField.DUE) {
            window(shifted(amount, 1), null, amount);
            return end(at);
        }
        if (amount.isCalendar() && (situation || relation.equals("within") && isMoodClause(at)))
            return end(at);
        if (amount.isCalendar()
                && (age || ageFollows(at) || field == DateField.CREATED && relation.isEmpty() || isOverdueSaid())
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
        if (field == DateField.DUE && (relation.equals("within") || bound.equals("atMost"))
                && amount.minutes() >= HALF_DAY) {
            window(null, shifted(amount, 1), amount);
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
        boolean least = bound.equals("atLeast") || followedBy(at, "orMore")
                || amount.isCalendar() && !bound.equals("atMost");
        int minutes = Math.max(1, amount.minutes());
        add(new Filter.Range(NumberField.MINUTES, least ? minutes : null, least ? null : minutes), amount);
        return end(at);
    }

    /** «месяц валяется», «неделю уже не трогал». */
    private boolean ageFollows(int at) {
        int next = at + 1;
        while (next < items.size() && next < at + 3 && isSkip(items.get(next)))
            next++;
        return next < items.size() && items.get(next) instanceof Item.Said said && said.isCue("age")
                && said.first(entry -> entry.mean() != null) == null;
    }

    int end(int at) {
        bound = "";
        relation = "";
        age = false;
        return at;
    }

    boolean isOverdueSaid() {
        return parts.stream().anyMatch(part -> part.filter() instanceof Filter.Names names
                && names.anyOf().contains("overdue") && !part.negated());
    }

    boolean followedBy(int at, String cue) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said && said.isCue(cue);
    }

    /** The upper end of "one to two hours", "from an hour to two". */
    Item.@Nullable Amount range(Item.Amount low, int at) {
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

    Moment shifted(Item.Amount amount, int sign) {
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

    /** "between 3 and 9 July": the number is the day a stretch begins that ends with the date behind it. */
    private boolean isDayOfRange(Item.Amount number, int at) {
        boolean bridged = at + 2 < items.size() && (items.get(at + 1) instanceof Item.Said said
                && (said.isCue("to") || said.isCue("by") || bound.equals("between") && said.isCue("and"))
                || items.get(at + 1) instanceof Item.Mark mark && mark.word().plain().equals("-"));
        if (!bridged || !(items.get(at + 2) instanceof Item.Stretch end)
                || !(end.start() instanceof Moment.Day(LocalDate last)) || number.value() < 1
                || number.value() >= last.getDayOfMonth())
            return false;
        items.set(at + 2, new Item.Stretch(new Moment.Day(last.withDayOfMonth((int) number.value())), end.end(), false,
                end.back(), number.from(), end.until()));
        bound = "";
        relation = "";
        return true;
    }

    int number(Item.Amount number, int at) {
        if (isDayOfRange(number, at))
            return stretch((Item.Stretch) items.get(at + 2), at + 2);
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
        if (peopleFollow(at))
            return at;
        if (isClockFigure(number, at)) {
            unread.add(words.get(number.from()));
            return at;
        }
        if (!lastUnit.isEmpty() && value > LONGEST_LIST && !count && !thingsFollow(at))
            return at;
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

    /** "at 11", "9-10": a time of day, no number of tasks. */
    boolean isClockFigure(Item.Amount number, int at) {
        String before = number.from() == 0 ? "" : words.get(number.from() - 1).plain();
        boolean dash =
                at + 1 < items.size() && items.get(at + 1) instanceof Item.Mark mark && mark.word().plain().equals("-")
                        || before.equals("-");
        return dash || before.equals("at") || before.equals("в") || before.equals("во");
    }

    /** "for two people" counts no tasks. */
    boolean peopleFollow(int at) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said
                && said.first(entry -> entry.mean() instanceof Filter.Range range
                        && range.field() == NumberField.SOCIAL) != null;
    }

    boolean isDoneSaid() {
        return lastField == DateField.DONE;
    }

    boolean doneFollows(int at) {
        return items.subList(at, items.size()).stream()
                .anyMatch(item -> item instanceof Item.Said said && said.isCue("done"));
    }

    /** "20 to 40 minutes": the number takes the unit of the upper end. */
    Item.@Nullable Amount unitFromUpper(Item.Amount number, int at) {
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

    int stretch(Item.Stretch stretch, int at) {
        if (situation && stretch.clock() && field == null && lastField == null && relation.equals("before")) {
            timeBox(stretch);
            relation = "";
            return at;
        }
        if (chatter.get(at) && field == null && lastField == null)
            return timeLeft(stretch) ? end(at) : at;
        if (field == null && isTold(stretch, at))
            return at;
        if (age && stretch.end() instanceof Moment.Relative end && end.anchor() == Moment.Anchor.TODAY) {
            add(new Filter.Window(DateField.CREATED, null, back(end)), stretch);
            return end(at);
        }
        Integer minutes = field == null && lastField == null ? minutesAhead(stretch) : null;
        if (minutes != null) {
            add(new Filter.Range(NumberField.MINUTES, null, minutes), stretch);
            return end(at);
        }
        Item.Stretch merged = stretch;
        int used = at;
        int other = at + 1 < items.size() && items.get(at + 1) instanceof Item.Said said && said.isCue("for")
                ? at + 2
                : at + 1;
        if (other < items.size() && items.get(other) instanceof Item.Stretch next && next.clock() != stretch.clock()) {
            merged = Stretches.together(stretch, next);
            used = other;
        }
        if (followedBy(used, "orLater") || followedBy(used, "orEarlier"))
            return openEnded(merged, used);
        Item.Stretch last = lastOfRange(used);
        if (last != null) {
            window(merged.start(), laterThan(merged, last), merged);
            bound = "";
            relation = "";
            return used + 2;
        }
        DateField asked = field != null
                ? field
                : lastField == DateField.DONE || lastField == DateField.CREATED ? lastField : null;
        boolean past = asked == DateField.DONE || asked == DateField.CREATED;
        if (past)
            merged = merged.past(now.toLocalDate());
        if (merged.clock() && asked == null && (relation.equals("by") || relation.equals("before"))) {
            timeBox(merged);
            relation = "";
            return used;
        }
        switch (relation) {
            case "by" -> window(null, merged.end(), merged);
            case "before" -> window(null, Stretches.dayBefore(merged), merged);
            case "after" -> window(Stretches.dayAfter(merged), null, merged);
            case "since" -> window(merged.start(), null, merged);
            default -> window(merged.start(), merged.end(), merged);
        }
        if (!relation.isEmpty())
            lastRelation = relation;
        relation = "";
        return used;
    }

    private static Moment back(Moment.Relative moment) {
        return new Moment.Relative(moment.anchor(), moment.shifts().stream()
                .map(shift -> new Moment.Shift(-Math.abs(shift.amount()), shift.unit())).toList());
    }

    /** «гости придут в шесть», "the guests come in an hour": so long there is time. */
    private boolean timeLeft(Item.Stretch stretch) {
        int before = parts.size();
        if (stretch.clock())
            timeBox(stretch);
        else if (stretch.end() instanceof Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts)
                && anchor == Moment.Anchor.NOW && shifts.size() == 1
                && (shifts.getFirst().unit() == Moment.Unit.MINUTES || shifts.getFirst().unit() == Moment.Unit.HOURS))
            timeBox(shifts.getFirst().amount() * (shifts.getFirst().unit() == Moment.Unit.HOURS ? 60 : 1), stretch);
        return parts.size() > before;
    }

    /** "on 4 June or later", "by Friday or before". */
    private int openEnded(Item.Stretch stretch, int at) {
        boolean onward = followedBy(at, "orLater");
        window(onward ? stretch.start() : null, onward ? null : stretch.end(), stretch);
        relation = "";
        return at + 1;
    }

    static boolean isPastPeriod(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        return plain.contains("last ") || plain.contains("past ") || plain.contains("previous")
                || plain.contains("прошл")
                || plain.contains("прош.");
    }

    /** "can wait" and then a date: not before it. */
    boolean isWaiting() {
        return !parts.isEmpty() && parts.getLast().filter() instanceof Filter.Not(Filter part)
                && part instanceof Filter.Window window && window.field() == DateField.DUE && window.from() == null
                && !parts.getLast().negated();
    }

    /** The day behind «по», "to": the end of what began with «с 1-го», "from the 1st". */
    Item.@Nullable Stretch bridged(int at) {
        return at + 2 < items.size() && items.get(at + 1) instanceof Item.Said bridge
                && (bridge.isCue("to") || bridge.isCue("by")) && items.get(at + 2) instanceof Item.Stretch stretch
                        ? stretch
                        : null;
    }

    /** The day that ends "between Monday and Wednesday", "с понедельника по среду". */
    Item.@Nullable Stretch lastOfRange(int at) {
        boolean open = bound.equals("between") || relation.equals("since");
        return open && at + 2 < items.size() && items.get(at + 1) instanceof Item.Said bridge
                && (bridge.isCue("and") || bridge.isCue("to") || bridge.isCue("by"))
                && items.get(at + 2) instanceof Item.Stretch stretch ? stretch : null;
    }

    static @Nullable Moment laterThan(Item.Stretch first, Item.Stretch last) {
        return first.start() instanceof Moment.Day(java.time.LocalDate begin)
                && last.end() instanceof Moment.Day(java.time.LocalDate end) && end.isBefore(begin)
                        ? new Moment.Day(end.plusWeeks(1))
                        : last.end();
    }

    int span(Item.Span span, int at) {
        WindowPiece piece = span.piece();
        if (isWaiting()) {
            parts.removeLast();
            window(piece.first(), null, span);
            return at;
        }
        boolean free = field == null && lastField == null;
        if (not && field == DateField.DUE && piece.relation() == WindowPiece.Relation.BEFORE && piece.first() != null) {
            not = false;
            window(piece.first(), null, span);
            return at;
        }
        relation = "";
        lastRelation = piece.relation() == WindowPiece.Relation.BEFORE ? "before" : "by";
        if (piece.relation() == WindowPiece.Relation.OLDER) {
            boolean overdue = isOverdueSaid() && !age;
            add(new Filter.Window(overdue ? DateField.DUE : field == null ? DateField.CREATED : field, null,
                    piece.till()),
                    span);
            age = false;
        } else if (piece.relation() == WindowPiece.Relation.SINCE && at + 1 < items.size()
                && items.get(at + 1) instanceof Item.Span next && next.piece().since() == null) {
            Item.Stretch first = new Item.Stretch(piece.first(), piece.first(), false, "", span.from(), span.until());
            window(piece.first(), laterThan(first, new Item.Stretch(next.piece().last(), next.piece().last(), false, "",
                    next.from(), next.until())), span);
            return at + 1;
        } else if (piece.relation() == WindowPiece.Relation.SINCE && RANGE.matcher(piece.words()).find()) {
            window(piece.first(), piece.last(), span);
        } else if (piece.relation() == WindowPiece.Relation.SINCE && bridged(at) instanceof Item.Stretch last) {
            Item.Stretch first = new Item.Stretch(piece.first(), piece.first(), false, "", span.from(), span.until());
            window(piece.first(), laterThan(first, last), span);
            return at + 2;
        } else if (piece.relation() == WindowPiece.Relation.SINCE && free && isPastPeriod(piece.words())) {
            add(new Filter.Window(DateField.CREATED, piece.first(), piece.last()), span);
        } else if (piece.minutesLeft() != null && free) {
            timeBox(piece.minutesLeft(), span);
        } else {
            window(piece.since(), piece.till(), span);
        }
        bound = "";
        return at;
    }

    /** "in the next 15 minutes" with nothing said of deadlines is the time at hand. */
    static @Nullable Integer minutesAhead(Item.Stretch stretch) {
        if (Moment.now().equals(stretch.start())
                && stretch.end() instanceof Moment.Relative(Moment.Anchor anchor, List<Moment.Shift> shifts)
                && anchor == Moment.Anchor.NOW && shifts.size() == 1)
            return switch (shifts.getFirst().unit()) {
                case MINUTES -> shifts.getFirst().amount();
                case HOURS -> shifts.getFirst().amount() <= 8 ? shifts.getFirst().amount() * 60 : null;
                case DAYS, WEEKS, MONTHS -> null;
            };
        return null;
    }

    static boolean isToday(Item.Stretch stretch) {
        return Moment.today().equals(stretch.start()) && Moment.today().equals(stretch.end());
    }

    /** Whether a time, with no date of a task asked for, only belongs to what a person tells of the day. */
    boolean isTold(Item.Stretch stretch, int at) {
        return isToday(stretch) && isMoodClause(at)
                || lastField == null && (situation || chatter.get(at) || isOnlyMood(at));
    }

    /** Whether the clause asks for nothing: "wound up about Friday". */
    boolean isOnlyMood(int at) {
        int from = at;
        while (from > 0 && !(items.get(from - 1) instanceof Item.Mark))
            from--;
        for (int i = from; i < items.size() && !(items.get(i) instanceof Item.Mark); i++)
            if (items.get(i) instanceof Item.Said said
                    && (said.isCue("things") || said.first(entry -> entry.weight("request") >= 1.3
                            && !entry.kind().equals("mood")) != null))
                return false;
        return isMoodClause(at);
    }

    /** "I am tired today" says nothing of dates. */
    boolean isMoodClause(int at) {
        int from = at;
        while (from > 0 && !(items.get(from - 1) instanceof Item.Mark))
            from--;
        for (int i = from; i < items.size() && !(items.get(i) instanceof Item.Mark); i++)
            if (items.get(i) instanceof Item.Said said
                    && said.first(entry -> entry.kind().equals("mood") || entry.kind().equals("energy")
                            || entry.isCue("feel")) != null)
                return true;
        return false;
    }

    void timeBox(Item.Stretch clock) {
        if (clock.end() instanceof Moment.At(OffsetDateTime end))
            timeBox((int) Duration.between(now.toOffsetDateTime(), end).toMinutes(), clock);
    }

    /** What ends in half a day is no limit to anybody. */
    void timeBox(int minutes, Item item) {
        if (minutes > 0 && minutes <= MAX_BOX)
            add(new Filter.Range(NumberField.MINUTES, null, minutes), item);
    }
}
