package ptm.understanding.llm;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ptm.task.Actor;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.understanding.builtin.lexicon.Essence;

/** All that a model is told about some tasks: a line each, and a few corrected ones to judge alike. */
final class TasksQuestion {
    private static final int LONGEST = 600;
    private static final int EXAMPLES = 6;
    private static final int LONGEST_EXAMPLE = 100;

    private TasksQuestion() {}

    static String listed(List<Task> tasks, ZoneId zone) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < tasks.size(); i++)
            list.append(i + 1).append(". ").append(line(tasks.get(i), zone)).append('\n');
        return list.toString().strip();
    }

    private static String line(Task task, ZoneId zone) {
        StringBuilder line = new StringBuilder(Prompts.line(task.title()));
        if (!Texts.folded(task.source()).equals(Texts.folded(task.title())))
            line.append(" (said: ").append(Prompts.line(Texts.line(task.source(), LONGEST))).append(')');
        if (task.due() != null && isCertain(task, Field.DUE))
            line.append(" (due ").append(Prompts.day(task.due().dayIn(zone))).append(')');
        if (task.minutes() != null && isCertain(task, Field.MINUTES))
            line.append(" (takes ").append(task.minutes()).append(" minutes)");
        if (task.repeat() != null)
            line.append(" (repeats)");
        if (!task.subtasks().isEmpty())
            line.append(" (has steps)");
        return line.toString();
    }

    private static boolean isCertain(Task task, Field field) {
        Provenance known = task.provenance().get(field);
        return known != null && known.isClosedToMachines();
    }

    /** The corrected tasks that are most like these, the rest by how new they are. */
    static String examples(List<Task> lessons, List<Task> tasks) {
        Set<String> words = tasks.stream().map(task -> Essence.of(task.title())).flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<String> lines = lessons.stream().filter(lesson -> !tasks.contains(lesson))
                .filter(lesson -> !values(lesson).isEmpty())
                .sorted(Comparator.comparing(lesson -> -shared(lesson, words))).limit(EXAMPLES)
                .map(lesson -> Prompts.line(Texts.line(lesson.title(), LONGEST_EXAMPLE)) + " → "
                        + String.join(", ", values(lesson)))
                .toList();
        return lines.isEmpty() ? "(none)" : String.join("\n", lines);
    }

    private static long shared(Task lesson, Set<String> words) {
        return Essence.of(lesson.title()).stream().filter(words::contains).count();
    }

    private static List<String> values(Task task) {
        List<String> values = new ArrayList<>();
        if (isTheirs(task, Field.MINUTES) && task.minutes() != null)
            values.add("minutes " + task.minutes());
        for (Scale scale : Scale.values())
            if (isTheirs(task, Field.of(scale)) && task.scales().get(scale) != null)
                values.add(scale.jsonName() + " " + task.scales().get(scale));
        for (Label label : Label.values()) {
            List<String> names = task.labels().getOrDefault(label, List.of());
            if (isTheirs(task, Field.of(label)) && !names.isEmpty())
                values.add(label.jsonName() + " " + String.join(" and ", names.stream().map(Prompts::line).toList()));
        }
        return values;
    }

    private static boolean isTheirs(Task task, Field field) {
        Provenance known = task.provenance().get(field);
        return known != null && known.by() == Actor.USER;
    }
}
