package ptm.understanding.builtin.edit;

import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ptm.task.Status;
import ptm.task.TaskId;
import ptm.task.TaskTitle;

/** Finds the tasks that some words speak of, by word forms, beginnings and small typos. */
final class TitleFinder {

    private static final double LEAST = 0.45;
    private static final double NEAR = 0.75;

    /** Clear ones, or those that may be meant; both empty where none is. */
    record Found(List<TaskId> clear, List<TaskId> near) {

        boolean isEmpty() {
            return clear.isEmpty() && near.isEmpty();
        }
    }

    private record Scored(TaskTitle title, double score) {}

    private static final Set<String> EMPTY_WORDS = Set.of("the", "a", "an", "to", "of", "for", "with", "and", "my",
            "at", "on", "in", "about", "one", "thing", "task", "it", "that", "и", "в", "во", "на", "с", "со", "к", "ко",
            "по", "про", "о", "об", "для", "у", "от", "до", "за", "из", "не", "эт", "задач", "дел", "насчет", "all",
            "is", "i", "я", "мне", "уж", "все");

    private final List<TaskTitle> titles;

    TitleFinder(List<TaskTitle> titles) {
        this.titles = titles;
    }

    /** @param wanted the status preferred where several fit equally */
    Found find(List<Word> words, Status wanted) {
        List<Word> content = words.stream().filter(word -> !word.isMark() && !isEmptyWord(word)).toList();
        if (content.isEmpty())
            return new Found(List.of(), List.of());
        List<Scored> scored = new ArrayList<>();
        for (TaskTitle title : titles) {
            double score = score(content, title) + (title.status() == wanted ? 0.05 : 0);
            if (score >= LEAST)
                scored.add(new Scored(title, score));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        if (scored.isEmpty())
            return new Found(List.of(), List.of());
        double best = scored.getFirst().score();
        List<TaskId> top = scored.stream().filter(one -> one.score() >= best * NEAR).map(one -> one.title().id())
                .limit(6).toList();
        return top.size() == 1 ? new Found(top, List.of()) : new Found(List.of(), top);
    }

    private static boolean isEmptyWord(Word word) {
        return EMPTY_WORDS.contains(word.stem()) || EMPTY_WORDS.contains(word.plain());
    }

    /** How much of the words is in the title and of the title in the words; the words count more. */
    private static double score(List<Word> content, TaskTitle title) {
        List<Word> its = Words.of(title.title()).stream().filter(word -> !word.isMark() && !isEmptyWord(word)).toList();
        if (its.isEmpty())
            return 0;
        double hits = 0;
        Set<Word> used = new HashSet<>();
        for (Word word : content) {
            double best = 0;
            Word match = null;
            for (Word other : its) {
                double near = used.contains(other) ? 0 : likeness(word, other);
                if (near > best) {
                    best = near;
                    match = other;
                }
            }
            if (match != null)
                used.add(match);
            hits += best;
        }
        return 0.7 * hits / content.size() + 0.3 * hits / its.size();
    }

    private static double likeness(Word one, Word other) {
        if (one.stem().equals(other.stem()))
            return 1;
        String a = one.plain();
        String b = other.plain();
        int shared = 0;
        while (shared < Math.min(a.length(), b.length()) && a.charAt(shared) == b.charAt(shared))
            shared++;
        if (shared >= 4 && shared >= Math.min(one.stem().length(), other.stem().length()) - 1)
            return 0.85;
        int most = Math.min(a.length(), b.length()) >= 8 ? 2 : Math.min(a.length(), b.length()) >= 5 ? 1 : 0;
        return most > 0 && Spelling.distance(a, b, most) <= most ? 0.8 : 0;
    }
}
