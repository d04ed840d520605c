package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ptm.filter.DateField;
import ptm.filter.Filter;
import ptm.filter.FilterField;
import ptm.filter.NameField;
import ptm.filter.NumberField;
import ptm.filter.PresenceField;
import ptm.task.Scale;
import ptm.understanding.Context;
import ptm.understanding.Utterance;
import ptm.understanding.llm.MessageAnswer.Choice;
import ptm.understanding.llm.MessageAnswer.Condition;
import ptm.understanding.llm.MessageAnswer.FieldName;

/** One condition of a model's answer as a filter of the contract; what that does not know is dropped and counted. */
final class ConditionReader {
    private static final int MAX_NAMES = 20;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 200;
    private static final int MAX_MINUTES = 100_000;

    private final SaidWindows windows;
    private final Refusals refusals;
    private final Utterance utterance;
    private final Context context;
    private final List<String> unread = new ArrayList<>();

    ConditionReader(SaidWindows windows, Refusals refusals, Utterance utterance, Context context) {
        this.windows = windows;
        this.refusals = refusals;
        this.utterance = utterance;
        this.context = context;
    }

    /** Words of conditions read so far that nothing could be made of. */
    List<String> unread() {
        return unread;
    }

    /** Null where nothing is left of it. */
    @Nullable
    Filter read(Condition condition) {
        if (condition.field() == null) {
            refusals.count("condition.field");
            return null;
        }
        Filter filter = positive(condition.field(), condition);
        refusals.countIf(filter == null, "condition." + condition.field().name().toLowerCase(Locale.ROOT));
        return filter != null && Boolean.TRUE.equals(condition.negated()) ? Filter.not(filter) : filter;
    }

    private @Nullable Filter positive(FieldName field, Condition condition) {
        return switch (field) {
            case MINUTES -> or(minutes(condition), present(NumberField.MINUTES, condition));
            case SPENT_MINUTES ->
                    or(range(NumberField.SPENT_MINUTES, condition, MAX_MINUTES),
                            present(NumberField.SPENT_MINUTES, condition));
            case IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY, DISSONANCE, PHYSICAL, INTELLECTUAL,
                    MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL, TEMPORAL ->
                    scale(NumberField.valueOf(field.name()), condition);
            case STATUS, THEME, ACTIVITY, CONTEXT -> names(NameField.valueOf(field.name()), condition);
            case CREATED, START, DUE, DONE, REVIEW, HIDDEN_UNTIL -> date(DateField.valueOf(field.name()), condition);
            case REPEAT -> new Filter.Present(PresenceField.REPEAT, condition.present() != Choice.NO);
            case WAITS_FOR -> new Filter.Present(PresenceField.WAITS_FOR, condition.present() != Choice.NO);
            case TEXT -> text(condition);
            case TAUGHT -> taught(condition);
        };
    }

    private static @Nullable Filter or(@Nullable Filter one, @Nullable Filter other) {
        return one == null ? other : one;
    }

    private static @Nullable Filter present(FilterField field, Condition condition) {
        return condition.present() == null || condition.present() == Choice.ANY
                ? null
                : new Filter.Present(field, condition.present() == Choice.YES);
    }

    private @Nullable Filter minutes(Condition condition) {
        Filter range = range(NumberField.MINUTES, condition, MAX_MINUTES);
        String words = Texts.cited(condition.words(), utterance.text());
        if (range != null || words.isEmpty())
            return range;
        Filter free = windows.freeUntil(words, utterance, context);
        if (free == null)
            unread.add(words);
        return free;
    }

    private static @Nullable Filter range(NumberField field, Condition condition, int most) {
        Integer atLeast = bound(condition.atLeast(), 1, most);
        Integer atMost = bound(condition.atMost(), 0, most);
        return atLeast == null && atMost == null ? null : new Filter.Range(field, atLeast, atMost);
    }

    /** A number below is no bound, one above is the highest. */
    private static @Nullable Integer bound(@Nullable Integer value, int least, int most) {
        return value == null || value < least ? null : Math.min(value, most);
    }

    private static @Nullable Filter scale(NumberField scale, Condition condition) {
        Integer atLeast = bound(condition.atLeast(), 1, Scale.MAX);
        Integer atMost = condition.atMost() != null && condition.atMost() >= Scale.MAX
                ? null
                : bound(condition.atMost(), 0, Scale.MAX);
        return or(atLeast == null && atMost == null ? null : new Filter.Range(scale, atLeast, atMost),
                present(scale, condition));
    }

    private @Nullable Filter names(NameField field, Condition condition) {
        List<String> given = Texts.names(condition.names(), LONGEST_NAME);
        List<String> known = given.stream().map(name -> field == NameField.THEME ? name : lower(name))
                .filter(field::allows).limit(MAX_NAMES).toList();
        refusals.countIf(known.size() < given.size(), "condition.names");
        if (!known.isEmpty())
            return new Filter.Names(field, known);
        return field == NameField.STATUS ? null : present(field, condition);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private @Nullable Filter date(DateField field, Condition condition) {
        String words = Texts.cited(condition.words(), utterance.text());
        Filter said = words.isEmpty() ? null : windows.read(field, words, utterance, context);
        Filter window = or(said, SaidWindows.relative(field, condition.from(), condition.until()));
        if (window == null && !words.isEmpty())
            unread.add(words);
        return or(window, present(field, condition));
    }

    private @Nullable Filter text(Condition condition) {
        List<String> words = Texts.names(condition.names(), LONGEST_TEXT);
        if (words.isEmpty())
            words = Texts.names(condition.words() == null ? List.of() : List.of(condition.words()), LONGEST_TEXT);
        return anyOf(words.stream().limit(MAX_NAMES).map(text -> (Filter) new Filter.Words(text)).toList());
    }

    private @Nullable Filter taught(Condition condition) {
        return anyOf(Texts.names(condition.names(), LONGEST_NAME).stream()
                .map(word -> context.vocabulary().taught().get(lower(word))).filter(Objects::nonNull).toList());
    }

    private static @Nullable Filter anyOf(List<Filter> filters) {
        return switch (filters.size()) {
            case 0 -> null;
            case 1 -> filters.getFirst();
            default -> new Filter.Any(filters);
        };
    }
}
