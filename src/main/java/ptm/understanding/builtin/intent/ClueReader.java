package ptm.understanding.builtin.intent;

import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.request.Item;
import ptm.understanding.builtin.request.OwnWords;
import ptm.understanding.builtin.request.RequestDates;
import ptm.understanding.builtin.request.RequestItems;
import ptm.understanding.builtin.request.RequestReader;
import ptm.understanding.builtin.request.RequestReading;
import ptm.understanding.builtin.time.TimeReader;
import ptm.understanding.builtin.time.TimeScene;

import java.time.ZonedDateTime;
import java.util.List;

import ptm.account.Language;
import ptm.understanding.Context;
import ptm.understanding.Utterance;

/** Has a text read by every reader, as if it were what that reader reads. Thread-safe. */
public final class ClueReader {

    private final Lexicon lexicon;
    private final Spelling spelling;
    private final TimeReader times;
    private final EstimatorThemes themes;

    public ClueReader(Lexicon lexicon, TimeReader times, EstimatorThemes themes) {
        this.lexicon = lexicon;
        this.spelling = new Spelling(lexicon);
        this.times = times;
        this.themes = themes;
    }

    /** @param words of the whole text */
    public Clues read(Utterance utterance, List<Word> words, Context context) {
        RequestReading request = request(utterance.text(), words, utterance, context);
        EditReader edits = new EditReader(lexicon, spelling, times, utterance, context, words, request);
        return new Clues(utterance.text(), words, request, edits.read(),
                times.read(utterance.text(), scene(utterance, words, context)), edits.hasTasks(),
                !context.shown().isEmpty());
    }

    /** A part of an utterance as a request. */
    public RequestReading request(String text, Utterance utterance, Context context) {
        return request(text, Words.of(text), utterance, context);
    }

    private RequestReading request(String text, List<Word> words, Utterance utterance, Context context) {
        ZonedDateTime now = utterance.at().atZone(context.zone());
        OwnWords own = OwnWords.of(context.vocabulary(), themes);
        RequestDates dates = new RequestDates(now, context.times(), words);
        List<Item> items = new RequestItems(lexicon, own.lexicon(), dates, spelling, words, text,
                scene(utterance, words, context)).read();
        return new RequestReader(now, words, items, filter -> own.personal(filter, themes)).read();
    }

    private static TimeScene scene(Utterance utterance, List<Word> words, Context context) {
        return new TimeScene(utterance.at().atZone(context.zone()), language(words, context), context.times());
    }

    /** The language most words are in; the person's where neither has more. */
    public static Language language(List<Word> words, Context context) {
        long letters = words.stream().filter(word -> Character.isLetter(word.plain().codePointAt(0))).count();
        long cyrillic = words.stream().filter(word -> Stems.isCyrillic(word.plain())).count();
        long latin = letters - cyrillic;
        return cyrillic == latin ? context.language() : cyrillic > latin ? Language.RU : Language.EN;
    }
}
