package ptm.understanding.builtin.time;

import org.jspecify.annotations.Nullable;

/** Reads wishes to be reminded and how long before: "remind me", "напомни за час", "the day before". */
final class TimeReminderRules {

    private final TimeText text;
    private final DurationRules durations;
    private final boolean reminding;

    TimeReminderRules(TimeText text) {
        this.text = text;
        this.durations = new DurationRules(text);
        this.reminding = text.has("remind");
    }

    @Nullable
    TimeFound remind(int i) {
        TimeWord word = text.word(i, "remind");
        if (word == null || text.is(i, "remind_other")) {
            return null;
        }
        int to = i + word.length();
        String said = text.at(i).text();
        boolean noun = word.length() == 1 && (said.startsWith("remind") || said.startsWith("напоминан"));
        if (noun && !text.edge(i - 1) && !timeFollows(to)) {
            return null;
        }
        if (said.equals("remind") && word.length() == 1 && !timeFollows(to) && !text.text(to, "to")) {
            return null;
        }
        to = text.sign(to, ":") ? to + 1 : to;
        return new TimeFound(new TimeMention.Remind(), TimeCue.NONE, i, tail(to), 0.95);
    }

    /** The token after "to", "that", "про" and such. */
    int tail(int i) {
        int to = text.skip(i, "remind_tail");
        return text.skip(to, "remind_tail");
    }

    private boolean timeFollows(int i) {
        return text.at(i).isNumber() || text.is(i, "at") || text.is(i, "in") || text.is(i, "on")
                || text.is(i, "relative_day") || text.is(i, "lead") || text.is(i, "weekday") || text.is(i, "lead_cue");
    }

    /** "the day before", "an hour before", "за 15 минут". */
    @Nullable
    TimeFound lead(int i) {
        TimeWord word = text.word(i, "lead");
        if (word != null && (reminding || !text.text(i, "за") || text.is(i + word.length(), "before_word"))) {
            int to = i + word.length();
            boolean eve = text.text(i, "накануне") && text.isPlain(to) && !TimeDateNumbers.verbal(text.at(to));
            boolean said = eve || text.at(to - 1).text().equals("before") && !text.edge(to);
            boolean anchored = said || anchor(to);
            int end = text.is(to, "before_word") && text.edge(text.skip(to, "before_word"))
                    ? text.skip(to, "before_word")
                    : to;
            return new TimeFound(new TimeMention.Lead(DurationStretch.of(1, TimeUnit.DAY), anchored, true),
                    TimeCue.NONE, i, anchored && !said ? text.skip(to, "before_word") : end, 0.9);
        }
        int at = text.skip(i, "lead_cue");
        TimeMatch<DurationStretch> stretch = durations.stretch(at);
        if (stretch == null || at == i && stretch.value().alone()) {
            return null;
        }
        int before = text.skip(stretch.to(), "before_word");
        boolean russian = at > i;
        if (russian ? before == stretch.to() && !reminding : before == stretch.to()) {
            return null;
        }
        boolean anchored = before > stretch.to() && !text.edge(before);
        return new TimeFound(new TimeMention.Lead(stretch.value(), anchored, false), TimeCue.NONE, i, before, 0.9);
    }

    private boolean anchor(int to) {
        return text.is(to, "before_word") && !text.edge(text.skip(to, "before_word"));
    }
}
