package ptm.understanding.builtin.request;

import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ptm.filter.Filter;
import ptm.filter.NameField;
import ptm.understanding.Vocabulary;

/** The person's own names and words: their word for a thing wins over everybody's. */
public final class OwnWords {

    static final OwnWords NONE = new OwnWords(Map.of());

    private final Lexicon lexicon = new Lexicon();
    private final Map<String, List<String>> themes;

    private OwnWords(Map<String, List<String>> themes) {
        this.themes = themes;
    }

    public static OwnWords of(Vocabulary vocabulary, EstimatorThemes known) {
        OwnWords own = new OwnWords(new LinkedHashMap<>());
        for (String theme : vocabulary.themes()) {
            own.add(theme, new Filter.Names(NameField.THEME, List.of(theme)), "name");
            String key = known.findKey(theme);
            if (key != null)
                own.themes.computeIfAbsent(key, none -> new ArrayList<>()).add(theme);
        }
        for (String context : vocabulary.contexts())
            own.add(context, new Filter.Names(NameField.CONTEXT, List.of(context)), "name");
        vocabulary.taught().forEach((word, meaning) -> own.add(word, meaning, ""));
        return own;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /** The same condition with the person's own names for the themes everybody has. */
    public Filter personal(Filter filter, EstimatorThemes known) {
        return themes.isEmpty() ? filter : switch (filter) {
            case Filter.Names names when names.field() == NameField.THEME -> new Filter.Names(NameField.THEME,
                    names.anyOf().stream().flatMap(name -> personal(name, known).stream()).distinct().toList());
            case Filter.All(List<Filter> parts) ->
                    new Filter.All(parts.stream().map(part -> personal(part, known)).toList());
            case Filter.Any(List<Filter> parts) ->
                    new Filter.Any(parts.stream().map(part -> personal(part, known)).toList());
            case Filter.Not(Filter part) -> new Filter.Not(personal(part, known));
            case Filter.Names names -> names;
            case Filter.Range range -> range;
            case Filter.Window window -> window;
            case Filter.Present present -> present;
            case Filter.Words words -> words;
        };
    }

    private List<String> personal(String name, EstimatorThemes known) {
        String key = known.findKey(name);
        List<String> own = key == null ? null : themes.get(key);
        return own == null ? List.of(name) : own;
    }

    private void add(String phrase, Filter mean, String kind) {
        List<String> words = new ArrayList<>();
        for (Word word : Words.of(phrase))
            if (!word.isMark())
                words.add(word.plain());
        if (!words.isEmpty())
            lexicon.add(words, new Entry(mean, null, List.of(), "", "", "", "", null, Map.of(), kind));
    }
}
