package ptm.understanding.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Step;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.Interpreter;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;
import ptm.understanding.llm.MessageAnswer.Draft;

/** Drafts of a model's answer: titles are the model's, every date is ours. */
final class DraftsReader {
    private static final int MAX_DRAFTS = 100;
    private static final int MAX_STEPS = 50;
    private static final int LONGEST_DETAILS = 2_000;

    private final SaidValues said;
    private final Refusals refusals;

    DraftsReader(Interpreter builtin, Refusals refusals) {
        this.said = new SaidValues(builtin);
        this.refusals = refusals;
    }

    /** @throws AnnotatorUnavailable if there is no draft among them */
    List<TaskDraft> read(@Nullable List<Draft> given, Utterance utterance, Context context) {
        List<TaskDraft> drafts = new ArrayList<>();
        for (Draft draft : given == null ? List.<Draft>of() : given) {
            String title = draft == null ? "" : Texts.line(draft.title(), Texts.TITLE);
            boolean isOne = title.codePoints().anyMatch(Character::isLetterOrDigit) && drafts.size() < MAX_DRAFTS;
            refusals.countIf(!isOne, "draft.title");
            if (draft != null && isOne)
                drafts.add(draft(draft, title, utterance, context));
        }
        if (drafts.isEmpty())
            throw new AnnotatorUnavailable("the model found no task in a dump");
        return drafts;
    }

    private TaskDraft draft(Draft draft, String title, Utterance utterance, Context context) {
        String words = cited(draft.words(), utterance, "draft.words");
        String source = words.isEmpty() ? title : words;
        String when = cited(draft.when(), utterance, "draft.when");
        Provenance ours = ModelProvenance.ofReading(utterance.at());
        List<Proposed> values = new ArrayList<>();
        values.add(new Proposed(new TaskEdit.Rename(title), ours));
        List<Proposed> read = said.all(title, source, when, utterance, context);
        refusals.countIf(!when.isEmpty() && read.stream().allMatch(value -> value.provenance().said() == null),
                "draft.when.unread");
        values.addAll(read);
        String details = Texts.cut(draft.details(), LONGEST_DETAILS);
        if (!details.isEmpty())
            values.add(new Proposed(new TaskEdit.Describe(Field.DESCRIPTION, details), ours));
        List<Step> steps = steps(draft.steps());
        if (!steps.isEmpty())
            values.add(new Proposed(new TaskEdit.Plan(steps), ours));
        return new TaskDraft(source, values);
    }

    private String cited(@Nullable String words, Utterance utterance, String field) {
        String cited = Texts.cited(words, utterance.text());
        refusals.countIf(words != null && !words.isBlank() && cited.isEmpty(), field);
        return cited;
    }

    static List<Step> steps(@Nullable List<String> titles) {
        return titles == null
                ? List.of()
                : titles.stream().map(title -> Texts.line(title, Texts.TITLE)).filter(title -> !title.isEmpty())
                        .limit(MAX_STEPS).map(Step::titled).toList();
    }

    /** Which words of the message gave which value of which draft. */
    static List<Piece> pieces(List<TaskDraft> drafts, Utterance utterance) {
        String text = utterance.text();
        String lower = text.toLowerCase(Locale.ROOT);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++)
            for (Proposed value : drafts.get(i).values()) {
                String words = value.provenance().said();
                int from = words == null || lower.length() != text.length()
                        ? -1
                        : lower.indexOf(words.toLowerCase(Locale.ROOT));
                if (words != null && !words.isEmpty() && from >= 0)
                    pieces.add(new Piece("drafts[" + i + "]." + value.edit().field().jsonName(),
                            text.substring(from, from + words.length()), text.codePointCount(0, from),
                            text.codePointCount(0, from + words.length()), value.provenance().confidence()));
            }
        return pieces;
    }
}
