package ptm.understanding.llm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ptm.task.Activity;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.llm.TasksAnswer.About;
import ptm.understanding.llm.TasksAnswer.Named;
import ptm.understanding.llm.TasksAnswer.StepAnswer;

/** What is left of an answer about one task when all that the contract does not know is dropped and counted. */
final class AboutReader {
    private static final int MAX_REASON = 300;
    private static final int MAX_MOTIVATION = 400;
    private static final int MAX_INSTRUCTION = 400;
    private static final int MAX_NAME = 40;
    private static final int MAX_NAMES = 2;
    private static final int MAX_STEPS = 8;
    private static final int MAX_MINUTES = 100_000;
    private static final double USUAL_CONFIDENCE = 0.7;
    private static final Set<String> PLACES = Set.of("home", "office", "errand", "outdoors", "computer", "phone");
    private static final Set<String> ACTIVITIES = Stream.of(Activity.values()).map(Activity::jsonName)
            .collect(Collectors.toUnmodifiableSet());
    private static final EstimatorThemes KNOWN_THEMES = EstimatorThemes.load();

    private final Refusals refusals;
    private final Vocabulary vocabulary;
    private final ThemeNames themes;
    private final Instant now;

    AboutReader(Refusals refusals, Vocabulary vocabulary, Instant now) {
        this.refusals = refusals;
        this.vocabulary = vocabulary;
        this.themes = new ThemeNames(vocabulary.themes(), KNOWN_THEMES);
        this.now = now;
    }

    List<Proposed> read(About about, Task task) {
        List<Proposed> edits = new ArrayList<>();
        Provenance ours = provenance(about, null);
        Integer minutes = minutes(about.minutes());
        refusals.countIf(minutes == null && about.minutes() != null, "minutes");
        if (minutes != null)
            edits.add(new Proposed(new TaskEdit.Estimate(minutes), ours));
        scales(about).forEach((scale, value) -> {
            refusals.countIf(value != null && (value < 0 || value > Scale.MAX), scale.jsonName());
            if (value != null && value >= 0)
                edits.add(new Proposed(new TaskEdit.Rate(scale, Math.min(value, Scale.MAX)), ours));
        });
        texts(about, ours, edits);
        names(edits, Label.ACTIVITIES, about.activities(), about);
        names(edits, Label.CONTEXTS, about.contexts(), about);
        names(edits, Label.THEMES, about.themes(), about);
        List<Step> steps = task.subtasks().isEmpty() ? steps(about) : List.of();
        if (!steps.isEmpty())
            edits.add(new Proposed(new TaskEdit.Plan(steps), ours));
        return edits;
    }

    private Provenance provenance(About about, @Nullable String reason) {
        double confidence = about.confidence() == null ? USUAL_CONFIDENCE : about.confidence();
        return Provenance.model(now, confidence, reason, Prompts.ANNOTATE);
    }

    private static @Nullable Integer minutes(@Nullable Integer minutes) {
        return minutes == null || minutes < 1 || minutes > MAX_MINUTES ? null : minutes;
    }

    private static Map<Scale, @Nullable Integer> scales(About about) {
        Map<Scale, @Nullable Integer> scales = new LinkedHashMap<>();
        scales.put(Scale.IMPACT, about.impact());
        scales.put(Scale.RISK, about.risk());
        scales.put(Scale.STRESS, about.stress());
        scales.put(Scale.APATHY, about.apathy());
        scales.put(Scale.DISTRACTION, about.distraction());
        scales.put(Scale.DISCOMFORT, about.discomfort());
        scales.put(Scale.NOVELTY, about.novelty());
        scales.put(Scale.DISSONANCE, about.dissonance());
        scales.put(Scale.PHYSICAL, about.physical());
        scales.put(Scale.INTELLECTUAL, about.intellectual());
        scales.put(Scale.MOTIVATIONAL, about.motivational());
        scales.put(Scale.EMOTIONAL, about.emotional());
        scales.put(Scale.SOCIAL, about.social());
        scales.put(Scale.FINANCIAL, about.financial());
        return scales;
    }

    /** A reason for a risk that is none says nothing. */
    private void texts(About about, Provenance ours, List<Proposed> edits) {
        boolean risky = about.risk() == null || about.risk() > 0;
        text(edits, ours, Field.RISK_REASON, risky ? about.riskReason() : "", MAX_REASON);
        text(edits, ours, Field.RISK_MITIGATION, risky ? about.riskMitigation() : "", MAX_REASON);
        text(edits, ours, Field.MOTIVATION, about.motivation(), MAX_MOTIVATION);
    }

    private static void text(List<Proposed> edits, Provenance ours, Field field, @Nullable String text, int most) {
        String clean = Texts.cut(text, most);
        if (!clean.isEmpty())
            edits.add(new Proposed(new TaskEdit.Describe(field, clean), ours));
    }

    private void names(List<Proposed> edits, Label label, @Nullable List<Named> given, About about) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Named named : given == null ? List.<Named>of() : given) {
            String name = named == null ? "" : known(label, Texts.line(named.name(), MAX_NAME), reasons.isEmpty());
            boolean isOne = !name.isEmpty() && reasons.size() < MAX_NAMES;
            refusals.countIf(!isOne, label.jsonName());
            if (named != null && isOne)
                reasons.putIfAbsent(name, Texts.line(named.reason(), MAX_REASON));
        }
        if (reasons.isEmpty())
            return;
        Map<String, String> said = new LinkedHashMap<>(reasons);
        said.values().removeIf(String::isBlank);
        edits.add(new Proposed(new TaskEdit.Relabel(label, List.copyOf(reasons.keySet()), said),
                provenance(about, said.isEmpty() ? null : said.values().iterator().next())));
    }

    /**
     * The name as the contract or the person spells it; empty where it is neither and may not be new.
     *
     * @param mayBeNew whether a theme may be, since no other fits
     */
    private String known(Label label, String name, boolean mayBeNew) {
        String plain = name.toLowerCase(Locale.ROOT);
        return switch (label) {
            case ACTIVITIES -> ACTIVITIES.contains(plain) ? plain : "";
            case CONTEXTS -> PLACES.contains(plain) ? plain : own(vocabulary.contexts(), name);
            case THEMES -> {
                String own = themes.find(name);
                yield own != null ? own : mayBeNew ? name : "";
            }
        };
    }

    private static String own(List<String> names, String name) {
        return names.stream().filter(own -> Texts.folded(own).equals(Texts.folded(name))).findFirst().orElse("");
    }

    private static List<Step> steps(About about) {
        return about.steps() == null
                ? List.of()
                : about.steps().stream().filter(step -> step != null && step.title() != null).map(AboutReader::step)
                        .filter(step -> !step.title().isEmpty()).limit(MAX_STEPS).toList();
    }

    private static Step step(StepAnswer step) {
        return new Step(0, Texts.line(step.title(), Texts.TITLE), "", Texts.cut(step.instruction(), MAX_INSTRUCTION),
                "", minutes(step.minutes()), false);
    }
}
