package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Entry;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ptm.understanding.Verb;

/** Finds what is to be done with a task: a verb of edits, or a deed said as done. */
final class EditVerbs {

    /**
     * @param weight how much it speaks of an edit
     * @param at     first word of its phrase
     * @param deed   whether it is a deed, such as "bought", and no verb of edits
     */
    record Found(Verb verb, double weight, int at, Lexicon.Match match, boolean deed) {

        boolean covers(int word) {
            return match.covers(word - at);
        }
    }

    private static final Lexicon.Match ONE_WORD = new Lexicon.Match(List.of(), 1, 0, 0);
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "been", "be", "got", "get", "gets", "now",
            "has", "have", "s", "its", "thats", "being", "already");
    private static final Set<String> HERE = Set.of("уже", "наконец", "вчера", "сегодня", "утром", "только");
    private static final Pattern RUSSIAN_DONE =
            Pattern.compile(".{2,}(?:ан|ян|ен|ыт|нут)(?:а|о|ы)?|.{2,}(?:ят|ит)(?:а|о|ы)");
    private static final Pattern RUSSIAN_PAST = Pattern.compile(
            ".{3,}[аеиоуыяю]ли|.*(?:вез|нес|пек|тер|пер|жег|стриг)|.{2,}(?:везла|несла|везли|несли)");
    private static final Set<String> NO_PAST = Set.of("если", "земли", "были", "соли", "разве", "недели", "цели",
            "модели", "мебели", "пароли", "роли", "доли", "боли", "кабели", "апрели", "двери", "интернес");

    private final Lexicon lexicon;

    EditVerbs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The strongest verb of the words, a longer phrase before a shorter one; none of it may be in a title. */
    @Nullable
    Found find(List<Word> words, BitSet title) {
        Found best = null;
        for (int i = 0; i < words.size(); i++) {
            if (title.get(i))
                continue;
            best = phrase(words, i, title, EditWords.lexicon().all(words, i), best);
        }
        for (int i = 0; i < words.size(); i++) {
            Lexicon.Match longest = title.get(i) ? null : lexicon.longest(words, i);
            if (longest == null)
                continue;
            best = phrase(words, i, title, List.of(longest), best);
            i += longest.length() - 1;
        }
        Found deed = deed(words, title);
        if (best == null || deed != null && deed.weight() > best.weight())
            return deed;
        return best;
    }

    private static @Nullable Found phrase(List<Word> words, int at, BitSet title, List<Lexicon.Match> matches,
            @Nullable Found best) {
        for (Lexicon.Match match : matches) {
            if (touches(match, at, title))
                continue;
            for (Entry entry : match.entries()) {
                double weight = entry.weight("edit");
                if (entry.verb() != null && !(entry.verb() == Verb.COMPLETE && isNegated(words, at))
                        && (best == null || weight > best.weight()
                                || isLonger(match, at, best) && weight >= best.weight() * 0.5))
                    best = new Found(entry.verb(), Math.max(weight, best == null ? 0 : best.weight()), at, match,
                            false);
            }
        }
        return best;
    }

    /** "not doing" over "doing": the longer phrase that holds the shorter one. */
    private static boolean isLonger(Lexicon.Match match, int at, Found best) {
        return at <= best.at() && at + match.length() >= best.at() + best.match().length()
                && match.length() > best.match().length();
    }

    private static boolean touches(Lexicon.Match match, int at, BitSet title) {
        for (int i = 0; i < match.length(); i++)
            if (match.covers(i) && title.get(at + i))
                return true;
        return false;
    }

    /** "fed the hens", "rent is paid", «посылка забрана». */
    private static @Nullable Found deed(List<Word> words, BitSet title) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (title.get(i) || word.isMark() || word.isNumber() || isNegated(words, i))
                continue;
            double weight = Math.max(PastTense.weight(words, i), participle(words, i));
            if (weight > 0)
                return new Found(Verb.COMPLETE, weight, i, ONE_WORD, true);
        }
        return null;
    }

    private static boolean isNegated(List<Word> words, int at) {
        return at > 0 && EditWords.is(words.get(at - 1), "not")
                || at > 1 && EditWords.is(words.get(at - 2), "not") && !words.get(at - 1).isMark();
    }

    private static double participle(List<Word> words, int at) {
        String plain = words.get(at).plain();
        if (EditWords.is(words.get(at), "state"))
            return 0;
        return Stems.isCyrillic(plain) ? russian(words, at, plain) : english(words, at, plain);
    }

    private static double english(List<Word> words, int at, String plain) {
        boolean form = EditWords.presentOf(plain) != null || plain.endsWith("ed") && plain.length() > 4;
        if (!form || at == 0)
            return form && words.size() > 1 && !plain.equals(EditWords.presentOf(plain)) ? 0.9 : 0;
        String before = words.get(at - 1).plain();
        return BE.contains(before) || at > 1 && BE.contains(words.get(at - 2).plain())
                ? 1.8
                : at == words.size() - 1 && at <= 3 ? 0.9 : 0;
    }

    private static double russian(List<Word> words, int at, String plain) {
        if (NO_PAST.contains(plain) || words.stream().anyMatch(PastTense::isInfinitive))
            return 0;
        boolean last = at == words.size() - 1;
        boolean marked = words.stream().anyMatch(word -> HERE.contains(word.plain()));
        if (RUSSIAN_PAST.matcher(plain).matches())
            return marked ? 2.6 : at == 0 || last || at == 1 ? 1.6 : 0.8;
        if (plain.length() >= 5 && RUSSIAN_DONE.matcher(plain).matches() && words.size() > 1)
            return marked ? 2 : last || at == words.size() - 2 ? 1 : 0;
        return 0;
    }
}
