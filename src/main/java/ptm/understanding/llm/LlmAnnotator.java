package ptm.understanding.llm;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ptm.account.Account;
import ptm.task.Activity;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Step;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.understanding.Annotator;
import ptm.understanding.Vocabulary;
import ptm.understanding.llm.TasksAnswer.About;
import ptm.understanding.llm.TasksAnswer.Named;
import ptm.understanding.llm.TasksAnswer.StepAnswer;

/** Asks a model what tasks imply, and believes only what the contract allows. */
final class LlmAnnotator implements Annotator {
    private static final int MAX_TEXT = 600;
    /** Characters that are said of one task. */
    private static final int ANSWER_LENGTH = 1_500;
    private static final int MAX_NAME = 40;
    private static final int MAX_NAMES = 3;
    private static final int MAX_STEPS = 8;
    private static final int STEM = 5;
    private static final int ENDING = 2;
    private static final int MAX_MINUTES = 100_000;
    private static final double USUAL_CONFIDENCE = 0.7;
    private static final Set<String> PLACES = Set.of("home", "office", "errand", "outdoors", "computer", "phone");
    private static final Set<String> ACTIVITIES = Stream.of(Activity.values()).map(Activity::jsonName)
            .collect(Collectors.toUnmodifiableSet());

    private final TaskReader reader;
    private final ModelCall model;
    private final Clock clock;

    LlmAnnotator(TaskReader reader, ModelCall model, Clock clock) {
        this.reader = reader;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public Map<TaskId, List<Proposed>> annotate(Account account, List<Task> tasks, Vocabulary vocabulary) {
        ZoneId zone = account.zone() == null ? clock.getZone() : account.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        String list = listed(tasks, zone);
        TasksAnswer answer = model.ask(account.id(), list.length() + tasks.size() * ANSWER_LENGTH,
                () -> reader.read(Prompts.day(today), Prompts.data(Prompts.names(vocabulary.themes())),
                        Prompts.data(Prompts.names(vocabulary.contexts())), list));
        Map<TaskId, List<Proposed>> found = new LinkedHashMap<>();
        for (About about : answer.tasks() == null ? List.<About>of() : answer.tasks())
            if (about != null && about.number() != null && about.number() >= 1 && about.number() <= tasks.size()) {
                Task task = tasks.get(about.number() - 1);
                found.putIfAbsent(task.id(), new Checked(about, task, vocabulary, clock.instant()).edits());
            }
        return found;
    }

    private static String listed(List<Task> tasks, ZoneId zone) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < tasks.size(); i++)
            list.append(i + 1).append(". ").append(line(tasks.get(i), zone)).append('\n');
        return list.toString().strip();
    }

    /** One line whatever stands in it: words with line breaks could pass for other tasks. */
    private static String line(Task task, ZoneId zone) {
        StringBuilder line = new StringBuilder(oneLine(task.title()));
        if (!task.source().equalsIgnoreCase(task.title()))
            line.append(" (said: ").append(oneLine(cut(task.source(), MAX_TEXT))).append(')');
        if (task.due() != null && isCertain(task, Field.DUE))
            line.append(" (due ").append(Prompts.day(task.due().dayIn(zone))).append(')');
        if (task.minutes() != null && isCertain(task, Field.MINUTES))
            line.append(" (takes ").append(task.minutes()).append(" minutes)");
        if (!task.subtasks().isEmpty())
            line.append(" (has steps)");
        return line.toString();
    }

    private static boolean isCertain(Task task, Field field) {
        Provenance known = task.provenance().get(field);
        return known != null && known.isClosedToMachines();
    }

    private static String oneLine(String words) {
        return Prompts.data(words).replaceAll("\\s+", " ").strip();
    }

    private static String cut(String text, int most) {
        String clean = text.replace("\0", "").strip();
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** What is left of an answer about one task when all that the contract does not know is dropped. */
    private record Checked(About about, Task task, Vocabulary vocabulary, Instant now) {
        List<Proposed> edits() {
            List<Proposed> edits = new ArrayList<>();
            if (about.minutes() != null && about.minutes() >= 1 && about.minutes() <= MAX_MINUTES)
                add(edits, new TaskEdit.Estimate(about.minutes()), null);
            scales().forEach((scale, value) -> {
                if (value != null && value >= 0)
                    add(edits, new TaskEdit.Rate(scale, Math.min(value, Scale.MAX)), null);
            });
            text(edits, Field.RISK_REASON, about.riskReason());
            text(edits, Field.RISK_MITIGATION, about.riskMitigation());
            text(edits, Field.MOTIVATION, about.motivation());
            names(edits, Label.ACTIVITIES, about.activities());
            names(edits, Label.CONTEXTS, about.contexts());
            names(edits, Label.THEMES, about.themes());
            steps(edits);
            return edits;
        }

        private void add(List<Proposed> edits, TaskEdit edit, @Nullable String reason) {
            double confidence = about.confidence() == null ? USUAL_CONFIDENCE : about.confidence();
            edits.add(new Proposed(edit, Provenance.model(now, confidence, reason, Prompts.ANNOTATE)));
        }

        private Map<Scale, @Nullable Integer> scales() {
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

        private void text(List<Proposed> edits, Field field, @Nullable String text) {
            if (text != null && !text.isBlank())
                add(edits, new TaskEdit.Describe(field, cut(text, MAX_TEXT)), null);
        }

        private void names(List<Proposed> edits, Label label, @Nullable List<Named> given) {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (Named named : given == null ? List.<Named>of() : given) {
                String name = named == null || named.name() == null ? "" : known(label, named.name());
                if (!name.isEmpty() && reasons.size() < MAX_NAMES)
                    reasons.putIfAbsent(name, named.reason() == null ? "" : cut(named.reason(), MAX_TEXT));
            }
            if (reasons.isEmpty())
                return;
            Map<String, String> said = new HashMap<>(reasons);
            said.values().removeIf(String::isBlank);
            add(edits, new TaskEdit.Relabel(label, List.copyOf(reasons.keySet()), said),
                    said.isEmpty() ? null : said.values().iterator().next());
        }

        /** The name as the contract or the person spells it; empty where it is neither and may not be new. */
        private String known(Label label, String name) {
            String plain = folded(name);
            return switch (label) {
                case ACTIVITIES -> ACTIVITIES.contains(plain) ? plain : "";
                case CONTEXTS -> PLACES.contains(plain) ? plain : own(vocabulary.contexts(), plain);
                case THEMES -> {
                    String own = own(vocabulary.themes(), plain);
                    yield !own.isEmpty()
                            ? own
                            : vocabulary.themes().stream().filter(known -> isForm(known, plain))
                                    .findFirst().orElseGet(() -> cut(name, MAX_NAME));
                }
            };
        }

        private static String own(List<String> names, String plain) {
            return names.stream().filter(name -> folded(name).equals(plain)).findFirst().orElse("");
        }

        /** Whether a new theme would be one of the person's own with another ending: the vocabulary is kept small. */
        private static boolean isForm(String known, String plain) {
            String other = folded(known);
            int shorter = Math.min(other.length(), plain.length());
            return shorter >= STEM && Math.abs(other.length() - plain.length()) <= ENDING
                    && other.regionMatches(0, plain, 0, Math.max(STEM, shorter - 1));
        }

        private static String folded(String name) {
            return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
        }

        private void steps(List<Proposed> edits) {
            if (!task.subtasks().isEmpty() || about.steps() == null)
                return;
            List<Step> steps = about.steps().stream().filter(step -> step != null && step.title() != null)
                    .map(Checked::step).filter(step -> !step.title().isEmpty()).limit(MAX_STEPS).toList();
            if (!steps.isEmpty())
                add(edits, new TaskEdit.Plan(steps), null);
        }

        private static Step step(StepAnswer step) {
            Integer minutes = step.minutes() == null || step.minutes() < 1 || step.minutes() > MAX_MINUTES
                    ? null
                    : step.minutes();
            return new Step(0, cut(step.title() == null ? "" : step.title(), 200), "",
                    step.instruction() == null ? "" : cut(step.instruction(), MAX_TEXT), "", minutes, false);
        }
    }
}
