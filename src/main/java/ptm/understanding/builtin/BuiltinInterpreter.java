package ptm.understanding.builtin;

import ptm.understanding.builtin.dump.DraftReader;
import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.intent.ClueReader;
import ptm.understanding.builtin.intent.Clues;
import ptm.understanding.builtin.intent.IntentReader;
import ptm.understanding.builtin.intent.Purpose;
import ptm.understanding.builtin.lexicon.KeyboardLayout;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Respelling;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.request.Conditions;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.talk.TalkReader;
import ptm.understanding.builtin.time.TimeReader;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.NumberField;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Preset;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.understanding.Answer;
import ptm.understanding.Asked;
import ptm.understanding.Context;
import ptm.understanding.Engine;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;

/** The engine that needs no model: reads an utterance as each thing it may be, then says which it is. */
final class BuiltinInterpreter implements Interpreter {

    private static final double SURELY_KEPT = 0.8;
    /** An explanation of which less was understood teaches nothing. */
    private static final double CLEAR = 0.5;

    /** Below it, words in which no command was read are rather a new task: that is shown, and undone with a tap. */
    private static final double SURELY_AN_EDIT = 0.75;
    /** Of an edit about which nothing was understood but that it is one. */
    private static final double VAGUE = 0.5;

    private static final double SURE = 0.95;
    /** From so many minutes on, free time is planned. */
    private static final int PLANNED = 60;

    private final KeyboardLayout layout;
    private final Respelling respelling;
    private final TalkReader talk = new TalkReader();
    private final DraftReader draftReader;
    private final ClueReader clues;
    private final IntentReader intents;

    BuiltinInterpreter(Lexicon lexicon, TimeReader times, DraftReader draftReader, EstimatorThemes themes) {
        this.layout = new KeyboardLayout(lexicon);
        this.respelling = new Respelling(lexicon);
        this.draftReader = draftReader;
        this.clues = new ClueReader(lexicon, times, themes);
        this.intents = IntentReader.load(lexicon, DumpWords.load());
    }

    @Override
    public Interpretation interpret(Utterance written, Context context) {
        Utterance utterance = written.origin().isOwn()
                ? new Utterance(layout.mend(written.text()), written.at(), written.origin())
                : written;
        List<Word> words = respelling.russian(Words.of(utterance.text()));
        Language language = ClueReader.language(words, context);
        if (!utterance.origin().isOwn())
            return capture(utterance, context, language, 0.9);
        Interpretation lesson = lesson(utterance, language, context);
        if (lesson != null)
            return lesson;
        Intent.About about = talk.about(words, context);
        if (about != null)
            return new Interpretation(about, language, Engine.BUILTIN, SURE, List.of(), List.of());
        if (IntentReader.isDump(words))
            return capture(utterance, context, language, SURE);
        Clues read = clues.read(utterance, words, context);
        IntentReader.Verdict verdict = intents.read(read);
        Intent.Ask ask = talk.ask(words, context);
        if (ask != null && (verdict.purpose() == Purpose.CAPTURE || !isClear(read.request(), ask)))
            return new Interpretation(ask, language, Engine.BUILTIN, SURE, List.of(), List.of());
        Interpretation meant =
                verdict.purpose() == Purpose.REQUEST ? null : mended(utterance, words, language, context);
        if (meant != null)
            return meant;
        String sought = verdict.purpose() == Purpose.CAPTURE ? talk.search(words, context) : null;
        if (sought != null)
            return search(utterance, sought, language);
        return switch (verdict.purpose()) {
            case REQUEST -> request(utterance, read.request(), words, language, verdict.probability());
            case EDIT -> read.edit().commands().isEmpty() && verdict.probability() < SURELY_AN_EDIT
                    ? capture(utterance, context, language, 1 - verdict.probability())
                    : edit(read.edit(), language, verdict.probability());
            case SMALLTALK -> new Interpretation(new Intent.Smalltalk(), language, Engine.BUILTIN,
                    verdict.probability(), List.of(), List.of());
            case CAPTURE -> capture(utterance, context, language, verdict.probability());
        };
    }

    /** «пакажи», "wrok": a text that is a request, and nothing but one, once its slips are mended. */
    private @Nullable Interpretation mended(Utterance utterance, List<Word> words, Language language,
            Context context) {
        List<Word> meant = respelling.mended(words);
        if (meant == null)
            return null;
        Clues read = clues.read(utterance, meant, context);
        IntentReader.Verdict verdict = intents.read(read);
        RequestReading request = read.request();
        return verdict.purpose() == Purpose.REQUEST && !request.parts().isEmpty() && request.unread().isEmpty()
                ? request(utterance, request, meant, language, verdict.probability())
                : null;
    }

    private @Nullable Interpretation lesson(Utterance utterance, Language language, Context context) {
        TeachReader.Lesson lesson = new TeachReader().read(utterance.text());
        if (lesson == null)
            return null;
        RequestReading meaning = clues.request(lesson.meaning(), utterance, context);
        if (meaning.parts().isEmpty() || meaning.confidence() < CLEAR)
            return null;
        return new Interpretation(new Intent.Teach(lesson.word(), Conditions.said(meaning.parts())), language,
                Engine.BUILTIN, meaning.confidence(), texts(meaning.unread()), List.of());
    }

    /** Where no command was read the person is told so, and offered to keep the words as a task. */
    private static Interpretation edit(EditReader.Reading edit, Language language, double probability) {
        double clear = edit.commands().isEmpty() ? VAGUE : edit.confidence();
        return new Interpretation(new Intent.Edit(edit.commands()), language, Engine.BUILTIN, probability * clear,
                edit.unread(), edit.pieces());
    }

    /** A search for what the person has, whatever else the words could be. */
    private static Interpretation search(Utterance utterance, String sought, Language language) {
        Preset preset = new Preset(null, null, utterance.text().strip(),
                Filter.all(Filter.OPEN, Filter.BEGUN, new Filter.Words(sought)),
                List.of(OrderKey.desc(OrderField.FIT)), null, false);
        return new Interpretation(new Intent.Request(preset, Answer.ALL), language, Engine.BUILTIN, SURE, List.of(),
                List.of());
    }

    /** Whether a question was read as a request for tasks without anything left over. */
    private static boolean isClear(RequestReading request, Intent.Ask ask) {
        if (ask.what() == Asked.RUNNING || ask.what() == Asked.WHEN)
            return false;
        boolean reads = request.parts().size() > request.guessed() && request.unread().isEmpty()
                && request.guessed() == 0;
        return ask.tasks().isEmpty() ? request.parts().size() > request.guessed() : reads && ask.what() == Asked.CARD;
    }

    /** As the request was read, or what its whole sentence says of the answer that is wanted. */
    private Answer answer(RequestReading reading, List<Word> words) {
        if (reading.answer() != Answer.LIST || reading.limit() != null)
            return reading.answer();
        if (talk.is("count", words))
            return Answer.COUNT;
        if (talk.is("all", words))
            return Answer.ALL;
        boolean isLong = !reading.isOrdered() && reading.parts().stream().map(RequestReading.Part::filter)
                .anyMatch(BuiltinInterpreter::isLong);
        if (isLong && talk.is("plan", words))
            return Answer.PLAN;
        return talk.is("pick", words) ? Answer.LIST : Answer.of(reading.where());
    }

    private static boolean isLong(Filter filter) {
        return filter instanceof Filter.Range(NumberField field, var _, Integer most) && field == NumberField.MINUTES
                && most != null && most >= PLANNED;
    }

    private Interpretation capture(Utterance utterance, Context context, Language language, double confidence) {
        DraftReader.Reading reading = draftReader.read(utterance, language, context);
        if (reading.drafts().isEmpty() && utterance.origin().isOwn() && confidence < SURELY_KEPT)
            return new Interpretation(new Intent.Smalltalk(), language, Engine.BUILTIN, confidence, List.of(),
                    List.of());
        if (reading.drafts().isEmpty() && !utterance.text().isBlank())
            return new Interpretation(new Intent.Capture(List.of(whole(utterance))), language, Engine.BUILTIN, 0.4,
                    List.of(), List.of());
        return new Interpretation(new Intent.Capture(reading.drafts()), language, Engine.BUILTIN, confidence,
                reading.leftOut(), reading.pieces());
    }

    /** What was surely meant to be kept, but where no task was found, is one. */
    private static TaskDraft whole(Utterance utterance) {
        String title = utterance.text().strip().replaceAll("\\s+", " ");
        int end = title.offsetByCodePoints(0, Math.min(200, title.codePointCount(0, title.length())));
        return new TaskDraft(utterance.text().strip(),
                List.of(new Proposed(new TaskEdit.Rename(title.substring(0, end)),
                        Provenance.guessed(utterance.at(), 0.4))));
    }

    private Interpretation request(Utterance utterance, RequestReading reading, List<Word> words,
            Language language, double confidence) {
        Preset preset = new Preset(null, null, utterance.text().strip(), reading.where(), reading.order(),
                reading.limit(), false);
        List<Piece> pieces = reading.parts().stream().map(part -> piece(utterance.text(), words, part)).toList();
        return new Interpretation(new Intent.Request(preset, answer(reading, words)), language, Engine.BUILTIN,
                confidence * reading.confidence(), texts(reading.unread()), pieces);
    }

    private static Piece piece(String text, List<Word> words, RequestReading.Part part) {
        int from = words.get(part.from()).from();
        int until = words.get(part.until() - 1).until();
        return new Piece("preset.where." + Conditions.fieldName(part.filter()), text.substring(from, until),
                text.codePointCount(0, from), text.codePointCount(0, until), part.confidence());
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
