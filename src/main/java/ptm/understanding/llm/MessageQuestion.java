package ptm.understanding.llm;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.task.Actor;
import ptm.task.Field;
import ptm.task.Provenance;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.understanding.Context;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;
import ptm.understanding.builtin.lexicon.Essence;

/**
 * All that a model is told about one message: as much as it takes to understand it and no more.
 *
 * @param moment when and where it was written; everything else stays the same from day to day
 * @param words  the person's own names and words
 * @param listed the tasks that may be meant
 */
record MessageQuestion(Language language, String moment, String words, String examples, String listed,
        Set<TaskId> known, String message) {
    private static final int SHOWN = 20;
    private static final int ALIKE = 20;
    private static final int NAMES = 40;
    private static final int TAUGHT = 30;
    private static final int EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 120;

    static MessageQuestion of(Utterance utterance, Context context) {
        List<TaskTitle> tasks = known(utterance, context);
        return new MessageQuestion(context.language(), moment(utterance, context), words(context.vocabulary()),
                examples(context), listed(tasks, context),
                tasks.stream().map(TaskTitle::id).collect(Collectors.toUnmodifiableSet()),
                Prompts.data(utterance.text()));
    }

    private static String moment(Utterance utterance, Context context) {
        var there = utterance.at().atZone(context.zone());
        return Prompts.day(there.toLocalDate()) + " " + there.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " "
                + context.zone();
    }

    private static String words(Vocabulary vocabulary) {
        List<String> lines = new ArrayList<>();
        lines.add("themes: " + names(vocabulary.themes()));
        lines.add("places: " + names(vocabulary.contexts()));
        for (Map.Entry<String, Filter> taught : vocabulary.taught().entrySet().stream().limit(TAUGHT).toList())
            lines.add("explained: " + Prompts.line(taught.getKey()) + " = "
                    + Prompts.line(FilterText.print(taught.getValue(), List.of(), null)));
        return String.join("\n", lines);
    }

    private static String names(List<String> names) {
        return Prompts.names(names.stream().limit(NAMES).map(Prompts::line).toList());
    }

    /** Titles that the person put right, beside the words they came from: how they like theirs. */
    private static String examples(Context context) {
        List<String> lines = context.lessons().get().stream().filter(MessageQuestion::isRenamed).limit(EXAMPLES)
                .map(task -> Prompts.line(Texts.line(task.source(), LONGEST_EXAMPLE)) + " → title: "
                        + Prompts.line(Texts.line(task.title(), LONGEST_EXAMPLE)))
                .toList();
        return lines.isEmpty() ? "(none)" : String.join("\n", lines);
    }

    private static boolean isRenamed(Task task) {
        Provenance title = task.provenance().get(Field.TITLE);
        return title != null && title.by() == Actor.USER && !task.source().isBlank()
                && !task.source().equalsIgnoreCase(task.title());
    }

    /** The tasks shown last, since words like "2" or "it" mean them, and those that share a word with the message. */
    private static List<TaskTitle> known(Utterance utterance, Context context) {
        List<TaskTitle> titles = context.titles().get();
        List<TaskTitle> known = new ArrayList<>();
        for (TaskId id : context.shown().stream().limit(SHOWN).toList())
            titles.stream().filter(title -> title.id().equals(id)).findFirst().ifPresent(known::add);
        Set<String> said = Essence.of(utterance.text());
        Set<TaskTitle> listed = new HashSet<>(known);
        titles.stream().filter(title -> !listed.contains(title) && sharesWord(title, said)).limit(ALIKE)
                .forEach(known::add);
        return known;
    }

    private static boolean sharesWord(TaskTitle title, Set<String> said) {
        return Essence.of(title.title()).stream().anyMatch(word -> word.length() > 1 && said.stream()
                .anyMatch(other -> other.equals(word) || isSameRoot(word, other)));
    }

    /** Long words that begin alike: verbs and their nouns, a name and its short form. */
    private static boolean isSameRoot(String word, String other) {
        int root = 4;
        return word.length() >= root && other.length() >= root && word.regionMatches(0, other, 0, root);
    }

    private static String listed(List<TaskTitle> tasks, Context context) {
        if (tasks.isEmpty())
            return "(none)";
        StringBuilder list = new StringBuilder();
        for (TaskTitle task : tasks) {
            int place = context.shown().indexOf(task.id());
            list.append("id ").append(task.id());
            if (place >= 0)
                list.append(", number ").append(place + 1).append(" of the last list");
            if (task.status() != Status.OPEN)
                list.append(", ").append(task.status().jsonName());
            if (task.due() != null)
                list.append(", due ").append(Prompts.day(task.due().dayIn(context.zone())));
            list.append(": ").append(Prompts.line(task.title())).append('\n');
        }
        return list.toString().strip();
    }
}
