package ptm.understanding.builtin;

import ptm.understanding.builtin.edit.EditReader;
import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.PastTense;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.request.RequestReading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ptm.filter.Filter;
import ptm.filter.Moment;
import ptm.filter.NumberField;
import ptm.understanding.Context;
import ptm.understanding.Verb;

/** Weighs what a text is: a request, an edit, small talk; anything else is a dump. */
final class IntentReader {

    /** A text of more words than this is a dump. */
    static final int LONG = 45;

    record Verdict(String intent, double confidence) {}

    private static final Set<String> WORLD =
            Set.of("what", "whats", "who", "whos", "how", "why", "какая", "какой", "какое",
                    "кто", "почему", "как", "зачем", "чем");
    private static final Set<String> ARTICLES =
            Set.of("a", "an", "the", "my", "to", "for", "with", "up", "out", "down", "off",
                    "our", "some", "three", "two", "all");
    private static final Set<String> SEEKING = Set.of("find", "look", "search", "choose", "pick", "get", "suggest");
    private static final Set<String> ASKING = Set.of("show", "list", "give", "which", "anything", "something", "покажи",
            "дай",
            "что", "чего", "какие", "есть", "due", "срок", "дедлайн", "задачи", "дела", "tasks", "everything", "все");
    private static final Set<String> PLACES = Set.of("in", "im", "inside");
    private static final Set<String> HEADS =
            Set.of("todo", "task", "note", "tasks", "reminder", "задача", "задачи", "заметка",
                    "туду", "дело", "дела", "таска", "напоминание", "список");
    private static final Set<String> OWN = Set.of("i", "ive", "im", "my", "me", "mine", "we", "our", "task", "tasks",
            "left",
            "todo", "next", "now", "я", "мне", "меня", "мой", "мои", "моя", "мы", "нас", "нам", "у", "задача", "задачу",
            "задачи", "задач", "дела", "дело", "дел", "там");

    private final Lexicon lexicon;
    private final List<Word> words;
    private final RequestReading request;
    private final EditReader.Reading edit;
    private final Context context;
    private final TaskShape task;

    IntentReader(Lexicon lexicon, List<Word> words, RequestReading request, EditReader.Reading edit, Context context,
            TaskShape task) {
        this.lexicon = lexicon;
        this.words = words;
        this.request = request;
        this.edit = edit;
        this.context = context;
        this.task = task;
    }

    Verdict judge() {
        if (words.size() > LONG || isList() || isHeaded())
            return new Verdict("capture", 0.95);
        if (words.stream().noneMatch(word -> Character.isLetterOrDigit(word.plain().codePointAt(0))))
            return new Verdict("smalltalk", 0.9);
        return best(scores());
    }

    Map<String, Double> scores() {
        Map<String, Double> scores =
                new HashMap<>(Map.of("capture", 1.0, "request", 0.0, "edit", 0.0, "smalltalk", 0.0));
        phrases(scores);
        request(scores);
        edit(scores);
        shape(scores);
        return scores;
    }

    private boolean isList() {
        long lines = words.stream().filter(word -> word.plain().equals("\n")).count();
        return lines >= 2;
    }

    /** "todo: …", "задача: …". */
    private boolean isHeaded() {
        return words.size() > 2 && words.get(1).plain().equals(":") && HEADS.contains(words.getFirst().plain());
    }

    private void phrases(Map<String, Double> scores) {
        int talk = 0;
        int content = 0;
        double smalltalk = 0;
        boolean afterMust = false;
        double must = 1;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isMark())
                continue;
            Lexicon.Match match = lexicon.longest(words, i);
            int length = match == null ? 1 : match.length();
            boolean first = content == 0;
            content += length;
            if (match == null)
                continue;
            double asks = most(match, "request");
            double keeps = most(match, "capture");
            double talks = most(match, "smalltalk");
            if (first && asks >= 1.5)
                must = 0.3;
            if (match.entries().stream().anyMatch(entry -> entry.isCue("act")))
                keeps += first ? 3 : afterMust ? 1.5 : words.get(i - 1).isMark() ? 1 : 0;
            if (first && match.entries().stream().anyMatch(entry -> entry.isCue("things"))) {
                asks += 1.3;
                must = 0.5;
            } else if (match.entries().stream()
                    .anyMatch(entry -> entry.isCue("things") && entry.weight("request") == 0))
                asks += 0.5;
            scores.merge("request", asks, Double::sum);
            scores.merge("capture", keeps * must, Double::sum);
            if (first && keeps >= 3 && asks == 0)
                scores.merge("request", -2.0, Double::sum);
            afterMust = keeps > 0;
            smalltalk += talks;
            talk += talks > 0 ? length : 0;
            i += length - 1;
        }
        double covered = content == 0 ? 0 : (double) talk / content;
        scores.merge("smalltalk", smalltalk * Math.sqrt(covered) + (covered == 1 ? 2.5 : 0), Double::sum);
    }

    private static double most(Lexicon.Match match, String intent) {
        return match.entries().stream().mapToDouble(entry -> entry.weight(intent)).max().orElse(0);
    }

    private void request(Map<String, Double> scores) {
        int read = request.parts().size() - request.guessed() + (request.limit() == null ? 0 : 1)
                + (request.isOrdered() ? 1 : 0);
        long negated = request.parts().stream().filter(RequestReading.Part::negated).count();
        double score =
                Math.min(3, 1.2 * read) - (read >= 2 ? 0.6 : 0.9) * request.unread().size() + 0.3 * request.guessed()
                        + 0.5 * negated;
        if (request.unread().isEmpty() && request.guessed() == 0 && read > 0)
            score += 1.2;
        scores.merge("request", score, Double::sum);
        double asked = scores.getOrDefault("request", 0.0) - score;
        boolean dated = request.parts().stream().anyMatch(part -> part.filter() instanceof Filter.Window
                || part.filter() instanceof Filter.Range range && range.field() == NumberField.MINUTES);
        boolean question = words.getLast().plain().equals("?");
        if (asked < 0.5 && !question && isEvent())
            scores.merge("request", dated ? -4.0 : -2.0, Double::sum);
        else if (asked < 0.5 && !question && dated && !(request.unread().isEmpty() && request.guessed() == 0))
            scores.merge("request", -1.2, Double::sum);
        double strange = 0.5 * request.unread().size() + 0.3 * request.guessed();
        scores.merge("capture", strange + (strange > 0 && asked < 0.5 ? 0.5 : 0), Double::sum);
    }

    /** "at the gym": where the person is. */
    private boolean isPlace(int word) {
        return request.parts().stream().anyMatch(part -> part.from() < word && word < part.until()
                && part.filter() instanceof Filter.Names)
                || word > 0 && words.subList(Math.max(0, word - 3), word).stream()
                        .anyMatch(before -> PLACES.contains(before.plain()));
    }

    /** "lunch with Nadia": names something that happens. */
    private boolean isEvent() {
        for (int i = 0; i < words.size(); i++) {
            for (Lexicon.Match match : lexicon.all(words, i))
                if (match.entries().stream().anyMatch(entry -> entry.isCue("event")) && !isPlace(i))
                    return request.parts().stream().noneMatch(RequestReading.Part::negated);
        }
        return false;
    }

    private void edit(Map<String, Double> scores) {
        if (edit.evidence() <= 0)
            return;
        boolean sets = edit.commands().stream().anyMatch(command -> command.verb() == Verb.SET
                || command.verb() == Verb.SNOOZE);
        boolean valued = request.parts().stream().anyMatch(part -> part.filter() instanceof Filter.Window
                || part.filter() instanceof Filter.Range)
                || edit.commands().stream().anyMatch(one -> !one.set().isEmpty());
        double score = edit.evidence() + (edit.isTargeted() ? 1.5 : 0) + (sets && valued ? 1.5 : 0)
                + (edit.isFirst() ? 1.2 : 0);
        scores.merge("edit", score, Double::sum);
    }

    private void shape(Map<String, Double> scores) {
        boolean question = words.getLast().plain().equals("?");
        if (question)
            scores.merge("request", request.guessed() > 0 ? 2.3 : 1.7, Double::sum);
        if (isOfTheWorld())
            scores.merge("smalltalk", 4.5, Double::sum);
        if (!context.shown().isEmpty() && edit.isTargeted())
            scores.merge("edit", 1.5, Double::sum);
        scores.merge("capture", (edit.isTargeted() || edit.evidence() > 0 && task.isLengthAlone() ? 0 : task.weight())
                + likeATask(question) + Math.max(0, words.size() - 20) * 0.1, Double::sum);
    }

    /** How much the grammar is that of a thing to do. */
    private double likeATask(boolean question) {
        double like = 0;
        for (Word word : words) {
            boolean unknown = !lexicon.knows(word);
            like += unknown && PastTense.isInfinitive(word) ? 1.2 : 0;
            like += unknown && word.plain().length() > 5
                    && (word.plain().endsWith("ите") || word.plain().endsWith("йте"))
                            ? 1.2
                            : 0;
        }
        Word first = words.getFirst();
        String second = words.size() > 1 ? words.get(1).plain() : "";
        if (PastTense.isInfinitive(first) && !question && !first.plain().equals("терпеть"))
            like += 4;
        if (!lexicon.knows(first) && ARTICLES.contains(second) && PastTense.weight(words, 0) == 0)
            like += 1.5;
        if (second.equals("a") || second.equals("an") || words.size() > 2 && isPhrasalFind())
            like += SEEKING.contains(first.plain()) ? 7 : 0;
        if (isTimetable())
            like += 2;
        return like;
    }

    /** "look for a flat": something that is not there yet. */
    private boolean isPhrasalFind() {
        return words.get(1).plain().equals("for")
                && (words.get(2).plain().equals("a") || words.get(2).plain().equals("an"));
    }

    /** Times on the clock, or several lengths, with nobody asking for anything. */
    private boolean isTimetable() {
        boolean asks =
                words.stream().limit(3).anyMatch(word -> WORLD.contains(word.plain()) || ASKING.contains(word.plain()));
        long clocks = request.parts().stream().filter(part -> part.filter() instanceof Filter.Window window
                && (window.from() instanceof Moment.At || window.until() instanceof Moment.At)).count();
        long lengths = request.parts().stream().filter(part -> part.filter() instanceof Filter.Range range
                && range.field() == NumberField.MINUTES && range.atMost() != null && range.atLeast() == null).count();
        return !asks && (clocks > 0 || lengths > 2);
    }

    /** "What is the tallest tower?": asks about things, says nothing of the person or their tasks. */
    private boolean isOfTheWorld() {
        boolean asks = WORLD.contains(words.getFirst().plain()) && words.getLast().plain().equals("?");
        return asks && !request.unread().isEmpty() && request.parts().size() == request.guessed()
                && words.stream().noneMatch(word -> OWN.contains(word.plain()));
    }

    private static Verdict best(Map<String, Double> scores) {
        String best = "capture";
        for (String intent : List.of("request", "edit", "smalltalk"))
            if (score(scores, intent) > score(scores, best))
                best = intent;
        double second = 0;
        for (Map.Entry<String, Double> entry : scores.entrySet())
            if (!entry.getKey().equals(best))
                second = Math.max(second, entry.getValue());
        double margin = score(scores, best) - second;
        return new Verdict(best, Math.clamp(0.55 + 0.15 * margin, 0.3, 0.98));
    }

    private static double score(Map<String, Double> scores, String intent) {
        return scores.getOrDefault(intent, 0.0);
    }
}
