package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.estimate.EstimatorThemes;
import ptm.understanding.builtin.lexicon.Word;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.understanding.Context;

/** Reads which theme "under garden" or «по работе» names: the person's own, one that PTM knows, or a new one. */
final class EditThemes {

    /** @param length of the phrase, its introduction included */
    record Named(String name, int length) {}

    private static final EstimatorThemes KNOWN = EstimatorThemes.load();
    private static final Set<String> BY = Set.of("по");
    private static final Set<String> INTO = Set.of("к", "ко", "в", "to", "in", "into");
    private static final int LONGEST = 3;

    private final Context context;

    EditThemes(Context context) {
        this.context = context;
    }

    /** @param cue the words that introduce a theme; 0: none do */
    @Nullable
    Named find(List<Word> words, int at, int cue) {
        boolean into = INTO.contains(words.get(at).plain()) && EditWords.has(words.subList(0, at), "assign");
        boolean by = cue == 0 && (into || BY.contains(words.get(at).plain()));
        if (cue == 0 && !by)
            return null;
        int start = at + (by ? 1 : cue);
        while (start < words.size()
                && (words.get(start).isMark() || words.get(start).plain().matches("the|a|my|theme")))
            start++;
        for (int end = Math.min(words.size(), start + LONGEST); end > start; end--) {
            String said = said(words.subList(start, end));
            String name = known(said);
            if (name != null && (!by || end == words.size()))
                return new Named(name, end - at);
        }
        // only what was introduced as a theme can be a new one
        int rest = words.size() - start;
        return by || rest < 1 || rest > LONGEST
                ? null
                : new Named(said(words.subList(start, words.size())),
                        words.size() - at);
    }

    private static String said(List<Word> words) {
        return words.stream().filter(word -> !word.isMark()).map(Word::text).collect(Collectors.joining(" "));
    }

    private @Nullable String known(String said) {
        String key = KNOWN.findKey(said);
        for (String theme : context.vocabulary().themes()) {
            boolean same = theme.equalsIgnoreCase(said) || EstimatorThemes.isSame(theme, said);
            if (same || key != null && key.equals(KNOWN.findKey(theme)))
                return theme;
        }
        return key == null ? null : KNOWN.name(key, context.language());
    }
}
