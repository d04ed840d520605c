package ptm.understanding.builtin.request;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NumberField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.understanding.builtin.lexicon.Word;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a request says in numbers: lengths of time, money, how many. */
abstract sealed class RequestAmounts extends RequestWindows permits RequestMeanings {

    private static final int HALF_DAY = 720;

    /** Behind a length of time a greater number is another length: "forty minutes, maybe forty five". */
    private static final int LONGEST_LIST = 10;

    RequestAmounts(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
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
        boolean counted = count || value > 1 || thingsFollow(at) || isOne(number, at);
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

    /** «дай одну», «выбери что-нибудь одно»: a number, where «один» and «одна» may only be alone. */
    private boolean isOne(Item.Amount number, int at) {
        String said = words.get(number.from()).plain();
        boolean neuter = said.equals("одно") || said.equals("одну");
        return neuter && number.until() == number.from() + 1
                && (at + 1 >= items.size() || !(items.get(at + 1) instanceof Item.Unknown));
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
}
