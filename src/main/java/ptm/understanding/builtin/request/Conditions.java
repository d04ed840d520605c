package ptm.understanding.builtin.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.filter.Moment;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.understanding.builtin.request.RequestReading.Part;

/** Puts the conditions of a request together: either, both, except; and writes out what was not said. */
public final class Conditions {

    private static final Filter OPEN = new Filter.Names(NameField.STATUS, List.of("open"));
    private static final Filter STARTED = Filter.any(new Filter.Present(DateField.START, false),
            new Filter.Window(DateField.START, null, Moment.now()));

    /** Scales that say nothing of the strength a task takes. */
    private static final Set<NumberField> APART =
            EnumSet.of(NumberField.IMPACT, NumberField.RISK, NumberField.SOCIAL, NumberField.FINANCIAL,
                    NumberField.TEMPORAL);

    /** What "urgent" stands for: any date that was named says it better. */
    private static final Filter SOON = FilterText.parse("due<=today+2d").where();

    private Conditions() {}

    /** @param later whether tasks that start later were asked for too */
    static Filter where(List<Part> parts, boolean later) {
        List<Filter> all = new ArrayList<>();
        List<Filter> said = grouped(withoutContradictions(parts));
        if (said.stream().noneMatch(Conditions::isStatus))
            all.add(OPEN);
        if (!later && all.size() == 1 && said.stream().noneMatch(Conditions::isStart))
            all.add(STARTED);
        all.addAll(said);
        return new Filter.All(all.stream().distinct().toList());
    }

    /** Only what was said. */
    public static Filter said(List<Part> parts) {
        List<Filter> said = grouped(withoutContradictions(parts));
        return said.size() == 1 ? said.getFirst() : new Filter.All(said);
    }

    /** The field a condition is about, for a chip; that of its first part where there are several. */
    public static String fieldName(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> parts.isEmpty() ? "all" : fieldName(parts.getFirst());
            case Filter.Any(List<Filter> parts) -> parts.isEmpty() ? "any" : fieldName(parts.getFirst());
            case Filter.Not(Filter part) -> fieldName(part);
            case Filter.Range range -> range.field().jsonName();
            case Filter.Names names -> names.field().jsonName();
            case Filter.Window window -> window.field().jsonName();
            case Filter.Present present -> present.field().jsonName();
            case Filter.Words words -> "text";
        };
    }

    private static boolean isStatus(Filter filter) {
        return filter instanceof Filter.Names(NameField field, List<String> names) && field == NameField.STATUS;
    }

    private static boolean isStart(Filter filter) {
        return filter instanceof Filter.Window(DateField field, Moment from, Moment until) && field == DateField.START
                || filter instanceof Filter.Not(Filter part) && part.equals(STARTED);
    }

    /** What a mood suggests gives way to what was asked for. */
    private static List<Part> withoutContradictions(List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            Filter filter = part.filter();
            if (filter.equals(SOON) && parts.stream().anyMatch(other -> !other.filter().equals(SOON)
                    && other.filter() instanceof Filter.Window window && window.field() == DateField.DUE))
                continue;
            if (!part.negated() && part.join().isEmpty() && parts.stream().anyMatch(other -> other != part
                    && !(part.mood() && other.mood()) && areOpposite(other.filter(), part.filter())
                    && parts.indexOf(other) < parts.indexOf(part)))
                continue;
            if (part.mood() && lifts(filter) && parts.stream().anyMatch(other -> !other.mood() && isEffort(other)))
                continue;
            if (part.mood()) {
                List<Filter> left = leftOf(part, parts);
                if (left.isEmpty())
                    continue;
                filter = left.size() == 1 ? left.getFirst() : new Filter.All(left);
            }
            kept.add(part.with(filter));
        }
        return kept;
    }

    /** What of a mood stands: all but what was asked for itself, what a later mood takes back, and what another says. */
    private static List<Filter> leftOf(Part mood, List<Part> parts) {
        int at = parts.indexOf(mood);
        List<Filter> left = new ArrayList<>(flat(mood.filter()));
        for (int i = 0; i < parts.size(); i++) {
            Part other = parts.get(i);
            boolean later = i > at;
            if (i == at)
                continue;
            for (Filter said : flat(other.filter()))
                left.removeIf(one -> other.mood()
                        ? later && (areOpposite(one, said) || areOpposite(said, one)) || isCovered(one, said, later)
                        : sameScale(one, said));
        }
        return left;
    }

    /** Whether another condition of the same scale says as much as this one, or more. */
    private static boolean isCovered(Filter one, Filter other, boolean later) {
        return one instanceof Filter.Range a && other instanceof Filter.Range b && a.field() == b.field()
                && a.atLeast() == null && b.atLeast() == null && a.atMost() != null && b.atMost() != null
                && (b.atMost() < a.atMost() || later && b.atMost().equals(a.atMost()));
    }

    /** A mood that asks for more, such as energy or focus. */
    private static boolean lifts(Filter filter) {
        return flat(filter).stream().allMatch(one -> one instanceof Filter.Range range && range.atLeast() != null
                || one instanceof Filter.Names);
    }

    /** Whether a condition says what doing it should take, which a lifting mood then does not add to. */
    private static boolean isEffort(Part part) {
        return flat(part.filter()).stream().anyMatch(one -> one instanceof Filter.Range range && range.field().isScale()
                && !APART.contains(range.field())
                && !(range.field() == NumberField.PHYSICAL && range.atMost() != null)
                || one instanceof Filter.Names names && names.field() == NameField.ACTIVITY);
    }

    /** At most so much of a scale, and at least more than that: the first said stands. */
    private static boolean areOpposite(Filter one, Filter other) {
        return one instanceof Filter.Range a && other instanceof Filter.Range b && a.field() == b.field()
                && a.field().isScale() && a.atMost() != null && b.atLeast() != null && a.atMost() < b.atLeast();
    }

    private static List<Filter> flat(Filter filter) {
        return filter instanceof Filter.All(List<Filter> parts) ? parts : List.of(filter);
    }

    private static boolean sameScale(Filter one, Filter other) {
        return one instanceof Filter.Range a && other instanceof Filter.Range b && a.field() == b.field();
    }

    private static List<Filter> grouped(List<Part> parts) {
        List<Filter> groups = new ArrayList<>();
        List<Part> seen = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            Part part = inPlace(parts.get(at), parts, at);
            Part last = seen.isEmpty() ? null : seen.getLast();
            if (last != null && isEither(last, part))
                groups.set(groups.size() - 1, either(groups.getLast(), part.filter()));
            else
                groups.add(part.filter());
            seen.add(part);
        }
        return oneOfEach(groups.stream().flatMap(group -> flat(group).stream()).toList());
    }

    /** "for friends … and for the family": a task is hardly of two themes at once, so any of those named will do. */
    private static List<Filter> oneOfEach(List<Filter> conditions) {
        List<Filter> left = new ArrayList<>();
        for (Filter condition : conditions) {
            int same = indexOfSameKind(left, condition);
            if (same < 0)
                left.add(condition);
            else
                left.set(same, either(left.get(same), condition));
        }
        return left;
    }

    private static int indexOfSameKind(List<Filter> conditions, Filter one) {
        for (int i = 0; i < conditions.size(); i++)
            if (isTheme(one) && isTheme(conditions.get(i)) || isActivity(one) && isActivity(conditions.get(i)))
                return i;
        return -1;
    }

    private static boolean isActivity(Filter filter) {
        return filter instanceof Filter.Names names && names.field() == NameField.ACTIVITY;
    }

    /** "home and computer": beside another place, a word for a place or a theme means the place. */
    private static Part inPlace(Part part, List<Part> parts, int at) {
        boolean beside = at + 1 < parts.size() && parts.get(at + 1).join().equals("and")
                && isContext(parts.get(at + 1).filter()) && !parts.get(at + 1).negated();
        if (beside && part.filter() instanceof Filter.Any(List<Filter> choices) && isContext(choices.getFirst()))
            return part.with(choices.getFirst());
        return part;
    }

    private static boolean isContext(Filter filter) {
        return filter instanceof Filter.Names names && names.field() == NameField.CONTEXT;
    }

    private static boolean isEither(Part last, Part part) {
        if (last.negated() || part.negated())
            return false;
        if (part.join().equals("or"))
            return true;
        if (part.join().equals("and") && isOverdue(last.filter()) && part.filter() instanceof Filter.Window)
            return true;
        boolean listed = part.join().equals("and") || part.join().equals("comma");
        if (listed && (last.filter() instanceof Filter.Any || part.filter() instanceof Filter.Any)
                && isTheme(last.filter()) && isTheme(part.filter()))
            return true;
        return listed && last.filter() instanceof Filter.Names one && part.filter() instanceof Filter.Names other
                && one.field() == other.field() && one.field() != NameField.CONTEXT;
    }

    /** Whether it says what the work is like. */
    static boolean isQuality(Filter filter) {
        return switch (filter) {
            case Filter.Range range -> range.field().isScale();
            case Filter.All(List<Filter> all) -> all.stream().anyMatch(Conditions::isQuality);
            case Filter.Any(List<Filter> any) -> any.stream().anyMatch(Conditions::isQuality);
            case Filter.Not(Filter part) -> isQuality(part);
            case Filter.Names names -> false;
            case Filter.Window window -> false;
            case Filter.Present present -> false;
            case Filter.Words words -> false;
        };
    }

    /** A theme, or a word for a theme that is a place too. */
    static boolean isTheme(Filter filter) {
        return filter instanceof Filter.Names names && names.field() == NameField.THEME
                || filter instanceof Filter.Any(List<Filter> choices) && !choices.isEmpty()
                        && isTheme(choices.getFirst());
    }

    /** Whether it is of what something is called. */
    static boolean isName(Filter filter) {
        return filter instanceof Filter.Words || isTheme(filter)
                || filter instanceof Filter.Not(Filter part) && isName(part);
    }

    private static boolean isOverdue(Filter filter) {
        return filter.equals(new Filter.Names(NameField.STATUS, List.of("overdue")));
    }

    private static Filter either(Filter one, Filter other) {
        if (one instanceof Filter.Names a && other instanceof Filter.Names b && a.field() == b.field()) {
            List<String> names = new ArrayList<>(a.anyOf());
            b.anyOf().stream().filter(name -> !names.contains(name)).forEach(names::add);
            return new Filter.Names(a.field(), names);
        }
        List<Filter> parts = new ArrayList<>(one instanceof Filter.Any(List<Filter> more) ? more : List.of(one));
        parts.add(other);
        return new Filter.Any(parts);
    }

    /** The opposite: of a scale its other end, of anything else its negation. */
    static Filter opposite(Filter filter) {
        return switch (filter) {
            case Filter.Range range -> opposite(range);
            case Filter.Present present -> new Filter.Present(present.field(), !present.present());
            case Filter.Not not -> not.part();
            case Filter.All all -> Filter.not(all);
            case Filter.Any any -> Filter.not(any);
            case Filter.Names names -> Filter.not(names);
            case Filter.Window window -> Filter.not(window);
            case Filter.Words words -> Filter.not(words);
        };
    }

    private static Filter opposite(Filter.Range range) {
        Integer least = range.atLeast();
        Integer most = range.atMost();
        if (least != null && most == null && least > 0)
            return new Filter.Range(range.field(), null, least - 1);
        if (most != null && least == null && (!range.field().isScale() || most < 3))
            return new Filter.Range(range.field(), most + 1, null);
        return Filter.not(range);
    }

    /** Up to, or from, so many dollars, as the scale counts them. */
    static @Nullable Filter money(double dollars, boolean atLeast) {
        if (atLeast)
            return new Filter.Range(NumberField.FINANCIAL, dollars >= 200 ? 3 : dollars >= 100 ? 2 : 1, null);
        if (dollars > 200)
            return null;
        return new Filter.Range(NumberField.FINANCIAL, null, dollars <= 0 ? 0 : dollars <= 100 ? 1 : 2);
    }
}
