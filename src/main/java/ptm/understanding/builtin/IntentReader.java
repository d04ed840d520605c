package ptm.understanding.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ptm.filter.Filter;
import ptm.understanding.Context;
import ptm.understanding.Verb;

/** Weighs what a text is: a request, an edit, small talk; anything else is a dump. */
final class IntentReader {

    /** A text of more words than this is a dump. */
    static final int LONG = 45;

    record Verdict(String intent, double confidence) {}

    private final Lexicon lexicon;
    private final List<Word> words;
    private final RequestReading request;
    private final EditReader.Reading edit;
    private final Context context;

    IntentReader(Lexicon lexicon, List<Word> words, RequestReading request, EditReader.Reading edit, Context context) {
        this.lexicon = lexicon;
        this.words = words;
        this.request = request;
        this.edit = edit;
        this.context = context;
    }

    Verdict judge() {
        if (words.size() > LONG || isList())
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
                keeps += first ? 2 : afterMust ? 1.5 : words.get(i - 1).isMark() ? 1 : 0;
            if (first && match.entries().stream().anyMatch(entry -> entry.isCue("things")))
                asks += 1.3;
            scores.merge("request", asks, Double::sum);
            scores.merge("capture", keeps * must, Double::sum);
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
        double score = Math.min(3, 1.2 * read) - 0.9 * request.unread().size() + 0.3 * request.guessed();
        if (request.unread().isEmpty() && request.guessed() == 0 && read > 0)
            score += 1.2;
        scores.merge("request", score, Double::sum);
        scores.merge("capture", 0.4 * request.unread().size() + 0.3 * request.guessed(), Double::sum);
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
        if (words.getLast().plain().equals("?"))
            scores.merge("request", request.guessed() > 0 ? 2.3 : 1.7, Double::sum);
        for (Word word : words)
            if (PastTense.isInfinitive(word) && !lexicon.knows(word))
                scores.merge("capture", 1.2, Double::sum);
        if (PastTense.isInfinitive(words.getFirst()))
            scores.merge("capture", 1.2, Double::sum);
        if (!context.shown().isEmpty() && edit.isTargeted())
            scores.merge("edit", 0.5, Double::sum);
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
