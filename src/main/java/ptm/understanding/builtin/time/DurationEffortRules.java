package ptm.understanding.builtin.time;

import org.jspecify.annotations.Nullable;

/** Tells effort among lengths of time: "for 45 min", "(2 hours)", "~1.5h", "займёт неделю". */
final class DurationEffortRules {

    private static final int MOST = 100_000;

    private final TimeText text;
    private final DurationRules durations;

    DurationEffortRules(TimeText text) {
        this.text = text;
        this.durations = new DurationRules(text);
    }

    @Nullable
    TimeFound read(int i) {
        int at = text.skip(i, "takes");
        boolean cue = at > i;
        at = cue && (text.sign(at, ":") || text.glued(at, ".")) ? at + 1 : at;
        int lead = text.text(at, "за") ? at + 1 : text.skip(at, "for");
        boolean forTime = lead > at;
        at = lead;
        for (int k = 0; k < 3; k++) {
            boolean sign = text.sign(at, "~") || text.sign(at, "≈");
            int next = sign ? at + 1 : text.skip(at, "approx");
            cue |= next > at;
            at = next;
        }
        at = text.text(at, "на") && at > i ? at + 1 : at;
        TimeMatch<DurationStretch> stretch = range(at);
        return stretch == null || excluded(i, at, stretch.to()) ? null : effort(i, at, stretch, cue, forTime);
    }

    /** "from 20 to 30 minutes", "от часа до двух". */
    private @Nullable TimeMatch<DurationStretch> range(int i) {
        int between = text.skip(i, "between");
        TimeMatch<DurationStretch> read = durations.stretch(between);
        if (read == null || between == i) {
            return read;
        }
        int and = text.skipAny(read.to(), "and", "or");
        TimeMatch<DurationStretch> upper = and > read.to() ? durations.stretch(and) : null;
        TimeMatch<Double> number = upper == null && and > read.to() ? TimeNumbers.any(text, and) : null;
        if (number != null) {
            upper = TimeMatch.of(DurationStretch.of(number.value(), read.value().unit()), number.to());
        }
        return upper == null
                ? betweenNumbers(between, read)
                : TimeMatch.of(read.value().middle(upper.value()), upper.to());
    }

    private TimeMatch<DurationStretch> betweenNumbers(int i, TimeMatch<DurationStretch> read) {
        return i < read.to() ? read : TimeMatch.of(read.value(), read.to());
    }

    private @Nullable TimeFound effort(int i, int at, TimeMatch<DurationStretch> stretch, boolean cue,
            boolean forTime) {
        DurationStretch length = stretch.value();
        boolean genitive = text.glued(stretch.to(), "'") || text.glued(stretch.to(), "’");
        int of = genitive ? stretch.to() + 1 : stretch.to();
        int after = text.is(of, "effort_after") ? text.skip(of, "effort_after") : stretch.to();
        boolean parens = text.sign(i - 1, "(") && text.sign(stretch.to(), ")");
        boolean sure = cue || parens || after > stretch.to() || text.is(stretch.to() - 2, "unit_adjective");
        int to = Math.max(after, stretch.to());
        to = text.is(to, "every") && !text.edge(to + 1) ? to : text.skip(to, "approx_after");
        if (length.unit().isDays()) {
            if (!sure || length.alone() && !cue && after == stretch.to()) {
                return forTime && text.is(i, "for") && !text.text(i, "по")
                        ? new TimeFound(
                                new TimeMention.Stretch(length), TimeCue.FOR, i, to, 0.7)
                        : null;
            }
        } else if (!length.unit().isClock()) {
            return null;
        } else if (length.alone() && !alone(i, at, stretch.to(), sure || forTime)) {
            return null;
        }
        if (length.minutes() < 1 || length.minutes() > MOST) {
            return null;
        }
        int end = ofAfter(i, to);
        return new TimeFound(new TimeMention.Effort(length.minutes()), TimeCue.NONE, i, end,
                sure || forTime || parens ? 0.95 : 0.85);
    }

    /** "half an hour of sketching": "of" belongs to the phrase; "on" only where the text begins with it. */
    private int ofAfter(int i, int to) {
        if (text.text(to, "of") && text.at(to + 1).isWord()) {
            return to + 1;
        }
        boolean day = text.is(to + 1, "weekday") || text.is(to + 1, "the") && text.at(to + 2).isNumber()
                || text.is(to + 1, "relative_day") || text.at(to + 1).isNumber() || text.is(to + 1, "weekend")
                || text.is(to + 1, "month");
        boolean leads = i == 0 || java.util.stream.IntStream.range(0, i).noneMatch(text::isPlain);
        boolean on = text.text(to, "on") || text.text(to, "на")
                || leads && (i > 0 && text.text(to, "for") || text.text(to, "to"));
        return leads && on && !day && text.at(to + 1).isWord() ? to + 1 : to;
    }

    /** Whether "час" or "минутку" without a number is an effort here. */
    private boolean alone(int i, int at, int to, boolean cued) {
        String word = text.at(at).text();
        boolean small = word.length() > 3 && (word.endsWith("ик") || word.endsWith("ок") || word.endsWith("ку"));
        boolean edges = text.edge(i - 1) || text.edge(to);
        return small || cued || edges && (word.equals("час") || word.equals("минута"));
    }

    private boolean excluded(int i, int at, int to) {
        TimeToken unit = text.at(to - 1);
        boolean after = text.is(to, "not_effort_after") || text.glued(to, "/");
        boolean before = text.is(at - 1, "not_effort_before") && text.at(at - 1).kind() != TimeToken.Kind.END;
        boolean rate = (text.is(at - 1, "money") || text.at(at - 1).isNumber())
                && (text.is(at, "vague") || !text.at(at).isNumber());
        boolean money = text.sign(i - 1, "$") || text.sign(i - 1, "€") || text.sign(i - 1, "/") && !text.at(i).spaced();
        boolean joined = text.at(at).isNumber() && !text.at(at).spaced() && at == i
                && (text.sign(i - 1, ".") || text.sign(i - 1, ",") || text.sign(i - 1, "-") && text.at(i - 2).isNumber()
                        || text.sign(i - 1, ":"));
        boolean length = unit.text().equals("m") && unit.spaced();
        return after || before || rate || money || joined || length;
    }
}
