package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.time.TimePiece;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeScene;
import ptm.understanding.builtin.time.TimeValue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskEdit;
import ptm.task.When;
import ptm.understanding.Context;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** Finds the new values in an edit: dates and effort, a title, steps; the rest names the task. */
final class EditValues {

    /** @param object the words that name the task */
    record Split(List<Word> object, List<Proposed> values, List<Piece> pieces) {}

    private static final Pattern RENAME = Pattern.compile(
            "(?:rename|retitle|call|переимену\\S*|назови)\\s+(.+?)\\s+(?:to|as|into|в|на|как)?\\s*[:«\"“]?\\s*([^»\"”]+)[»\"”]?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern STEP =
            Pattern.compile("(?:sub-?task|step|подзадач\\S*|подпункт\\S*|шаг\\S*)[^:]*:\\s*(.+)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> LINKS = Set.of("to", "on", "for", "until", "till", "by", "at", "due", "deadline",
            "of", "the", "from", "date", "it", "make", "move", "на", "до", "к", "ко", "с", "в", "во", "по", "срок",
            "дедлайн", "у", "поставь", "перенеси", "лучше", "давай", "тогда");

    private final Utterance utterance;
    private final Context context;
    private final TimeReader times;

    EditValues(TimeReader times, Utterance utterance, Context context) {
        this.times = times;
        this.utterance = utterance;
        this.context = context;
    }

    Split split(Verb verb, List<Word> object, String text) {
        if (verb != Verb.SET && verb != Verb.SNOOZE && verb != Verb.ADD_STEP)
            return new Split(object, List.of(), List.of());
        Matcher step = STEP.matcher(text);
        if (verb == Verb.ADD_STEP && step.find())
            return new Split(before(object, step.start(1)), List.of(plan(step.group(1).strip())), List.of());
        Matcher rename = RENAME.matcher(text);
        if (verb == Verb.SET && rename.find() && !rename.group(2).isBlank())
            return new Split(before(object, rename.start(2)), List.of(said(new TaskEdit.Rename(rename.group(2).strip()),
                    rename.group(2), 0.9)), List.of());
        TimeReading reading = times.read(text, scene());
        List<Word> left = object.stream().filter(word -> reading.pieces().stream()
                .noneMatch(piece -> covers(text, piece, word))).filter(word -> !LINKS.contains(word.plain())).toList();
        List<Piece> pieces = reading.pieces().stream().map(piece -> new Piece("edits[0].set." + name(piece.value()),
                piece.words(), piece.from(), piece.until(), piece.confidence())).toList();
        return new Split(left, proposed(verb, reading), pieces);
    }

    private static boolean covers(String text, TimePiece piece, Word word) {
        int from = text.codePointCount(0, word.from());
        return from >= piece.from() && from < piece.until();
    }

    private static List<Word> before(List<Word> object, int offset) {
        return object.stream().filter(word -> word.until() <= offset && !LINKS.contains(word.plain())).toList();
    }

    private Proposed plan(String title) {
        return said(new TaskEdit.Plan(List.of(ptm.task.Step.titled(title))), title, 0.9);
    }

    private Proposed said(TaskEdit edit, String words, double confidence) {
        return new Proposed(edit, Provenance.said(utterance.at(), confidence, words.strip()));
    }

    private TimeScene scene() {
        return new TimeScene(utterance.at().atZone(context.zone()), context.language(), context.times());
    }

    /** The values that a text alone gives. */
    List<Proposed> values(String text) {
        return proposed(Verb.SET, times.read(text, scene()));
    }

    /** Whether a text is time words and nothing more. */
    boolean isNothingElse(List<Word> words) {
        String text = utterance.text();
        TimeReading reading = times.read(text, scene());
        return !reading.pieces().isEmpty() && words.stream().allMatch(word -> word.isMark()
                || LINKS.contains(word.plain())
                || reading.pieces().stream().anyMatch(piece -> covers(text, piece, word)));
    }

    private List<Proposed> proposed(Verb verb, TimeReading reading) {
        List<Proposed> values = new ArrayList<>();
        for (TimePiece piece : reading.pieces()) {
            TaskEdit edit = edit(verb, piece.value());
            if (values.stream().noneMatch(one -> one.edit().field() == edit.field()))
                values.add(said(edit, piece.words(), piece.confidence()));
        }
        return values;
    }

    private TaskEdit edit(Verb verb, TimeValue value) {
        return switch (value) {
            case TimeValue.Due due ->
                    verb == Verb.SNOOZE ? hide(due.when()) : new TaskEdit.Reschedule(due.when(), due.kind());
            case TimeValue.Start start -> verb == Verb.SNOOZE ? hide(start.when()) : new TaskEdit.Begin(start.when());
            case TimeValue.Effort effort -> verb == Verb.SNOOZE
                    ? new TaskEdit.Hide(utterance.at().plusSeconds(60L * effort.minutes()))
                    : new TaskEdit.Estimate(effort.minutes());
            case TimeValue.Repeat repeat -> new TaskEdit.Repeat(repeat.rule(), ptm.task.RepeatFrom.DUE);
            case TimeValue.Reminder reminder -> new TaskEdit.Remind(List.of(reminder.at()));
        };
    }

    private TaskEdit hide(When when) {
        ZoneId zone = context.zone();
        return new TaskEdit.Hide(when.startsAt(zone));
    }

    private static String name(TimeValue value) {
        return switch (value) {
            case TimeValue.Due due -> "due";
            case TimeValue.Start start -> "start";
            case TimeValue.Effort effort -> "minutes";
            case TimeValue.Repeat repeat -> "repeat";
            case TimeValue.Reminder reminder -> "reminders";
        };
    }
}
