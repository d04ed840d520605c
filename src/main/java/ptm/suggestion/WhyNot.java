package ptm.suggestion;

import java.util.function.Predicate;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.NumberField;
import ptm.filter.Preset;
import ptm.task.Status;
import ptm.task.Task;

/** Says which condition keeps a task out. */
final class WhyNot {

    private final Task task;
    private final boolean toCome;
    private final Language language;
    private final Predicate<Filter> holds;

    /**
     * @param toCome whether it is an appointment that is still to come
     * @param holds  whether a filter holds for the task now
     */
    WhyNot(Task task, boolean toCome, Language language, Predicate<Filter> holds) {
        this.task = task;
        this.toCome = toCome;
        this.language = language;
        this.holds = holds;
    }

    /** The first thing in the way; empty if nothing is. */
    String find(Preset preset) {
        for (Filter part : FilterSentence.parts(preset.where()))
            if (!holds.test(part))
                return because(part);
        if (!holds.test(Candidates.PUT_ASIDE_NO_LONGER))
            return say("whyNot.hidden", task.title());
        return task.isOpen() && toCome ? say("whyNot.appointment", task.title()) : "";
    }

    private String because(Filter part) {
        if (FilterSentence.goesWithoutSaying(part)) {
            if (task.status() == Status.OPEN)
                return say("whyNot.start", task.title());
            return say(task.status() == Status.DONE ? "whyNot.done" : "whyNot.dropped", task.title());
        }
        if (part instanceof Filter.Range range && range.field() == NumberField.MINUTES && range.atMost() != null
                && (task.minutes() == null || task.minutes() > range.atMost()))
            return minutes(range.atMost());
        return say("whyNot.condition", task.title(), FilterSentence.describe(part, language));
    }

    private String minutes(int available) {
        String have = FilterSentence.duration(available, language);
        return task.minutes() == null
                ? say("whyNot.noMinutes", task.title(), have)
                : say("whyNot.minutes", task.title(), FilterSentence.duration(task.minutes(), language), have);
    }

    private String say(String key, Object... arguments) {
        return ReasonPhrases.WORDING.say(key, language, arguments);
    }
}
