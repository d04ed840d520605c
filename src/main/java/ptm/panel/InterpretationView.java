package ptm.panel;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.FilterJson;
import ptm.filter.FilterSentence;
import ptm.filter.Preset;
import ptm.filter.Wording;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskId;
import ptm.understanding.Answer;
import ptm.understanding.Asked;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Piece;

/** An interpretation as JSON (CONTRACT §3). */
final class InterpretationView {
    private static final Wording WORDS = new Wording("reading");
    private static final int TITLES_SHOWN = 3;

    private final ZoneId zone;
    private final Language language;
    private final List<String> editedTitles;

    /** @param editedTitles of the tasks that an edit means, for its explanation */
    InterpretationView(ZoneId zone, Language language, List<String> editedTitles) {
        this.zone = zone;
        this.language = language;
        this.editedTitles = editedTitles;
    }

    Map<String, Object> of(Interpretation read, Function<TaskDraft, Task> preview) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("intent", intent(read.intent()));
        view.put("language", read.language().code());
        view.put("by", read.by().jsonName());
        view.put("confidence", read.confidence());
        view.put("explanation", explanation(read.intent()));
        view.put("unread", read.unread());
        switch (read.intent()) {
            case Intent.Capture(List<TaskDraft> drafts) ->
                    view.put("drafts",
                            drafts.stream().map(draft -> TaskView.draft(preview.apply(draft), zone)).toList());
            case Intent.Request(Preset preset, Answer answer) -> {
                view.put("preset", FilterJson.write(preset));
                view.put("answer", answer.jsonName());
            }
            case Intent.Edit(List<EditCommand> commands) ->
                    view.put("edits", commands.stream().map(this::edit).toList());
            case Intent.Teach(String word, Filter meaning) ->
                    view.put("teach", Map.of("word", word, "where", FilterJson.write(meaning)));
            case Intent.Ask(Asked _, List<TaskId> tasks, String words) -> {
                view.put("preset", FilterJson.write(asked(words)));
                view.put("answer", Answer.LIST.jsonName());
                view.put("tasks", ids(tasks));
            }
            case Intent.About _,Intent.Smalltalk _ -> {
            }
        }
        view.put("pieces", read.pieces().stream().map(InterpretationView::piece).toList());
        return view;
    }

    /** What a question is about, as a filter. */
    private static Preset asked(String words) {
        return Preset.of(words.isBlank() ? Filter.OPEN : Filter.all(Filter.OPEN, new Filter.Words(words)), List.of(),
                null);
    }

    private static String intent(Intent intent) {
        return switch (intent) {
            case Intent.Capture _ -> "capture";
            case Intent.Request _,Intent.Ask _ -> "request";
            case Intent.Edit _ -> "edit";
            case Intent.Teach _ -> "teach";
            case Intent.About _,Intent.Smalltalk _ -> "smalltalk";
        };
    }

    private Map<String, Object> edit(EditCommand command) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("verb", command.verb().jsonName());
        view.put("tasks", ids(command.tasks()));
        if (!command.candidates().isEmpty())
            view.put("candidates", ids(command.candidates()));
        if (!command.set().isEmpty())
            view.put("set", EditView.set(command.set(), zone));
        return view;
    }

    private static List<Long> ids(List<TaskId> tasks) {
        return tasks.stream().map(TaskId::value).toList();
    }

    private static Map<String, Object> piece(Piece piece) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("of", piece.of());
        view.put("words", piece.words());
        view.put("from", piece.from());
        view.put("to", piece.until());
        view.put("confidence", piece.confidence());
        return view;
    }

    private String explanation(Intent intent) {
        return switch (intent) {
            case Intent.Capture(List<TaskDraft> drafts) -> say("capture", drafts.size(), shortList(
                    drafts.stream().map(TaskDraft::title).toList()));
            case Intent.Request(Preset preset, Answer answer) ->
                    say(answer == Answer.COUNT ? "request.count" : "request", sentence(preset.where(), preset));
            case Intent.Edit(List<EditCommand> commands) -> edit(commands);
            case Intent.Teach(String word, Filter meaning) -> say("teach", word, sentence(meaning,
                    Preset.of(meaning, List.of(), null)));
            case Intent.Ask(Asked _, List<TaskId> _, String words) ->
                    say("request", sentence(asked(words).where(), asked(words)));
            case Intent.About _,Intent.Smalltalk _ -> say("smalltalk");
        };
    }

    private String edit(List<EditCommand> commands) {
        if (commands.isEmpty())
            return say("smalltalk");
        String verb = say("verb." + commands.getFirst().verb().jsonName());
        boolean unclear = commands.stream().anyMatch(command -> !command.candidates().isEmpty());
        if (unclear)
            return say("edit", verb, say("edit.which"));
        return editedTitles.isEmpty() ? verb : say("edit", verb, shortList(editedTitles));
    }

    private String sentence(Filter where, Preset preset) {
        String title = FilterSentence.describe(where, preset.order(), preset.limit(), language).title();
        return title.isEmpty() ? say("request.everything") : title;
    }

    private static String shortList(List<String> titles) {
        String shown = String.join("; ", titles.subList(0, Math.min(TITLES_SHOWN, titles.size())));
        return titles.size() > TITLES_SHOWN ? shown + "; …" : shown;
    }

    private String say(String key, Object... arguments) {
        return WORDS.say(key, language, arguments);
    }
}
