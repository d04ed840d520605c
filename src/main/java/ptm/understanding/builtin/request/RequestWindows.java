package ptm.understanding.builtin.request;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NumberField;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.WindowPiece;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says of the calendar and the clock: windows of dates, and how long there is time. */
abstract sealed class RequestWindows extends RequestState permits RequestAmounts {

    private static final int MAX_BOX = 360;

    private static final Pattern RANGE =
            Pattern.compile("\\d\\S*\\s*(?:по|до|to|till|until|-|–)\\s*\\d", Pattern.CASE_INSENSITIVE);

    RequestWindows(ZonedDateTime now, List<Word> words, List<Item> items, UnaryOperator<Filter> personal) {
        super(now, words, items, personal);
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
        Integer minutes = field == null && lastField == null && !dueFollows(at) ? minutesAhead(stretch) : null;
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

    /** «ближайшие два часа дедлайны есть»: the time is one to be done by. */
    private boolean dueFollows(int at) {
        return items.subList(at, items.size()).stream().takeWhile(item -> !(item instanceof Item.Mark))
                .anyMatch(item -> item instanceof Item.Said said && said.isCue("due"));
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
