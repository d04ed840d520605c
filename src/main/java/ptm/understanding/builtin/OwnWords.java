package ptm.understanding.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.understanding.Vocabulary;

/** The person's own names and words as a lexicon: their word for a thing wins over everybody's. */
final class OwnWords {

    private OwnWords() {}

    static Lexicon of(Vocabulary vocabulary, Lexicon common) {
        Lexicon own = new Lexicon();
        for (String theme : vocabulary.themes())
            name(own, theme, new Filter.Names(NameField.THEME, List.of(theme)));
        for (String context : vocabulary.contexts())
            name(own, context, new Filter.Names(NameField.CONTEXT, List.of(context)));
        for (Map.Entry<String, Filter> taught : vocabulary.taught().entrySet())
            add(own, taught.getKey(), entry(taught.getValue(), ""));
        return own;
    }

    private static void name(Lexicon own, String name, Filter filter) {
        add(own, name, entry(filter, "name"));
    }

    private static void add(Lexicon own, String phrase, Entry entry) {
        List<String> words = new ArrayList<>();
        for (Word word : Words.of(phrase))
            if (!word.isMark())
                words.add(word.plain());
        if (!words.isEmpty())
            own.add(words, entry);
    }

    private static Entry entry(Filter mean, String kind) {
        return new Entry(mean, null, List.of(), "", "", "", "", null, Map.of(), kind);
    }
}
