package ptm.understanding.builtin.estimate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import ptm.account.Language;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.understanding.Vocabulary;

/**
 * Guesses a task's fields from its words: from labelled examples, and, weighing more, from what the person taught.
 * Thread-safe.
 */
public final class Estimator {
    private static final int REMEMBERED_TEXTS = 2_000;
    /** A guess of minutes is right when it is within this factor. */
    static final double MINUTES_FACTOR = 2;

    private final EstimatorModel model;
    private final FeatureReader reader;
    private final EstimatorNames names;
    /** Lessons are compared with every message: their features are read once. */
    private final Cache<String, PersonalText> texts = Caffeine.newBuilder().maximumSize(REMEMBERED_TEXTS).build();

    Estimator(EstimatorModel model, EstimatorThemes themes) {
        this.model = model;
        this.reader = new FeatureReader(model.concepts());
        this.names = new EstimatorNames(model, themes);
    }

    /** With what is shipped; takes a part of a second. */
    public static Estimator load() {
        return new Estimator(EstimatorModel.load(), EstimatorThemes.load());
    }

    /** What the tasks that a person corrected or finished teach. */
    public PersonalExamples learn(List<Task> tasks) {
        return PersonalExamples.of(tasks.stream()
                .map(task -> PersonalExamples.lesson(task, texts.get(task.title(), this::personal))).toList());
    }

    /**
     * All fields of a task with these words; readings of the words themselves (dates, said minutes) are the caller's.
     *
     * @param text     what the person typed, without dates if the caller can tell them
     * @param language of the text: new themes are named in it
     */
    public Estimate estimate(String text, Language language, Vocabulary vocabulary, PersonalExamples personal) {
        Features features = reader.read(text, language);
        List<PersonalExamples.Weighed> near = personal.isEmpty()
                ? List.of()
                : personal.near(PersonalText.of(features, model.index()));
        return decide(model.answer(features), new EstimatorNames.Asker(text, language, vocabulary, near));
    }

    /** From answers to values. */
    Estimate decide(float[] answers, EstimatorNames.Asker asker) {
        Map<Scale, Estimate.Guess<Integer>> scales = new EnumMap<>(Scale.class);
        for (Scale scale : Scale.values())
            scales.put(scale, scale(answers, scale, asker.near()));
        Map<Label, List<Estimate.Guess<String>>> labels = new EnumMap<>(Label.class);
        for (Label label : Label.values())
            labels.put(label, names.choose(label, answers, asker));
        return new Estimate(minutes(answers, asker.near()), scales, labels);
    }

    private Estimate.Guess<Integer> scale(float[] answers, Scale scale, List<PersonalExamples.Weighed> near) {
        EstimatorVotes<Integer> votes = model.outputs().scale(answers, scale);
        for (PersonalExamples.Weighed weighed : near) {
            Integer taught = weighed.lesson().scales().get(scale);
            if (taught != null)
                votes.add(taught, weighed.weight());
        }
        int value = votes.median();
        double share = votes.share(other -> other == value);
        return new Estimate.Guess<>(value, model.certainty(Field.of(scale)).of(share));
    }

    private Estimate.Guess<Integer> minutes(float[] answers, List<PersonalExamples.Weighed> near) {
        EstimatorVotes<Integer> votes = model.outputs().minutes(answers);
        for (PersonalExamples.Weighed weighed : near) {
            Integer taught = weighed.lesson().minutes();
            if (taught != null)
                votes.add(taught, weighed.weight());
        }
        int value = votes.median();
        double share = votes.share(other -> other <= value * MINUTES_FACTOR && value <= other * MINUTES_FACTOR);
        return new Estimate.Guess<>(value, model.certainty(Field.MINUTES).of(share));
    }

    private PersonalText personal(String text) {
        // the language is no part of the comparison
        return PersonalText.of(reader.read(text, Language.EN), model.index());
    }
}
