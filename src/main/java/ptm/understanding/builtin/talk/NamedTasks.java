package ptm.understanding.builtin.talk;

import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import ptm.task.Status;
import ptm.task.TaskId;
import ptm.task.TaskTitle;

/** The tasks a question is about: those whose titles hold most of its words, in any form. */
final class NamedTasks {

    /** How many of the words asked about must be in the title. */
    private static final double MOST = 0.6;
    /** Titles that fit not much worse than the best may be meant as well. */
    private static final double NEAR = 0.75;
    private static final double PREFERRED = 0.05;
    private static final int SHORT = 2;

    private record Scored(TaskId id, double score) {}

    private NamedTasks() {}

    /** @param preferred the status that is meant where titles fit equally; the likeliest comes first */
    static List<TaskId> of(List<Word> asked, List<TaskTitle> titles, Status preferred) {
        List<Word> wanted = telling(asked);
        if (wanted.isEmpty())
            return List.of();
        List<Scored> scored = new ArrayList<>();
        for (TaskTitle title : titles) {
            List<Word> its = telling(Words.of(title.title()));
            double in = wanted.stream().filter(word -> its.stream().anyMatch(other -> isAlike(word, other))).count();
            double preference = title.status() == preferred ? PREFERRED : 0;
            if (in > 0 && in >= MOST * wanted.size())
                scored.add(new Scored(title.id(), 0.7 * in / wanted.size() + 0.3 * in / its.size() + preference));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream().filter(one -> one.score() >= NEAR * scored.getFirst().score()).map(Scored::id).toList();
    }

    /** The words that are long enough to tell something. */
    private static List<Word> telling(List<Word> words) {
        return words.stream().filter(word -> !word.isMark() && word.plain().length() > SHORT
                && !word.plain().equals("the")).toList();
    }

    private static boolean isAlike(Word one, Word other) {
        String stem = one.stem();
        return stem.equals(other.stem())
                || stem.length() > 3 && other.plain().startsWith(stem.substring(0, Math.max(4, stem.length() - 1)));
    }
}
