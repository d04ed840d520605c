package ptm.understanding.builtin.time;

import org.jspecify.annotations.Nullable;

import ptm.filter.Moment;

/**
 * A window of time in a request: "last week", "before Friday", "since May", "older than a month".
 *
 * @param relation    how the window hangs on the time that was named
 * @param first       start of what was named ("Friday", "last week"), whatever the relation
 * @param last        its end
 * @param since       lower bound of the window, for a filter's {@code from}; absent: open
 * @param till        upper bound, for a filter's {@code until}; absent: open
 * @param minutesLeft minutes from now until the moment named, where it is a clock time within the next 24 hours and the
 *                    relation is BEFORE or BY ("before 4", "до обеда"), else absent
 * @param from        code point offset into the text, inclusive
 * @param until       code point offset, exclusive
 * @param confidence  0 to 1
 */
public record WindowPiece(Relation relation, @Nullable Moment first, @Nullable Moment last, @Nullable Moment since,
        @Nullable Moment till, @Nullable Integer minutesLeft, String words, int from, int until, double confidence) {

    /** ON: within what was named. OLDER: longer ago than a stretch ("older than a month", "overdue by a week"). */
    public enum Relation {
        ON, BY, BEFORE, SINCE, AFTER, OLDER
    }

    /** Which way an unclear name points: "in April", "since Sunday". UNKNOWN: told by the words of the text. */
    public enum Tense {
        PAST, COMING, UNKNOWN
    }
}
