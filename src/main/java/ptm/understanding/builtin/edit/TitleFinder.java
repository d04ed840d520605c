package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Stems;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.task.Status;
import ptm.task.TaskId;
import ptm.task.TaskTitle;

/** Finds the tasks that some words speak of, by word forms, beginnings and small typos. */
final class TitleFinder {

    /** Less of the words found in a title: another matter. */
    private static final double LEAST = 0.6;
    private static final double WHOLLY = 0.79;
    private static final double CLOSE = 0.15;
    private static final int CANDIDATES = 6;
    /** What the verb a title begins with weighs: it is seldom said again. */
    private static final double HEAD = 0.4;

    /**
     * Clear ones, or those that may be meant; both empty where none is.
     *
     * @param fit how well the words and the best title fit, 0 to 1
     */
    record Found(List<TaskId> clear, List<TaskId> near, double fit) {

        static final Found NONE = new Found(List.of(), List.of(), 0);

        boolean isEmpty() {
            return clear.isEmpty() && near.isEmpty();
        }

        List<TaskId> all() {
            return clear.isEmpty() ? near : clear;
        }
    }

    private record Known(TaskTitle task, List<Word> words, List<Word> content, boolean headed) {}

    private record Scored(Known known, double said, double score) {}

    private static final Set<String> EMPTY_WORDS = Set.of("the", "a", "an", "to", "of", "for", "with", "and", "my",
            "at", "on", "in", "about", "one", "ones", "thing", "task", "it", "that", "и", "в", "во", "на", "с", "со",
            "к", "ко", "по", "про", "о", "об", "для", "у", "от", "до", "за", "из", "не", "эт", "задач", "дел",
            "насчет", "all", "is", "i", "я", "мне", "уж", "все", "them", "they", "this", "these");

    private final List<Known> titles;
    private final Map<TaskId, TaskTitle> byId;

    TitleFinder(List<TaskTitle> titles) {
        this.titles = titles.stream().map(TitleFinder::known).toList();
        this.byId = titles.stream().collect(Collectors.toMap(TaskTitle::id, Function.identity(), (one, _) -> one));
    }

    private static Known known(TaskTitle task) {
        List<Word> words = Words.of(task.title()).stream().filter(word -> !word.isMark()).toList();
        List<Word> content = words.stream().filter(word -> !isEmptyWord(word)).toList();
        boolean headed = content.size() > 1 && !words.isEmpty() && words.getFirst() == content.getFirst()
                && (!Stems.isCyrillic(words.getFirst().plain()) || PastTense.isInfinitive(words.getFirst()));
        return new Known(task, words, content, headed);
    }

    @Nullable
    TaskTitle task(TaskId id) {
        return byId.get(id);
    }

    List<TaskTitle> tasks() {
        return titles.stream().map(Known::task).toList();
    }

    static boolean isEmptyWord(Word word) {
        return EMPTY_WORDS.contains(word.stem()) || EMPTY_WORDS.contains(word.plain());
    }

    /**
     * The words of the text that are a title said in full, two words at least: no verb, time or "and" in them is one.
     */
    BitSet verbatim(List<Word> words) {
        BitSet said = new BitSet(words.size());
        Map<String, List<Integer>> places = new java.util.HashMap<>();
        for (int i = 0; i < words.size(); i++)
            places.computeIfAbsent(words.get(i).stem(), _ -> new ArrayList<>(1)).add(i);
        for (Known known : titles) {
            if (known.content().size() < 2)
                continue;
            for (int start : places.getOrDefault(known.content().getFirst().stem(), List.of())) {
                int end = end(words, start, known.content());
                boolean deed = known.headed() && !words.get(start).plain().equals(known.content().getFirst().plain());
                if (end > 0 && !deed)
                    said.set(start, end);
            }
        }
        return said;
    }

    private static int end(List<Word> words, int start, List<Word> content) {
        int at = start;
        for (Word word : content) {
            while (at < words.size() && !words.get(at).stem().equals(word.stem())
                    && (isEmptyWord(words.get(at)) || words.get(at).isMark()))
                at++;
            if (at >= words.size() || !words.get(at).stem().equals(word.stem()))
                return 0;
            at++;
        }
        return at;
    }

    /**
     * The tasks that words name.
     *
     * @param words  all that may name tasks; marks and empty words among them are passed over
     * @param deed   a verb among them that may belong to the title or not, or null
     * @param wanted the status preferred where several fit
     */
    Found find(List<Word> words, @Nullable Word deed, Status wanted) {
        List<Word> raw = words.stream().filter(word -> !word.isMark()).toList();
        List<Word> content = raw.stream().filter(word -> !isEmptyWord(word)).toList();
        if (content.isEmpty() || content.stream().allMatch(word -> word == deed))
            return Found.NONE;
        Found exact = chosen(exactly(raw), wanted, 1);
        return exact.isEmpty()
                ? best(scored(content, deed), content.stream().filter(word -> word != deed).count(),
                        wanted)
                : exact;
    }

    /** All that the words fit, for "all the dentist ones". */
    List<TaskTitle> all(List<Word> words) {
        List<Word> content = words.stream().filter(word -> !word.isMark() && !isEmptyWord(word)).toList();
        return content.isEmpty()
                ? List.of()
                : scored(content, null).stream().filter(one -> one.said() >= WHOLLY)
                        .map(one -> one.known().task()).toList();
    }

    private List<TaskTitle> exactly(List<Word> raw) {
        return titles.stream().filter(known -> known.words().size() == raw.size() && same(known.words(), raw))
                .map(Known::task).toList();
    }

    private static boolean same(List<Word> one, List<Word> other) {
        for (int i = 0; i < one.size(); i++)
            if (!one.get(i).plain().equals(other.get(i).plain()))
                return false;
        return true;
    }

    private List<Scored> scored(List<Word> content, @Nullable Word deed) {
        List<Scored> scored = new ArrayList<>();
        for (Known known : titles) {
            Scored one = score(known, content, deed);
            if (one.said() >= LEAST)
                scored.add(one);
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored;
    }

    /** How much of the words is in the title and of the title in the words; the words count more. */
    private static Scored score(Known known, List<Word> content, @Nullable Word deed) {
        double said = 0;
        double asked = 0;
        double covered = 0;
        Set<Word> used = new HashSet<>();
        for (int i = 0; i < content.size(); i++) {
            Word word = content.get(i);
            boolean optional = word == deed;
            double best = 0;
            Word match = null;
            for (Word other : known.content()) {
                double near = used.contains(other) ? 0 : likeness(content, i, other, known);
                if (near > best) {
                    best = near;
                    match = other;
                }
            }
            if (match != null) {
                used.add(match);
                covered += weight(known, match);
            }
            said += optional ? 0 : best;
            asked += optional ? 0 : 1;
        }
        double whole = known.content().stream().mapToDouble(word -> weight(known, word)).sum();
        // "call dad" shares but its verb with "call mom"
        boolean onlyHead = known.headed() && used.size() == 1 && used.contains(known.content().getFirst());
        double share = asked == 0 || onlyHead ? 0 : said / asked;
        return new Scored(known, share, 0.7 * share + 0.3 * (whole == 0 ? 0 : Math.min(1, covered / whole)));
    }

    private static double likeness(List<Word> content, int at, Word other, Known known) {
        double like = Likeness.of(content.get(at), other);
        if (like > 0)
            return like;
        // "catfood" and "cat food", either way round
        String plain = content.get(at).plain();
        int place = known.content().indexOf(other);
        if (place + 1 < known.content().size()
                && plain.equals(other.plain() + known.content().get(place + 1).plain()))
            return Likeness.SAME;
        return at + 1 < content.size() && other.plain().equals(plain + content.get(at + 1).plain())
                || at > 0 && other.plain().equals(content.get(at - 1).plain() + plain) ? Likeness.SAME : 0;
    }

    private static double weight(Known known, Word word) {
        return known.headed() && word == known.content().getFirst() ? HEAD : 1;
    }

    private Found best(List<Scored> scored, long asked, Status wanted) {
        if (scored.isEmpty())
            return Found.NONE;
        Predicate<Scored> isWanted = one -> one.known().task().status() == wanted;
        List<Scored> pool = scored.stream().anyMatch(isWanted) ? scored.stream().filter(isWanted).toList() : scored;
        Scored first = pool.getFirst();
        boolean wholly = first.said() >= WHOLLY;
        // one word that several titles hold names none of them
        List<TaskTitle> group = pool.stream()
                .filter(one -> asked == 1 ? one.said() >= first.said() - CLOSE : one.score() >= first.score() - CLOSE)
                .map(one -> one.known().task()).toList();
        Found found = chosen(group, wanted, first.score());
        return wholly || found.clear().isEmpty() ? found : new Found(List.of(), found.clear(), found.fit());
    }

    private static Found chosen(List<TaskTitle> group, Status wanted, double fit) {
        List<TaskTitle> preferred = group.stream().filter(task -> task.status() == wanted).toList();
        List<TaskId> ids = (preferred.isEmpty() ? group : preferred).stream().map(TaskTitle::id).limit(CANDIDATES)
                .toList();
        return ids.isEmpty()
                ? Found.NONE
                : ids.size() == 1
                        ? new Found(ids, List.of(), fit)
                        : new Found(List.of(), ids, fit);
    }

    /** Of tasks that may be meant the ones that a test lets pass; all of them where it lets none. */
    Found narrowed(Found found, Predicate<TaskTitle> test) {
        List<TaskId> left = found.near().stream().filter(id -> byId.containsKey(id) && test.test(byId.get(id)))
                .toList();
        return left.isEmpty()
                ? found
                : left.size() == 1
                        ? new Found(left, List.of(), found.fit())
                        : new Found(List.of(), left, found.fit());
    }
}
