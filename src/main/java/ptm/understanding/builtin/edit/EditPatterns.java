package ptm.understanding.builtin.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.task.Field;
import ptm.task.Step;
import ptm.task.TaskEdit;
import ptm.understanding.Verb;

/** Edits that carry words to keep as they are: a new title, steps, a note. The rest of the text names the task. */
final class EditPatterns {

    /**
     * @param subject the words that name the task
     * @param weight  how much this speaks of an edit
     */
    record Said(Verb verb, String subject, TaskEdit edit, String words, double weight) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String OPEN = "[«\"“„']";
    private static final String CLOSE = "[»\"”“']";

    private static final List<Pattern> RENAMES = List.of(
            Pattern.compile("^(?:\\S+\\s+){0,2}?(?:rename|retitle|переименуй\\S*|переименовать)\\s+(.{1,200}?)\\s+"
                    + "(?:to|as|into|в|на|как)\\s*:?\\s*" + OPEN + "?(.{1,200}?)" + CLOSE + "?[.!]?$", FLAGS),
            Pattern.compile("^(?:\\S+\\s+){0,2}?(?:rename|retitle|переименуй\\S*|переименовать)\\s+(.{1,200}?)\\s*[:→]"
                    + "\\s*" + OPEN + "?(.{1,200}?)" + CLOSE + "?[.!]?$", FLAGS),
            Pattern.compile("^(?:please\\s+)?(?:call|назови)\\s+(it|this|that|this one|the last one|его|её|ее|это"
                    + "|эту|\\d{1,2}|the \\S{1,30} (?:task|one))\\s+" + OPEN + "(.{1,200}?)" + CLOSE + "[.!]?$",
                    FLAGS),
            Pattern.compile(
                    "^(?:change|set|поменяй|измени|смени|исправь)\\s+(?:the\\s+)?(?:title|name|название|заголовок)"
                            + "\\s+(?:of\\s+|у\\s+)?(.{0,200}?)\\s+(?:to|на)\\s+" + OPEN + "?(.{1,200}?)" + CLOSE
                            + "?[.!]?$",
                    FLAGS));
    private static final Pattern STEPS = Pattern.compile(
            "(?:sub-?tasks?|(?:sub-?)?steps?|подзадач\\p{L}{0,3}|подпункт\\p{L}{0,3}|шаг\\p{L}{0,3})(?![\\p{L}])"
                    + "([^:]{0,120}):\\s*(.{1,2000})$",
            FLAGS | Pattern.DOTALL);
    private static final Pattern STEP_LAST = Pattern.compile("^(?:к|ко|в|для|у|in|to|for)\\s+(.{1,120}?),?\\s+"
            + "(?:добавь|допиши|добавить|add)\\s+(?:a\\s+|ещё\\s+|еще\\s+)?(?:шаг|подзадачу|подпункт|пункт|step|subtask)"
            + "\\s*[:—-]?\\s*" + OPEN + "?(.{1,200}?)" + CLOSE + "?$", FLAGS);
    private static final Pattern STEP_MIDDLE = Pattern.compile("^(?:добавь|допиши|добавить|add)\\s+(?:к|ко|в|to)\\s+"
            + "(.{1,120}?)\\s+(?:a\\s+|ещё\\s+|еще\\s+)?(?:шаг|подзадачу|подпункт|пункт|step|subtask)\\s*[:—-]?\\s*"
            + OPEN + "?(.{1,200}?)" + CLOSE + "?$", FLAGS);
    private static final Pattern STEP_FIRST = Pattern.compile("^(?:добавь|допиши|add)\\s+(?:a\\s+|ещё\\s+|еще\\s+)?"
            + "(?:шаг|подзадачу|подпункт|пункт|step|subtask)\\s+" + OPEN + "(.{1,200}?)" + CLOSE
            + "\\s+(?:к|ко|в|для|to|for)\\s+(.{1,120})$", FLAGS);
    private static final Pattern NOTE = Pattern.compile("^(?:(?:add|write|put|добавь|допиши|запиши|напиши)\\s+)?"
            + "(?:a\\s+|the\\s+|в\\s+)?(?:note|description|comment|заметк\\p{L}{1,2}|описани\\p{L}|коммент\\p{L}{0,6}"
            + "|примечани\\p{L})(?![\\p{L}])\\s*([^:]{0,120}):\\s*(.{1,5000})$", FLAGS | Pattern.DOTALL);
    private static final Pattern ADD_TO = Pattern.compile(
            "^(?:добавь|допиши|add)\\s+(?:к|ко|to)\\s+([^:]{1,120}):\\s*(.{1,5000})$", FLAGS | Pattern.DOTALL);
    private static final Pattern SPLIT = Pattern.compile("^(?:split|break|divide|раздели|разбей|подели|раздробь?)\\s+"
            + "(.{1,120}?)\\s+(?:up\\s+)?(?:into|на)\\s*:?\\s+(.{1,2000})$", FLAGS | Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("\\s*[,;\\n]\\s*|\\s+(?:and|и)\\s+");
    private static final Pattern JUST_PARTS = Pattern.compile(
            "(?:.{0,20}\\s)?(?:шаги|шага|части|части|подзадачи|куски|этапы|steps?|parts?|pieces|chunks|subtasks|tasks|bits)"
                    + "(?:\\s.{0,20})?|\\d+",
            FLAGS);

    private EditPatterns() {}

    static @Nullable Said find(String text) {
        String whole = text.strip();
        Said said = rename(whole);
        if (said == null)
            said = steps(whole);
        if (said == null)
            said = split(whole);
        return said == null ? note(whole) : said;
    }

    private static @Nullable Said rename(String text) {
        for (Pattern pattern : RENAMES) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find() && text.indexOf('\n') < 0)
                return new Said(Verb.SET, matcher.group(1), new TaskEdit.Rename(matcher.group(2).strip()),
                        matcher.group(2), 4);
        }
        return null;
    }

    private static @Nullable Said steps(String text) {
        Matcher matcher = STEPS.matcher(text);
        if (matcher.find())
            return step(text.substring(0, matcher.start()) + " " + matcher.group(1), matcher.group(2));
        matcher = STEP_LAST.matcher(text);
        if (matcher.find())
            return step(matcher.group(1), matcher.group(2));
        matcher = STEP_MIDDLE.matcher(text);
        if (matcher.find())
            return step(matcher.group(1), matcher.group(2));
        matcher = STEP_FIRST.matcher(text);
        return matcher.find() ? step(matcher.group(2), matcher.group(1)) : null;
    }

    private static Said step(String subject, String words) {
        List<String> steps = words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new Said(Verb.ADD_STEP, subject, plan(steps), words, 5);
    }

    private static @Nullable Said split(String text) {
        Matcher matcher = SPLIT.matcher(text);
        if (!matcher.find() || JUST_PARTS.matcher(matcher.group(2)).matches())
            return null;
        List<String> steps = new ArrayList<>();
        for (String part : PARTS.split(matcher.group(2).replaceAll("(?iu)\\s+(?:отдельно|separately)\\.?$", "")))
            if (!part.isBlank())
                steps.add(part.strip());
        return steps.size() < 2 ? null : new Said(Verb.SPLIT, matcher.group(1), plan(steps), matcher.group(2), 4);
    }

    private static TaskEdit plan(List<String> steps) {
        return new TaskEdit.Plan(steps.stream().map(Step::titled).toList());
    }

    private static @Nullable Said note(String text) {
        for (Pattern pattern : List.of(NOTE, ADD_TO)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find())
                return new Said(Verb.SET, matcher.group(1), new TaskEdit.Describe(Field.DESCRIPTION,
                        matcher.group(2).strip()), matcher.group(2), 3.5);
        }
        return null;
    }
}
