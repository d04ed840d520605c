package ptm.understanding.builtin;

import ptm.understanding.builtin.dump.DraftReader;
import ptm.understanding.builtin.dump.DumpWords;
import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.request.Conditions;
import ptm.understanding.builtin.request.Item;
import ptm.understanding.builtin.request.OwnWords;
import ptm.understanding.builtin.request.RequestDates;
import ptm.understanding.builtin.request.RequestItems;
import ptm.understanding.builtin.request.RequestReader;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.talk.TalkReader;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeReading;
import ptm.understanding.builtin.time.TimeScene;

import java.time.ZonedDateTime;
import java.util.List;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.NumberField;
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
    private static final double SURE = 0.95;
    /** From so many minutes on, free time is planned. */
    private static final int PLANNED = 60;

    private final Lexicon lexicon;
    private final Spelling spelling;
    private final TimeReader times;
    private final DraftReader draftReader;
    private final EstimatorThemes themes;
    private final TalkReader talk = new TalkReader();
    private final DumpWords verbs = DumpWords.load();

    BuiltinInterpreter(Lexicon lexicon, TimeReader times, DraftReader draftReader, EstimatorThemes themes) {
        this.themes = themes;
        this.lexicon = lexicon;
        this.spelling = new Spelling(lexicon);
        this.times = times;
        this.draftReader = draftReader;
    }

    @Override
    public Interpretation interpret(Utterance utterance, Context context) {
        List<Word> words = Words.of(utterance.text());
        Language language = language(words, context);
        if (!utterance.origin().isOwn())
            return capture(utterance, context, language, 0.9);
        TeachReader.Lesson lesson = new TeachReader().read(utterance.text());
        if (lesson != null) {
            RequestReading meaning = request(lesson.meaning(), Words.of(lesson.meaning()), utterance, context);
            Filter filter = Conditions.said(meaning.parts());
            if (!meaning.parts().isEmpty() && meaning.confidence() >= CLEAR)
                return new Interpretation(new Intent.Teach(lesson.word(), filter), language, Engine.BUILTIN,
                        meaning.confidence(), texts(meaning.unread()), List.of());
        }
        Intent.About about = talk.about(words, context);
        if (about != null)
            return new Interpretation(about, language, Engine.BUILTIN, SURE, List.of(), List.of());
        boolean isShort = words.size() <= IntentReader.LONG;
        RequestReading request =
                isShort ? request(utterance.text(), words, utterance, context) : RequestReading.NOTHING;
        EditReader.Reading edit = isShort
                ? new EditReader(lexicon, spelling, times, utterance, context, words, request).read()
                : EditReader.Reading.NOTHING;
        TimeReading time = isShort
                ? times.read(utterance.text(),
                        new TimeScene(utterance.at().atZone(context.zone()), language, context.times()))
                : TimeReading.NOTHING;
        IntentReader.Verdict verdict = new IntentReader(lexicon, words, request, edit, context,
                new TaskShape(lexicon, verbs, words, request, time, utterance.text())).judge();
        Intent.Ask ask = talk.ask(words, context);
        if (ask != null && (verdict.intent().equals("capture") || !isClear(request, ask)))
            return new Interpretation(ask, language, Engine.BUILTIN, SURE, List.of(), List.of());
        return switch (verdict.intent()) {
            case "request" -> request(utterance, request, words, language, verdict.confidence());
            case "edit" -> new Interpretation(new Intent.Edit(edit.commands()), language, Engine.BUILTIN,
                    verdict.confidence() * edit.confidence(), edit.unread(), edit.pieces());
            case "smalltalk" -> new Interpretation(new Intent.Smalltalk(), language, Engine.BUILTIN,
                    verdict.confidence(), List.of(), List.of());
            default -> capture(utterance, context, language, verdict.confidence());
        };
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
        return new Interpretation(new Intent.Capture(reading.drafts()), language, Engine.BUILTIN, confidence, List.of(),
                reading.pieces());
    }

    /** What was surely meant to be kept, but where no task was found, is one. */
    private static TaskDraft whole(Utterance utterance) {
        String title = utterance.text().strip().replaceAll("\\s+", " ");
        int end = title.offsetByCodePoints(0, Math.min(200, title.codePointCount(0, title.length())));
        return new TaskDraft(utterance.text().strip(),
                List.of(new Proposed(new TaskEdit.Rename(title.substring(0, end)),
                        Provenance.guessed(utterance.at(), 0.4))));
    }

    private RequestReading request(String text, List<Word> words, Utterance utterance, Context context) {
        ZonedDateTime now = utterance.at().atZone(context.zone());
        OwnWords own = OwnWords.of(context.vocabulary(), themes);
        RequestDates dates = new RequestDates(now, context.times(), words);
        List<Item> items = new RequestItems(lexicon, own.lexicon(), dates, spelling, words, text,
                new TimeScene(now, language(words, context), context.times())).read();
        return new RequestReader(now, words, items, filter -> own.personal(filter, themes)).read();
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

    private static Language language(List<Word> words, Context context) {
        long letters = words.stream().filter(word -> Character.isLetter(word.plain().codePointAt(0))).count();
        long cyrillic = words.stream().filter(word -> Stems.isCyrillic(word.plain())).count();
        long latin = letters - cyrillic;
        return cyrillic == latin ? context.language() : cyrillic > latin ? Language.RU : Language.EN;
    }
}
