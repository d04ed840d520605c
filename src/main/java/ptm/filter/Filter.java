package ptm.filter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A question that a task answers with yes or no. A predicate on an absent value is false. */
public sealed interface Filter {

    Filter ALL = new All(List.of());
    Filter NONE = new Any(List.of());

    /** What interpretation adds to every request that does not speak of a status. */
    Filter OPEN = new Names(NameField.STATUS, List.of("open"));
    /** What interpretation adds to every request that does not speak of a start: absent or not in the future. */
    Filter BEGUN = any(new Present(DateField.START, false), new Window(DateField.START, null, Moment.now()));
    /** Asks little of will and mind: what a person calls easy. */
    Filter EASY = all(new Range(NumberField.MOTIVATIONAL, null, 1), new Range(NumberField.INTELLECTUAL, null, 1));

    /** Holds where every part does; of no parts, always. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds where one part does; of no parts, never. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}

    /** A number or scale between inclusive bounds, at least one of which is given. */
    record Range(NumberField field, @Nullable Integer atLeast, @Nullable Integer atMost) implements Filter {
        public Range {
            if (atLeast == null && atMost == null)
                throw new IllegalArgumentException("a range needs a bound");
        }
    }

    /** At least one of these names, case and ё/е aside. */
    record Names(NameField field, List<String> anyOf) implements Filter {
        public Names {
            anyOf = List.copyOf(anyOf);
            if (anyOf.isEmpty())
                throw new IllegalArgumentException("names need one at least");
        }
    }

    /** A date between bounds, at least one of which is given; a date as {@code until} includes that day. */
    record Window(DateField field, @Nullable Moment from, @Nullable Moment until) implements Filter {
        public Window {
            if (from == null && until == null)
                throw new IllegalArgumentException("a window needs a bound");
        }
    }

    /** Whether a field has a value at all. */
    record Present(FilterField field, boolean present) implements Filter {}

    /** Every word occurs in title, description, source or steps, in any form or as a prefix. */
    record Words(String text) implements Filter {}

    static Filter all(Filter... parts) {
        return new All(List.of(parts));
    }

    static Filter any(Filter... parts) {
        return new Any(List.of(parts));
    }

    static Filter not(Filter part) {
        return new Not(part);
    }
}
