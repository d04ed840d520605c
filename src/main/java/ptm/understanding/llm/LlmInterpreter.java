package ptm.understanding.llm;

import java.time.LocalDate;
import java.util.List;

import ptm.task.TaskDraft;
import ptm.understanding.AnnotatorUnavailable;
import ptm.understanding.Context;
import ptm.understanding.Engine;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Utterance;

/**
 * Asks a model what a message means, once for the same words. It may say what is meant, never when: every date, time and
 * duration is read again by the built-in engine from the words the model cites.
 */
final class LlmInterpreter implements Interpreter {
    /** Longer messages are the built-in engine's: no answer would come while a person waits. */
    private static final int MAX_TEXT = 8_000;

    private final MessageReader reader;
    private final ModelCall model;
    private final String modelName;
    private final AskedFilter filters;
    private final DraftsReader drafts;
    private final EditsReader edits;
    private final AnswerCache cache = new AnswerCache();

    /** @param modelName tells its answers from those of another model */
    LlmInterpreter(MessageReader reader, ModelCall model, String modelName, Interpreter builtin, Refusals refusals) {
        this.reader = reader;
        this.model = model;
        this.modelName = modelName;
        this.filters = new AskedFilter(builtin, refusals);
        this.drafts = new DraftsReader(builtin, refusals);
        this.edits = new EditsReader(builtin, refusals);
    }

    @Override
    public Interpretation interpret(Utterance utterance, Context context) {
        if (utterance.text().length() > MAX_TEXT)
            throw new AnnotatorUnavailable("the message is too long to be asked about");
        MessageQuestion question = MessageQuestion.of(utterance, context);
        String key = AnswerCache.key(context.account(), modelName, question);
        LocalDate day = utterance.at().atZone(context.zone()).toLocalDate();
        MessageAnswer known = cache.find(key, day);
        if (known != null)
            return read(known, Engine.CACHE, question, utterance, context);
        MessageAnswer answer = model.ask(context.account(), utterance.text().length(),
                () -> reader.read(question.language().code(), question.moment(), question.words(), question.examples(),
                        question.listed(), question.message()));
        Interpretation read = read(answer, Engine.MODEL, question, utterance, context);
        cache.keep(key, answer, day);
        return read;
    }

    private Interpretation read(MessageAnswer answer, Engine by, MessageQuestion question, Utterance utterance,
            Context context) {
        return switch (answer.intent()) {
            case CAPTURE -> {
                List<TaskDraft> found = drafts.read(answer.drafts(), utterance, context);
                yield new Interpretation(new Intent.Capture(found), Texts.language(utterance.text()), by,
                        ModelProvenance.CONFIDENCE, List.of(), DraftsReader.pieces(found, utterance));
            }
            case REQUEST -> {
                if (answer.request() == null)
                    throw new AnnotatorUnavailable("the model named no request");
                AskedFilter.Reading asked = filters.read(answer.request(), utterance, context);
                yield of(asked.request(), by, asked.unread(), utterance);
            }
            case EDIT -> of(new Intent.Edit(edits.read(answer.edits(), question.known(), utterance, context)), by,
                    List.of(), utterance);
            case SMALLTALK -> of(new Intent.Smalltalk(), by, List.of(), utterance);
            case null -> throw new AnnotatorUnavailable("the model named no intent");
        };
    }

    private static Interpretation of(Intent intent, Engine by, List<String> unread, Utterance utterance) {
        return new Interpretation(intent, Texts.language(utterance.text()), by, ModelProvenance.CONFIDENCE, unread,
                List.of());
    }
}
