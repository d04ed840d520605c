package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Ordinals;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import ptm.task.TaskTitle;

/** Finds which of a few tasks a short answer names: by its place, by words of its title or by its day. */
public final class Pointing {

    /** A longer answer is something new. */
    private static final int LONG = 7;

    private Pointing() {}

    /**
     * The only task that the words can mean; null where they mean none of them, or more than one.
     *
     * @param among in the order they were shown
     * @param today the person's day
     */
    public static @Nullable TaskTitle find(String text, List<TaskTitle> among, LocalDate today, ZoneId zone) {
        List<Word> words = Words.of(text).stream().filter(word -> !word.isMark()).toList();
        if (words.isEmpty() || words.size() > LONG)
            return null;
        TaskTitle placed = placed(words, among);
        if (placed != null)
            return placed;
        List<Word> telling = words.stream().filter(word -> !EditWords.is(word, "filler") && !EditWords.is(word, "it")
                && !TitleFinder.isEmptyWord(word)).toList();
        return telling.isEmpty() ? null : best(among, task -> score(telling, task, today, zone), telling.size());
    }

    private static @Nullable TaskTitle placed(List<Word> words, List<TaskTitle> among) {
        for (int i = 0; i < words.size(); i++) {
            int number = Ordinals.of(words, i);
            int place = number == Ordinals.LAST ? among.size() : number;
            boolean alone = words.size() == 1 || words.stream().filter(word -> !EditWords.is(word, "filler")
                    && !EditWords.is(word, "it") && !TitleFinder.isEmptyWord(word)).count() <= 1;
            if (alone && place >= 1 && place <= among.size())
                return among.get(place - 1);
        }
        return null;
    }

    private static long score(List<Word> telling, TaskTitle task, LocalDate today, ZoneId zone) {
        List<Word> title = Words.of(task.title());
        return telling.stream().filter(word -> title.stream().anyMatch(other -> Likeness.of(word, other) > 0)
                || isOn(EditWords.window(word), task, today, zone)).count();
    }

    private static boolean isOn(String window, TaskTitle task, LocalDate today, ZoneId zone) {
        if (window.isEmpty() || task.due() == null)
            return false;
        LocalDate day = task.due().dayIn(zone);
        return window.startsWith("weekday:")
                ? day.getDayOfWeek().getValue() == Integer.parseInt(window.substring(8))
                : day.equals(today.plusDays(Integer.parseInt(window.substring(5, window.length() - 1))));
    }

    /** The only one that holds the most of the words, and half of them at least. */
    private static @Nullable TaskTitle best(List<TaskTitle> among, ToLongFunction<TaskTitle> score, int words) {
        long most = among.stream().mapToLong(score).max().orElse(0);
        List<TaskTitle> best = among.stream().filter(task -> score.applyAsLong(task) == most).toList();
        return best.size() == 1 && 2 * most >= words ? best.getFirst() : null;
    }
}
